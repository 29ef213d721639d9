namespace H2Ask.Api.Asking;

/// <summary>What a request may hold.</summary>
internal static class RequestLimits
{
    public const int LongestQuestion = 2000;
    public const int MostTurns = 100;
    public const int LongestTurn = 20000;
    public const int MostPassages = 100;
    public const int MostFilterValues = 100;
    public const int LongestFilterValue = 200;

    /// <summary>What is wrong with the request, in a sentence; null where nothing is.</summary>
    public static string? Fault(string field, string? question, TurnRequest[]? history, FiltersRequest? filters, int? top) => question switch
    {
        _ when string.IsNullOrWhiteSpace(question) => $"\"{field}\" is missing or empty: send what is asked as a string.",
        { Length: > LongestQuestion } => $"\"{field}\" has {question.Length} characters; at most {LongestQuestion} are taken. Ask more shortly.",
        _ when history is { Length: > MostTurns } => $"\"history\" has {history.Length} turns; at most {MostTurns} are taken. Leave out the oldest.",
        _ when Array.Exists(history ?? [], turn => turn is not { Role: "user" or "assistant", Content: not null }) =>
            "Each turn of \"history\" needs a \"role\" (\"user\" or \"assistant\") and a \"content\" (a string).",
        _ when Array.Exists(history ?? [], turn => turn.Content!.Length > LongestTurn) =>
            $"A turn of \"history\" is longer than {LongestTurn} characters. Shorten it or leave it out.",
        _ when top is < 1 or > MostPassages => $"\"top\" is {top}; it must be from 1 to {MostPassages}.",
        _ => filters?.Fault(),
    };
}
