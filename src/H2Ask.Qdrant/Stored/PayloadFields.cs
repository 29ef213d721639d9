namespace H2Ask.Qdrant.Stored;

/// <summary>The names of the fields that are asked for and that points are found by.</summary>
internal static class PayloadFields
{
    public const string Type = "type";
    public const string From = "from";
    public const string Until = "until";
    public const string Id = "id";
    public const string At = "at";
    public const string Regions = "regions";
    public const string Issuers = "issuers";
    public const string Year = "year";
    public const string File = "file";
    public const string Kind = "kind";
    public const string Passage = "passage";
    public const string Document = "document";
    public const string Part = "part";
    public const string Terms = "terms";
    public const string Generation = "generation";
    public const string Writer = "writer";

    /// <summary>The fields that points are found by, with what their values are.</summary>
    public static IReadOnlyList<(string Name, string Values)> Indexed { get; } =
    [
        (Type, "keyword"), (From, "integer"), (Until, "integer"), (Id, "keyword"), (At, "keyword"),
        (Regions, "keyword"), (Issuers, "keyword"), (Year, "keyword"), (File, "keyword"), (Kind, "keyword"),
    ];

    /// <summary>What is needed of a passage that was found.</summary>
    public static IReadOnlyList<string> OfPassages { get; } = [Type, Id, At, Passage];
}
