namespace H2Ask.Core.Corpus.Passages;

/// <summary>How well a passage begins at a place, from worst to best.</summary>
internal enum BreakKind
{
    /// <summary>Inside a sentence.</summary>
    Clause,

    /// <summary>Behind a semicolon or a colon.</summary>
    Series,

    /// <summary>At a sentence.</summary>
    Sentence,

    /// <summary>At a line, a numbered item or a table row.</summary>
    Paragraph,
}
