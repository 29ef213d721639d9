using H2Ask.Core.Corpus.Describing;
using H2Ask.Core.Text;

namespace H2Ask.Core.Answering.Checking;

/// <summary>A clause as it is checked.</summary>
internal sealed record Clause
{
    /// <summary>Its place in the text.</summary>
    public required TextSpan Span { get; init; }

    /// <summary>Its text without blanks, folded.</summary>
    public required string Dense { get; init; }

    /// <summary>The number of the run of clauses, up to a full stop or semicolon, that it belongs to.</summary>
    public required int Segment { get; init; }

    /// <summary>The places that it names.</summary>
    public required IReadOnlyList<PlaceMention> Places { get; init; }

    /// <summary>The numbers, amounts and dates that it states.</summary>
    public required IReadOnlyList<StatedFigure> Figures { get; init; }

    /// <summary>Its terms.</summary>
    public required IReadOnlySet<ulong> Terms { get; init; }

    /// <summary>What it says and what it denies.</summary>
    public required Denials Denials { get; init; }
}
