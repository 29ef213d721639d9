using System.Text.Json.Serialization;
using H2Ask.Api.Asking;
using H2Ask.Core.Feedback;

namespace H2Ask.Api.Feedback;

/// <summary>What a user says of an answer. The service keeps no answers: what was shown is sent again.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record FeedbackRequest
{
    private const int LongestId = 64;
    private const int LongestComment = 2000;
    private const int LongestAnswer = 20000;
    private const int LongestMode = 20;
    private const int MostCitations = 100;

    private static readonly string[] Reasons = ["wrong", "unsupported_citation", "incomplete", "outdated", "not_answered", "other"];

    /// <summary>The answer's <c>id</c>. The last that is said of an answer counts.</summary>
    public string? AnswerId { get; init; }

    /// <summary><c>up</c> or <c>down</c>.</summary>
    public string? Verdict { get; init; }

    /// <summary>With <c>down</c>: <c>wrong</c>, <c>unsupported_citation</c>, <c>incomplete</c>, <c>outdated</c>, <c>not_answered</c> or <c>other</c>.</summary>
    public string? Reason { get; init; }

    /// <summary>What there is to say besides.</summary>
    public string? Comment { get; init; }

    /// <summary>What was asked.</summary>
    public string? Question { get; init; }

    /// <summary>The turns before it, the oldest first.</summary>
    public TurnRequest[]? History { get; init; }

    /// <summary>The answer's <c>answered</c>.</summary>
    public bool? Answered { get; init; }

    /// <summary>The answer's text.</summary>
    public string? Answer { get; init; }

    /// <summary>The answer's <c>mode</c>.</summary>
    public string? Mode { get; init; }

    /// <summary>The answer's <c>citations</c>.</summary>
    public FeedbackCitationRequest[]? Citations { get; init; }

    /// <summary>What is wrong with it, in a sentence; null where nothing is.</summary>
    internal string? Fault() => this switch
    {
        _ when AnswerId is not { Length: > 0 and <= LongestId } || !AnswerId.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_') =>
            $"\"answerId\" must be the \"id\" of an answer: up to {LongestId} letters and digits.",
        _ when Verdict is not ("up" or "down") => "\"verdict\" must be \"up\" or \"down\".",
        _ when Reason is not null && Verdict == "up" => "\"reason\" goes with \"verdict\": \"down\" only.",
        _ when Reason is not null && !Reasons.Contains(Reason) => $"\"reason\" must be one of {string.Join(", ", Reasons)}.",
        _ when Comment is { Length: > LongestComment } => $"\"comment\" has {Comment.Length} characters; at most {LongestComment} are taken.",
        _ when Answer is { Length: > LongestAnswer } => $"\"answer\" has {Answer.Length} characters; at most {LongestAnswer} are taken.",
        _ when Mode is { Length: > LongestMode } => $"\"mode\" has {Mode.Length} characters; at most {LongestMode} are taken.",
        _ when Citations is { Length: > MostCitations } => $"\"citations\" has {Citations.Length} members; at most {MostCitations} are taken.",
        _ when Array.Exists(Citations ?? [], citation => citation is not { File.Length: > 0, Quote.Length: > 0, Start: >= 0 } || citation.End < citation.Start) =>
            "Each of \"citations\" needs a \"file\", a \"quote\", a \"start\" and an \"end\" that is not before it.",
        _ => RequestLimits.Fault("question", Question, History, filters: null, top: null),
    };

    /// <summary>What is kept of it.</summary>
    internal FeedbackEntry Entry(string? generation) => new()
    {
        Id = Guid.CreateVersion7().ToString("N"),
        ReceivedAt = DateTimeOffset.UtcNow,
        AnswerId = AnswerId!,
        Verdict = Verdict == "up" ? FeedbackVerdict.Up : FeedbackVerdict.Down,
        Reason = Reason,
        Comment = Comment,
        Question = Question!,
        History = History is { Length: > 0 } ? TurnRequest.ToTurns(History) : null,
        Answered = Answered,
        Answer = Answer,
        Mode = Mode,
        Citations = Citations is { Length: > 0 } ? [.. Citations.Select(citation => citation.ToCitation())] : null,
        Generation = generation,
        Version = typeof(FeedbackRequest).Assembly.GetName().Version?.ToString(3),
    };
}
