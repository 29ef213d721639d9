using System.Text.Json.Serialization;

namespace H2Ask.Api.Asking;

/// <summary>A question.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record AskRequest
{
    /// <summary>What is asked, in everyday words.</summary>
    public string? Question { get; init; }

    /// <summary>The turns before it, the oldest first.</summary>
    public TurnRequest[]? History { get; init; }

    /// <summary>Which documents to search.</summary>
    public FiltersRequest? Filters { get; init; }

    /// <summary>How many passages the answer is made from; 6 where nothing is said.</summary>
    public int? Top { get; init; }

    /// <summary><c>auto</c>: by the LLM where the service has one and it can, else by the documents' own sentences; <c>extractive</c>: by these; <c>llm</c>: by the LLM.</summary>
    public string? Mode { get; init; }

    /// <summary>Whether the answer comes as server-sent events.</summary>
    public bool Stream { get; init; }
}
