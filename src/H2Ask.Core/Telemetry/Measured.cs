using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace H2Ask.Core.Telemetry;

/// <summary>Something that takes its time, as a span and as measurements. What ends without saying how it came out has failed, or was cancelled.</summary>
internal sealed class Measured(string name, Histogram<double> duration, Counter<long>? count, CancellationToken cancelled) : IDisposable
{
    private readonly long _started = Stopwatch.GetTimestamp();
    private readonly Activity? _activity = Signals.Source.StartActivity(name);
    private TagList _tags;
    private string? _outcome;

    /// <summary>Says how it came out.</summary>
    public void Ends(string outcome) => _outcome = outcome;

    /// <summary>Says more of it, in one of a few words.</summary>
    public void Tag(string key, string value)
    {
        _tags.Add(key, value);
        _activity?.SetTag(key, value);
    }

    /// <inheritdoc />
    public void Dispose()
    {
        if (_outcome is null && !cancelled.IsCancellationRequested) _activity?.SetStatus(ActivityStatusCode.Error);
        Tag("outcome", _outcome ?? (cancelled.IsCancellationRequested ? "cancelled" : "failed"));
        _activity?.Dispose();
        count?.Add(1, _tags);
        duration.Record(Stopwatch.GetElapsedTime(_started).TotalSeconds, _tags);
    }
}
