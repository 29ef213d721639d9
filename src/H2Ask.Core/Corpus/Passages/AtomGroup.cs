using H2Ask.Core.Corpus.Structure;

namespace H2Ask.Core.Corpus.Passages;

/// <summary>Atoms that stand together under a heading: a passage, or several where they are too long.</summary>
internal sealed class AtomGroup
{
    public required int First { get; init; }

    /// <summary>After its last atom.</summary>
    public required int End { get; set; }

    public required int Length { get; set; }

    /// <summary>The innermost section that holds all of it that is no heading.</summary>
    public required Heading? Section { get; set; }

    /// <summary>The outermost division over it; passages do not reach over divisions.</summary>
    public required Heading? Division { get; set; }

    /// <summary>Whether it holds headings only.</summary>
    public required bool IsLead { get; set; }

    /// <summary>Whether an omitted run or the title of the document stands before it.</summary>
    public required bool IsApart { get; init; }
}
