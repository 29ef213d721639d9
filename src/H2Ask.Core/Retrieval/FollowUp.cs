namespace H2Ask.Core.Retrieval;

/// <summary>Makes a question that can be understood without the conversation before it.</summary>
public static class FollowUp
{
    /// <summary>The question with the user's last one before it, where there is one; else the question as it is.</summary>
    public static string Resolve(string question, IReadOnlyList<Turn> history)
    {
        var before = history.LastOrDefault(turn => turn.Role == "user")?.Content.Trim();
        return string.IsNullOrEmpty(before) ? question : $"{before} {question}";
    }
}
