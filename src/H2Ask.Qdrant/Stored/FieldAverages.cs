using H2Ask.Core.Index;

namespace H2Ask.Qdrant.Stored;

/// <summary>How many terms the fields of a passage have on the average.</summary>
/// <param name="Body">The passage itself.</param>
/// <param name="Title">Its document's title.</param>
/// <param name="Section">Its headings.</param>
internal sealed record FieldAverages(float Body, float Title, float Section)
{
    /// <summary>The share by which they may differ before the worth of all terms is worked out anew.</summary>
    private const float Tolerance = 0.25f;

    /// <summary>The averages in the form that scoring takes.</summary>
    public FieldWorths ToWorths() => new(Body, Title, Section);

    /// <summary>Whether the worth of terms under the one is nearly that under the other.</summary>
    public bool IsNear(FieldAverages other) => IsNear(Body, other.Body) && IsNear(Title, other.Title) && IsNear(Section, other.Section);

    private static bool IsNear(float one, float other) => Math.Abs(one - other) <= Tolerance * Math.Max(1, other);
}
