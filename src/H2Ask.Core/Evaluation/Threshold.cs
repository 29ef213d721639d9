using System.Globalization;

namespace H2Ask.Core.Evaluation;

/// <summary>What a metric must reach at least.</summary>
/// <param name="Name">The metric, or the metric and a type: <c>facts/list</c>.</param>
/// <param name="Least">The least value.</param>
public sealed record Threshold(string Name, double Least)
{
    /// <summary>Reads <c>name=value</c>; null where it is nothing of the kind.</summary>
    public static Threshold? TryParse(string text) =>
        text.Split('=') is [var name, var value]
        && Metrics.All.Contains(name.Split('/', 2)[0])
        && double.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var least)
        && least is >= 0 and <= 1
            ? new Threshold(name, least)
            : null;

    /// <summary>What the score lacks, as <c>facts=0.500 &lt; 0.6</c>; null where it lacks nothing. A metric that applies to no question counts 0.</summary>
    public string? ShortOf(Score score)
    {
        var mean = score.Mean(Name) ?? 0;
        return mean < Least ? string.Create(CultureInfo.InvariantCulture, $"{Name}={mean:0.000} < {Least}") : null;
    }
}
