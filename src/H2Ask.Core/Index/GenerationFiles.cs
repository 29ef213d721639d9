namespace H2Ask.Core.Index;

/// <summary>The files of a generation.</summary>
internal static class GenerationFiles
{
    /// <summary>Of each document the length of its JSON, what is known of it and its sections.</summary>
    public const string Documents = "documents.bin";

    /// <summary>The number of each document by its id.</summary>
    public const string DocumentIds = "document-ids.bin";

    /// <summary>Of each document its text in UTF-16, so that a passage's part of it can be cut out.</summary>
    public const string Texts = "texts.bin";

    /// <summary>Of each passage the number of its document, and the passage in JSON.</summary>
    public const string Passages = "passages.bin";

    /// <summary>The number of each passage by its id.</summary>
    public const string PassageIds = "passage-ids.bin";

    /// <summary>The lexical index of the passages.</summary>
    public const string Lexical = "lexical.bin";

    /// <summary>The vectors of the passages; there only where there is a model.</summary>
    public const string Vectors = "vectors.bin";

    /// <summary>The vectors of the passages' sentences; there where those of the passages are.</summary>
    public const string Sentences = "sentences.bin";
}
