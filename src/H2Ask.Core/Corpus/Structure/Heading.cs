using H2Ask.Core.Text;

namespace H2Ask.Core.Corpus.Structure;

/// <summary>A heading or numbered item of a document, by places in its clean text.</summary>
internal sealed class Heading
{
    public required NumberKind Kind { get; init; }

    /// <summary>Its number; 0 where it has none.</summary>
    public int Number { get; init; }

    /// <summary>Of a path: its other parts as one number.</summary>
    public int PathParent { get; init; }

    /// <summary>Of a path: how many parts it has.</summary>
    public int PathDepth { get; init; }

    /// <summary>Where its number begins.</summary>
    public required int Start { get; init; }

    /// <summary>Where the text behind its number begins.</summary>
    public required int TextStart { get; init; }

    /// <summary>Whether it begins a line.</summary>
    public bool OpensLine { get; init; }

    /// <summary>The heading level that the file's format gives it; 0 for none.</summary>
    public int MarkLevel { get; init; }

    /// <summary>Where a heading without a number ends, as the file's format tells; else 0.</summary>
    public int MarkEnd { get; init; }

    /// <summary>How coarse its kind is in this document.</summary>
    public double Rank { get; set; }

    /// <summary>The heading or item it stands under.</summary>
    public Heading? Parent { get; set; }

    /// <summary>Where its title ends; <see cref="TextStart"/> where it has none.</summary>
    public int TitleEnd { get; set; }

    /// <summary>Where what stands under it ends.</summary>
    public int End { get; set; }

    /// <summary>Whether it heads a section; a numbered item without a title does not.</summary>
    public bool IsSection { get; set; }

    /// <summary>Its level among the sections, from 1.</summary>
    public int Level { get; set; }

    /// <summary>Its number as written.</summary>
    public string Written { get; set; } = "";

    /// <summary>The heading as it is shown.</summary>
    public string Shown { get; set; } = "";

    /// <summary>The sentence that leads in the list it is an item of, as 补贴标准如下：; empty where there is none.</summary>
    public TextSpan LeadIn { get; set; }

    /// <summary>Whether passages never reach over its beginning where this can be helped.</summary>
    public bool IsDivision => IsSection && Kind is NumberKind.Annex or NumberKind.Named or NumberKind.Part or NumberKind.Chapter or NumberKind.Section
        or NumberKind.Enumerated or NumberKind.Marked;
}
