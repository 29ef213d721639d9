using H2Ask.Core.Index;
using H2Ask.Core.Telemetry;

namespace H2Ask.Api.Hosting;

/// <summary>The index that requests are answered from: opened at the start, and again when another generation has taken its place.</summary>
public sealed partial class LiveIndex(IIndexStore store, QuestionModel model, ILogger<LiveIndex> logger) : BackgroundService
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(1);

    private readonly SemaphoreSlim _oneLooks = new(1);
    private SharedIndex? _index;
    private volatile bool _hasEnded;
    private volatile string? _fault;

    /// <summary>Why there is no index, and what to do.</summary>
    public string Fault => _fault ?? "The index is being opened. Try again in a moment.";

    /// <summary>The index for one use, to be disposed of with it; null while there is none. The index of before stays open until its last use has ended.</summary>
    public IndexLease? Take()
    {
        while (Volatile.Read(ref _index) is { } index)
        {
            // Closed between the two: another has taken its place.
            if (index.Lease() is { } lease) return lease;
        }

        return null;
    }

    /// <summary>Opens the index anew where another generation is in use.</summary>
    public async Task LookAsync(CancellationToken cancelled)
    {
        // Of two looks at once, the one that ends last might have found the earlier generation.
        await _oneLooks.WaitAsync(cancelled);
        try
        {
            if (_index is { } present && await store.CurrentGenerationAsync(cancelled) == present.Generation) return;
            var opened = await store.OpenAsync(model.Embedder, cancelled);
            var manifest = opened.Manifest;
            Interlocked.Exchange(ref _index, new SharedIndex(opened))?.Dispose();
            // The service may have ended while the index was being opened.
            if (_hasEnded) Close();
            _fault = null;
            Signals.Opened(manifest.Documents, manifest.Passages, manifest.CreatedAt);
            LogOpened(logger, manifest.Documents, manifest.Passages);
        }
        catch (IndexException fault)
        {
            // The index that is open goes on being used. The next look tries again.
            if (_fault == fault.Message) return;
            _fault = fault.Message;
            LogFault(logger, fault.Message);
        }
        finally
        {
            _oneLooks.Release();
        }
    }

    /// <inheritdoc />
    public override void Dispose()
    {
        _hasEnded = true;
        Close();
        base.Dispose();
    }

    /// <inheritdoc />
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await LookAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(LookEvery);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken)) await LookAsync(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The service ends.
        }
    }

    private void Close() => Interlocked.Exchange(ref _index, null)?.Dispose();

    [LoggerMessage(EventId = 1, Level = LogLevel.Information, Message = "Index opened: {Documents} documents, {Passages} passages")]
    private static partial void LogOpened(ILogger logger, int documents, int passages);

    [LoggerMessage(EventId = 2, Level = LogLevel.Error, Message = "{Fault}")]
    private static partial void LogFault(ILogger logger, string fault);
}
