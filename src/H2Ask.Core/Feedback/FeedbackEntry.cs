using H2Ask.Core.Retrieval;

namespace H2Ask.Core.Feedback;

/// <summary>What a user said of an answer, with what was shown: enough to ask the question again.</summary>
public sealed record FeedbackEntry
{
    /// <summary>Names it.</summary>
    public required string Id { get; init; }

    /// <summary>When it was received.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>The answer it is about; the last that is said of an answer counts.</summary>
    public required string AnswerId { get; init; }

    /// <summary>Whether the answer is good.</summary>
    public required FeedbackVerdict Verdict { get; init; }

    /// <summary>What is wrong with it, as one of a few words.</summary>
    public string? Reason { get; init; }

    /// <summary>What the user says besides.</summary>
    public string? Comment { get; init; }

    /// <summary>What was asked.</summary>
    public required string Question { get; init; }

    /// <summary>The turns before it, the oldest first.</summary>
    public IReadOnlyList<Turn>? History { get; init; }

    /// <summary>Whether the question was answered; false: it was refused.</summary>
    public bool? Answered { get; init; }

    /// <summary>The answer as it was shown.</summary>
    public string? Answer { get; init; }

    /// <summary>What worded it.</summary>
    public string? Mode { get; init; }

    /// <summary>What it rested on.</summary>
    public IReadOnlyList<FeedbackCitation>? Citations { get; init; }

    /// <summary>The generation of the index when it was received.</summary>
    public string? Generation { get; init; }

    /// <summary>The version of the program.</summary>
    public string? Version { get; init; }
}
