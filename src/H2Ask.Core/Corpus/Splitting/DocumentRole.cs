namespace H2Ask.Core.Corpus.Splitting;

/// <summary>What a document is among the documents of its file.</summary>
public enum DocumentRole
{
    /// <summary>A policy document standing by itself or in a compilation.</summary>
    Policy,

    /// <summary>A report or article about policy.</summary>
    Report,

    /// <summary>A policy document that an article reprints.</summary>
    Reprint,
}
