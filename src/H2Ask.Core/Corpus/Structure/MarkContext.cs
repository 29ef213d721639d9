namespace H2Ask.Core.Corpus.Structure;

/// <summary>What stands before a number mark.</summary>
internal enum MarkContext
{
    /// <summary>Nothing: it begins a line, or the text after a title.</summary>
    LineStart,

    /// <summary>The end of a sentence or a colon.</summary>
    AfterSentence,

    /// <summary>A closing bracket or quote.</summary>
    AfterCloser,

    /// <summary>A word: in run-on text a heading may be glued to what is before it.</summary>
    Glued,
}
