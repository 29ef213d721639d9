using H2Ask.Core.Index;
using Microsoft.Extensions.Options;

namespace H2Ask.Api.Hosting;

/// <summary>The index that requests are answered from: opened at the start, and again when another has taken its place on disk.</summary>
public sealed partial class LiveIndex(IOptions<IndexOptions> options, ILogger<LiveIndex> logger) : BackgroundService
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(1);

    private volatile PassageIndex? _index;
    private volatile string? _fault;
    private (DateTime Written, long Size) _seen;

    /// <summary>The index, or null while there is none.</summary>
    public PassageIndex? Current => _index;

    /// <summary>Why there is no index, and what to do.</summary>
    public string Fault => _fault ?? "The index is being opened. Try again in a moment.";

    /// <summary>Opens the index anew where it has changed on disk.</summary>
    public void Look()
    {
        try
        {
            var file = new FileInfo(IndexFile.PathIn(options.Value.Path));
            var seen = file.Exists ? (file.LastWriteTimeUtc, file.Length) : default;
            if (seen == _seen && _index is not null) return;
            _index = IndexFile.Open(options.Value.Path);
            _seen = seen;
            _fault = null;
            LogOpened(logger, _index.Manifest.Documents, _index.Manifest.Passages);
        }
        catch (Exception fault) when (fault is IndexException or IOException or UnauthorizedAccessException or ArgumentException)
        {
            // The index that is open goes on being used: it is whole in memory. The next look tries again.
            if (_fault == fault.Message) return;
            _fault = fault.Message;
            LogFault(logger, fault.Message);
        }
    }

    /// <inheritdoc />
    public override Task StartAsync(CancellationToken cancellationToken)
    {
        Look();
        return base.StartAsync(cancellationToken);
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(LookEvery);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken)) Look();
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The service ends.
        }
    }

    [LoggerMessage(EventId = 1, Level = LogLevel.Information, Message = "Index opened: {Documents} documents, {Passages} passages")]
    private static partial void LogOpened(ILogger logger, int documents, int passages);

    [LoggerMessage(EventId = 2, Level = LogLevel.Error, Message = "{Fault}")]
    private static partial void LogFault(ILogger logger, string fault);
}
