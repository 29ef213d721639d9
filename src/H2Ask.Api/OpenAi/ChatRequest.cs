using System.Text.Json;
using System.Text.Json.Serialization;
using H2Ask.Api.Asking;

namespace H2Ask.Api.OpenAi;

/// <summary>A conversation to be answered, in OpenAI's shape. Members that are not named here are let pass and change nothing.</summary>
public sealed record ChatRequest
{
    /// <summary><c>h2ask</c>: by the LLM where the service has one and it can, else by the documents' own sentences; <c>h2ask-extractive</c>: by these; <c>h2ask-llm</c>: by the LLM.</summary>
    public string? Model { get; init; }

    /// <summary>The conversation, the oldest message first; the last is the user's and is answered. System messages change nothing: answers come from the documents.</summary>
    public ChatMessageRequest[]? Messages { get; init; }

    /// <summary>Whether the answer comes as server-sent events, ended by <c>[DONE]</c>.</summary>
    public bool? Stream { get; init; }

    /// <summary>What a stream is to hold besides.</summary>
    [JsonPropertyName("stream_options")]
    public StreamOptionsRequest? StreamOptions { get; init; }

    /// <summary>How many answers to make: 1.</summary>
    public int? N { get; init; }

    /// <summary>Whether the model must call a tool. It never calls one, so only <c>auto</c> and <c>none</c> are taken; the tools themselves are ignored.</summary>
    [JsonPropertyName("tool_choice")]
    public JsonElement? ToolChoice { get; init; }

    /// <summary>The form of the answer: <c>{"type": "text"}</c>.</summary>
    [JsonPropertyName("response_format")]
    public JsonElement? ResponseFormat { get; init; }

    /// <summary>Whether to return the tokens' probabilities; there are none.</summary>
    public bool? Logprobs { get; init; }

    /// <summary>What to return; only <c>text</c>.</summary>
    public string[]? Modalities { get; init; }

    /// <summary>Which documents to search; not part of OpenAI's API.</summary>
    public FiltersRequest? Filters { get; init; }
}
