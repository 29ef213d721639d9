namespace H2Ask.Core.Evaluation;

/// <summary>A metric in two runs; null where it does not apply.</summary>
/// <param name="Metric">The metric.</param>
/// <param name="Before">Its value in the earlier run.</param>
/// <param name="After">Its value in this run.</param>
public sealed record MetricChange(string Metric, double? Before, double? After);
