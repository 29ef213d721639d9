using H2Ask.Core.Corpus.Reading;
using H2Ask.Core.Embedding;
using H2Ask.Core.Index;
using Microsoft.Extensions.Options;

namespace H2Ask.Api.Uploads;

/// <summary>
/// Indexes uploaded documents in the background, all that wait in one run. A file that nothing can be read from is not taken: what bore its
/// name stays. What was taken stays where a run fails, and is indexed with the next.
/// </summary>
internal sealed partial class UploadIndexing(
    UploadFolder folder, UploadQueue queue, IndexingLog log, CorpusIndexing corpus, IOptions<DocumentsOptions> options, ILogger<UploadIndexing> logger) : BackgroundService
{
    private const int MostTries = 3;
    private const int MostListed = 100;

    private static readonly TimeSpan TryAgainAfter = TimeSpan.FromSeconds(1);

    private string? _fault;

    /// <inheritdoc />
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        if (options.Value.Corpus.Length == 0) return;
        TryOpen();
        await base.StartAsync(cancellationToken);
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (!folder.IsOpen)
            {
                await Task.Delay(TryAgainAfter, stoppingToken);
                TryOpen();
            }

            while (true) await WorkAsync(await queue.NextAsync(stoppingToken), stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The service ends; what waits is on the disk.
        }
    }

    private void TryOpen()
    {
        try
        {
            if (folder.TryOpen()) queue.AddLeft();
            else Complain("Another service has the folder of uploaded documents: this one takes none until that one has ended.");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            Complain($"The folder of uploaded documents can't be written: {fault.Message}");
        }
    }

    /// <summary>Says it once.</summary>
    private void Complain(string fault)
    {
        if (fault != _fault) LogNoFolder(logger, fault);
        _fault = fault;
    }

    private async Task WorkAsync(IReadOnlyList<WaitingChange> changes, CancellationToken cancelled)
    {
        foreach (var change in changes) Update(change, status => status with { State = IndexingState.Indexing, StartedAt = DateTimeOffset.UtcNow });
        try
        {
            var taken = new List<(WaitingChange Change, IReadOnlyList<SkippedFile> Skipped)>();
            foreach (var change in changes)
            {
                if (await Task.Run(() => TryTake(change, cancelled), cancelled) is { } skipped) taken.Add((change, skipped));
            }

            if (taken.Count > 0) await IndexAsync(taken, cancelled);
        }
        catch (Exception fault) when (!cancelled.IsCancellationRequested)
        {
            var isExplained = fault is IndexException or ModelException;
            var reason = isExplained ? fault.Message : "The fault is in the service and stands in its log.";
            LogFailed(logger, isExplained ? null : fault, reason);
            foreach (var change in changes.Where(change => log.Find(change.Id) is { IsOver: false }))
            {
                Fail(change, $"{reason} The uploaded documents stay as they are now, and are indexed with the next change or when the index is made again.", []);
            }
        }
    }

    private async Task IndexAsync(List<(WaitingChange Change, IReadOnlyList<SkippedFile> Skipped)> taken, CancellationToken cancelled)
    {
        await corpus.RunAsync(busy => Tell(taken.Select(done => done.Change), busy), cancelled);
        var documents = corpus.DocumentsOf([.. taken.Where(done => done.Change.Kind == ChangeKind.Put).Select(done => done.Change.Name).Distinct(StringComparer.Ordinal)]);
        foreach (var (change, skipped) in taken)
        {
            var isLast = taken.FindLast(other => other.Change.Name == change.Name).Change == change;
            Finish(change, isLast, isLast ? documents.GetValueOrDefault(change.Name, []) : [], skipped);
        }

        foreach (var (change, _) in taken) LogIndexed(logger, change.Id);
    }

    /// <summary>Reads a file by itself, and puts it in its place where that succeeds.</summary>
    /// <returns>What of it could not be read; null where it is not taken.</returns>
    private IReadOnlyList<SkippedFile>? TryTake(WaitingChange change, CancellationToken cancelled)
    {
        try
        {
            if (folder.CountTry(change) > MostTries)
            {
                Fail(change, $"The service ended {MostTries} times while it read this file. It is not tried again, and not taken.", []);
                return null;
            }

            var check = change.Kind == ChangeKind.Put ? UploadCheck.Of(folder.ContentOf(change), options.Value.LongestText, cancelled) : new UploadCheck(null, []);
            if (check.Fault is null)
            {
                folder.Take(change);
                return check.Skipped;
            }

            Fail(change, $"{check.Fault} The file is not taken.", check.Skipped);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            // Whatever it is, the other changes of the run are not lost with this one.
            LogFailed(logger, fault, "An uploaded file could not be read, or put in its place.");
            Fail(change, "The file could not be read, or put in its place. The fault stands in the log of the service.", []);
        }

        return null;
    }

    private void Tell(IEnumerable<WaitingChange> changes, string busy)
    {
        foreach (var change in changes) Update(change, status => status with { Detail = $"{busy} It is tried again every second." });
    }

    private void Finish(WaitingChange change, bool isLast, IReadOnlyList<IndexedTitle> documents, IReadOnlyList<SkippedFile> skipped) => End(change, status => status with
    {
        State = IndexingState.Done,
        Detail = isLast ? null : "A later change of the same name has taken its place.",
        Documents = [.. documents.Take(MostListed)],
        DocumentCount = documents.Count,
        Skipped = [.. skipped.Take(MostListed)],
        SkippedCount = skipped.Count,
    });

    private void Fail(WaitingChange change, string why, IReadOnlyList<SkippedFile> skipped) => End(change, status => status with
    {
        State = IndexingState.Failed,
        Detail = why,
        Skipped = [.. skipped.Take(MostListed)],
        SkippedCount = skipped.Count,
    });

    private void End(WaitingChange change, Func<IndexingStatus, IndexingStatus> end)
    {
        try
        {
            folder.Forget(change);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // The next start finds it again; nothing comes of doing it twice.
            LogFailed(logger, fault, "What waited could not be deleted.");
        }

        Update(change, status => end(status) with { FinishedAt = DateTimeOffset.UtcNow });
    }

    private void Update(WaitingChange change, Func<IndexingStatus, IndexingStatus> update)
    {
        if (log.Find(change.Id) is { } status) log.Set(update(status));
    }

    [LoggerMessage(EventId = 20, Level = LogLevel.Information, Message = "Change {Change} of the uploaded documents is indexed")]
    private static partial void LogIndexed(ILogger logger, string change);

    [LoggerMessage(EventId = 21, Level = LogLevel.Error, Message = "Uploaded documents were not indexed: {Reason}")]
    private static partial void LogFailed(ILogger logger, Exception? fault, string reason);

    [LoggerMessage(EventId = 22, Level = LogLevel.Error, Message = "{Fault}")]
    private static partial void LogNoFolder(ILogger logger, string fault);
}
