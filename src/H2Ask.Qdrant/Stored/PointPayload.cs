namespace H2Ask.Qdrant.Stored;

/// <summary>What a point carries. What it is says which of the parts it has; the fields beside them are those that points are found by.</summary>
/// <param name="Type">What it is: one of <see cref="PointTypes"/>.</param>
internal sealed record PointPayload(string Type)
{
    /// <summary>The number of the first generation that it belongs to.</summary>
    public int? From { get; init; }

    /// <summary>The number of the first generation that it does not belong to any more.</summary>
    public int? Until { get; init; }

    /// <summary>A passage's id.</summary>
    public string? Id { get; init; }

    /// <summary>A passage's place: its document and which of its passages it is.</summary>
    public string? At { get; init; }

    /// <summary>The places that its document is for.</summary>
    public IReadOnlyList<string>? Regions { get; init; }

    /// <summary>The bodies that issued its document.</summary>
    public IReadOnlyList<string>? Issuers { get; init; }

    /// <summary>The year of its document.</summary>
    public string? Year { get; init; }

    /// <summary>The file that its document stands in.</summary>
    public string? File { get; init; }

    /// <summary>The kind of its document.</summary>
    public string? Kind { get; init; }

    /// <summary>A passage.</summary>
    public PassageContent? Passage { get; init; }

    /// <summary>A document.</summary>
    public DocumentContent? Document { get; init; }

    /// <summary>A part of a long text, and where it belongs.</summary>
    public TextPart? Part { get; init; }

    /// <summary>In how many passages some terms stand.</summary>
    public string? Terms { get; init; }

    /// <summary>A generation.</summary>
    public GenerationContent? Generation { get; init; }

    /// <summary>Who writes the index.</summary>
    public WriterClaim? Writer { get; init; }
}
