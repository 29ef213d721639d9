using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace H2Ask.Core.Telemetry;

/// <summary>What the program tells of itself to whoever listens: spans and measurements. They hold no question and nothing of an answer.</summary>
public static class Signals
{
    /// <summary>The name that listeners ask for.</summary>
    public const string Name = "H2Ask";

    /// <summary>The version of the program.</summary>
    public static readonly string Version = typeof(Signals).Assembly.GetName().Version!.ToString(3);

    internal static readonly ActivitySource Source = new(Name, Version);

    private static readonly Meter Meter = new(Name, Version);

    private static readonly Counter<long> Questions = Meter.CreateCounter<long>("h2ask.questions", "{question}", "Questions, by what worded the answer and how it came out");
    private static readonly Histogram<double> AnswerDuration = Meter.CreateHistogram<double>("h2ask.answer.duration", "s", "How long answers took");
    private static readonly Histogram<double> SearchDuration = Meter.CreateHistogram<double>("h2ask.search.duration", "s", "How long searches took");
    private static readonly Histogram<int> SearchPassages = Meter.CreateHistogram<int>("h2ask.search.passages", "{passage}", "How many passages searches found");
    private static readonly Counter<long> LlmCalls = Meter.CreateCounter<long>("h2ask.llm.calls", "{call}", "Answers that the LLM was asked for, by how it came out");
    private static readonly Histogram<double> LlmDuration = Meter.CreateHistogram<double>("h2ask.llm.duration", "s", "How long the LLM wrote");
    private static readonly Counter<long> StatementsDropped = Meter.CreateCounter<long>("h2ask.llm.statements.dropped", "{statement}", "Statements of the LLM that nothing proved");
    private static readonly Counter<long> IndexesOpened = Meter.CreateCounter<long>("h2ask.index.opened", "{generation}", "Generations of the index that were opened");
    private static readonly Gauge<long> IndexDocuments = Meter.CreateGauge<long>("h2ask.index.documents", "{document}", "Documents in the index that is open");
    private static readonly Gauge<long> IndexPassages = Meter.CreateGauge<long>("h2ask.index.passages", "{passage}", "Passages in the index that is open");
    private static readonly Gauge<long> IndexMade = Meter.CreateGauge<long>("h2ask.index.made", "s", "When the index that is open was made, in seconds since 1970");
    private static readonly Counter<long> IndexingRuns = Meter.CreateCounter<long>("h2ask.indexing.runs", "{run}", "Runs of indexing, by how they came out");
    private static readonly Histogram<double> IndexingDuration = Meter.CreateHistogram<double>("h2ask.indexing.duration", "s", "How long runs of indexing took");

    /// <summary>Begins to measure an answer; it ends when that is disposed of.</summary>
    internal static Measured Answering(CancellationToken cancelled) => new("answer", AnswerDuration, Questions, cancelled);

    /// <summary>Begins to measure a search.</summary>
    internal static Measured Searching(CancellationToken cancelled) => new("search", SearchDuration, null, cancelled);

    /// <summary>Begins to measure a call of the LLM.</summary>
    internal static Measured Writing(CancellationToken cancelled) => new("write", LlmDuration, LlmCalls, cancelled);

    /// <summary>Begins to measure a run of indexing.</summary>
    internal static Measured Indexing(CancellationToken cancelled) => new("index", IndexingDuration, IndexingRuns, cancelled);

    /// <summary>So many passages were found.</summary>
    internal static void Found(int passages) => SearchPassages.Record(passages);

    /// <summary>So many statements were dropped.</summary>
    internal static void Dropped(int statements)
    {
        if (statements > 0) StatementsDropped.Add(statements);
    }

    /// <summary>A generation of the index was opened.</summary>
    public static void Opened(int documents, int passages, DateTimeOffset made)
    {
        IndexesOpened.Add(1);
        IndexDocuments.Record(documents);
        IndexPassages.Record(passages);
        IndexMade.Record(made.ToUnixTimeSeconds());
    }
}
