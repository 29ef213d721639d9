using System.Text.Json.Serialization;
using H2Ask.Core.Retrieval;

namespace H2Ask.Api.Asking;

/// <summary>One earlier turn of the conversation.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record TurnRequest
{
    /// <summary><c>user</c> or <c>assistant</c>.</summary>
    public string? Role { get; init; }

    /// <summary>What was said.</summary>
    public string? Content { get; init; }

    /// <summary>The turns as the answerer takes them.</summary>
    internal static IReadOnlyList<Turn> ToTurns(TurnRequest[]? history) =>
        [.. (history ?? []).Select(turn => new Turn(turn.Role!, turn.Content!))];
}
