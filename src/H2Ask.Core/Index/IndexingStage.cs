namespace H2Ask.Core.Index;

/// <summary>What an indexing run does at the moment.</summary>
public enum IndexingStage
{
    /// <summary>It reads the files; counted in documents.</summary>
    Reading,

    /// <summary>It writes the documents; counted in documents.</summary>
    Writing,

    /// <summary>It makes vectors; counted in passages.</summary>
    Embedding,
}
