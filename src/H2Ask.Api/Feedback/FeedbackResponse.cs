namespace H2Ask.Api.Feedback;

/// <summary>That what was said of an answer is kept.</summary>
/// <param name="Id">Names it.</param>
/// <param name="ReceivedAt">When it was received.</param>
public sealed record FeedbackResponse(string Id, DateTimeOffset ReceivedAt);
