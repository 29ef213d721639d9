namespace H2Ask.Core.Feedback;

/// <summary>A citation as the user was shown it.</summary>
public sealed record FeedbackCitation
{
    /// <summary>Its number in the answer.</summary>
    public int? Number { get; init; }

    /// <summary>The passage it stands in.</summary>
    public string? PassageId { get; init; }

    /// <summary>The document it stands in.</summary>
    public string? DocumentId { get; init; }

    /// <summary>The file it stands in.</summary>
    public required string File { get; init; }

    /// <summary>Its text.</summary>
    public required string Quote { get; init; }

    /// <summary>Where it begins in the decoded file (UTF-16 code units).</summary>
    public int Start { get; init; }

    /// <summary>Where it ends, exclusive.</summary>
    public int End { get; init; }
}
