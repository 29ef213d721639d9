namespace H2Ask.Core.Evaluation;

/// <summary>A question whose score changed.</summary>
/// <param name="Before">What it scored in the earlier run.</param>
/// <param name="After">What it scored in this run.</param>
/// <param name="Metrics">The metrics that changed; none where a request failed in one of the runs.</param>
public sealed record QuestionChange(QuestionScore Before, QuestionScore After, IReadOnlyList<MetricChange> Metrics);
