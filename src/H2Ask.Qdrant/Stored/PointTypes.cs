namespace H2Ask.Qdrant.Stored;

/// <summary>What a point can be.</summary>
internal static class PointTypes
{
    /// <summary>A passage, with its vectors.</summary>
    public const string Passage = "passage";

    /// <summary>What is known of a document.</summary>
    public const string Document = "document";

    /// <summary>A part of a long text: of a document, of its headings, or of a list of points.</summary>
    public const string Part = "part";

    /// <summary>In how many passages some of the terms stand.</summary>
    public const string Terms = "terms";

    /// <summary>What a generation is made of.</summary>
    public const string Generation = "generation";

    /// <summary>Who writes the index.</summary>
    public const string Writer = "writer";
}
