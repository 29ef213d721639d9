using H2Ask.Core.Feedback;

namespace H2Ask.Api.Feedback;

/// <summary>A citation as the answer had it; what else it had may be sent too, and is left out.</summary>
public sealed record FeedbackCitationRequest
{
    /// <summary>Its number in the answer.</summary>
    public int? Number { get; init; }

    /// <summary>The passage it stands in.</summary>
    public string? PassageId { get; init; }

    /// <summary>The document it stands in.</summary>
    public string? DocumentId { get; init; }

    /// <summary>The file it stands in.</summary>
    public string? File { get; init; }

    /// <summary>Its text.</summary>
    public string? Quote { get; init; }

    /// <summary>Where it begins in the decoded file (UTF-16 code units).</summary>
    public int Start { get; init; }

    /// <summary>Where it ends, exclusive.</summary>
    public int End { get; init; }

    /// <summary>What is kept of it.</summary>
    internal FeedbackCitation ToCitation() =>
        new() { Number = Number, PassageId = PassageId, DocumentId = DocumentId, File = File!, Quote = Quote!, Start = Start, End = End };
}
