using H2Ask.Core.Corpus.Describing;

namespace H2Ask.Core.Answering.Checking;

/// <summary>A number, an amount or a date as a text states it.</summary>
/// <param name="Value">What it comes to, the same for all ways of writing it; of a date as much as is said: 2025, 2025-12, 2025-12-31, or -12-31.</param>
/// <param name="Unit">Its unit; empty where it has none; <see cref="Date"/> for a date.</param>
/// <param name="Bound">Whether it is the most or the least.</param>
/// <param name="At">Where it stands in the clause.</param>
internal sealed record StatedFigure(string Value, string Unit, FigureBound Bound, int At)
{
    /// <summary>The unit of dates.</summary>
    public const string Date = "date";

    /// <summary>The places that it is said of; empty where none is named.</summary>
    public IReadOnlyList<PlaceMention> Places { get; init; } = [];

    /// <summary>Whether a source that states the other figure states this one: a date may be less exact than its source, never more.</summary>
    public bool IsStatedBy(StatedFigure source)
    {
        if (Bound != source.Bound) return false;
        if (Unit == Date && source.Unit == Date) return IsPartOf(source.Value);
        return Value == source.Value && (Unit.Length == 0 ? source.Unit != Date : Unit == source.Unit);
    }

    private bool IsPartOf(string date) =>
        date.StartsWith(Value, StringComparison.Ordinal) && (date.Length == Value.Length || date[Value.Length] == '-')
        || (Value[0] == '-' && date.EndsWith(Value, StringComparison.Ordinal));
}
