namespace H2Ask.Core.Index;

/// <summary>A part of what is searched of a passage.</summary>
internal enum LexicalField
{
    /// <summary>The passage itself.</summary>
    Body,

    /// <summary>The title of its document.</summary>
    Title,

    /// <summary>The headings it stands under.</summary>
    Section,
}
