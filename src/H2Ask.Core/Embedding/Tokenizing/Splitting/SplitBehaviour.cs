namespace H2Ask.Core.Embedding.Tokenizing.Splitting;

/// <summary>What becomes of the matches at which a text is divided; named as in the file.</summary>
internal enum SplitBehaviour
{
    /// <summary>They go.</summary>
    Removed,

    /// <summary>Each stands for itself.</summary>
    Isolated,

    /// <summary>Each ends the stretch before it.</summary>
    MergedWithPrevious,

    /// <summary>Each begins the stretch after it.</summary>
    MergedWithNext,

    /// <summary>Those that follow one another stand together.</summary>
    Contiguous,
}
