using System.Diagnostics;
using H2Ask.Core.Index;
using Spectre.Console;

namespace H2Ask.Indexer.Commands;

/// <summary>Shows how far an indexing run is: bars on a terminal, now and then a line elsewhere.</summary>
internal static class IndexingDisplay
{
    /// <summary>Shows the progress of what is done until it has ended.</summary>
    public static Task<T> ShowAsync<T>(IAnsiConsole console, Func<IProgress<IndexingProgress>, Task<T>> run) => console.Profile.Capabilities.Ansi
        ? console.Progress().AutoClear(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RateColumn(), new RemainingTimeColumn())
            .StartAsync(context => run(new Bars(context)))
        : run(new Lines(console));

    private static string Describe(IndexingProgress progress) => progress.Stage switch
    {
        IndexingStage.Reading => $"Reading: {progress.Done} documents",
        IndexingStage.Writing => $"Writing: {progress.Done} of {progress.Total} documents",
        IndexingStage.Embedding => $"Embedding: {progress.Done} of {progress.Total} passages",
        _ => throw new ArgumentOutOfRangeException(nameof(progress)),
    };

    /// <summary>A bar for each stage.</summary>
    private sealed class Bars(ProgressContext context) : IProgress<IndexingProgress>
    {
        private readonly Dictionary<IndexingStage, ProgressTask> _bars = [];

        public void Report(IndexingProgress value)
        {
            if (!_bars.TryGetValue(value.Stage, out var bar))
            {
                foreach (var earlier in _bars.Values) End(earlier);
                _bars[value.Stage] = bar = context.AddTask(Describe(value));
            }

            bar.Description = Describe(value);
            bar.IsIndeterminate = value.Total is null;
            bar.MaxValue = value.Total ?? double.MaxValue;
            bar.Value = value.Done;
        }

        private static void End(ProgressTask bar)
        {
            bar.IsIndeterminate = false;
            bar.MaxValue = bar.Value;
            bar.StopTask();
        }
    }

    /// <summary>A line every few seconds: short runs say nothing.</summary>
    private sealed class Lines(IAnsiConsole console) : IProgress<IndexingProgress>
    {
        private static readonly TimeSpan Every = TimeSpan.FromSeconds(5);

        private readonly Dictionary<IndexingStage, long> _began = [];
        private long _last = Stopwatch.GetTimestamp();

        public void Report(IndexingProgress value)
        {
            _began.TryAdd(value.Stage, Stopwatch.GetTimestamp());
            if (Stopwatch.GetElapsedTime(_last) < Every) return;
            _last = Stopwatch.GetTimestamp();
            var rate = value.Done / Math.Max(0.001, Stopwatch.GetElapsedTime(_began[value.Stage]).TotalSeconds);
            var left = value.Total is { } total ? $", {TimeSpan.FromSeconds(Math.Ceiling((total - value.Done) / Math.Max(0.001, rate))):c} left" : string.Empty;
            console.WriteLine($"{Describe(value)} ({rate:0}/s{left})");
        }
    }
}
