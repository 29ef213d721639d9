using System.Text.Json;
using H2Ask.Api.Asking;
using H2Ask.Core.Answering;
using H2Ask.Core.Retrieval;
using Microsoft.AspNetCore.Http.HttpResults;

namespace H2Ask.Api.OpenAi;

/// <summary>The question of a chat and the turns before it.</summary>
/// <param name="Question">What the last message asks.</param>
/// <param name="History">The turns before it, the oldest first.</param>
internal sealed record ChatConversation(string Question, IReadOnlyList<Turn> History)
{
    /// <summary>Reads a request; null with a fault where it can't be answered as it is meant.</summary>
    public static ChatConversation? Read(ChatRequest request, out ProblemHttpResult? fault)
    {
        fault = Unanswerable(request) ?? MessageFault(request.Messages) ?? QuestionFault(request.Messages!);
        if (fault is not null) return null;
        var question = request.Messages![^1].Content!.Text;

        // What is longer than this no answer is made from.
        var turns = request.Messages[..^1].Where(message => message.Role is "user" or "assistant" && message.Content is not null).TakeLast(RequestLimits.MostTurns);
        return new ChatConversation(question, [.. turns.Select(message => new Turn(message.Role!, PlainAnswer.WithoutSources(message.Content!.Text)))]);
    }

    /// <summary>What would mislead if it were ignored.</summary>
    private static ProblemHttpResult? Unanswerable(ChatRequest request) => request switch
    {
        { N: not null and not 1 } => OpenAiErrors.Invalid("\"n\" must be 1: there is one answer to a question.", "n"),
        { Logprobs: true } => OpenAiErrors.Invalid("\"logprobs\" can't be returned: answers are not drawn by chance.", "logprobs"),
        { Modalities: { } modalities } when Array.Exists(modalities, modality => modality != "text") => OpenAiErrors.Invalid("\"modalities\" can only be [\"text\"].", "modalities"),
        { ResponseFormat: { } format } when Type(format) is not (null or "text") =>
            OpenAiErrors.Invalid("\"response_format\" can only be {\"type\": \"text\"}: statements are quoted, not formed. POST /api/ask returns them as JSON.", "response_format"),
        { ToolChoice: { } choice } when choice.ValueKind != JsonValueKind.Null && !(choice.ValueKind == JsonValueKind.String && choice.GetString() is "auto" or "none") =>
            OpenAiErrors.Invalid("\"tool_choice\" can only be \"auto\" or \"none\": no tool is ever called.", "tool_choice"),
        { Filters: { } filters } when filters.Fault() is { } wrong => OpenAiErrors.Invalid(wrong, "filters"),
        _ => null,
    };

    private static ProblemHttpResult? QuestionFault(ChatMessageRequest[] messages)
    {
        var place = $"messages[{messages.Length - 1}].content";
        return RequestLimits.Fault(place, messages[^1].Content!.Text, history: null, filters: null, top: null) is { } fault ? OpenAiErrors.Invalid(fault, place) : null;
    }

    private static ProblemHttpResult? MessageFault(ChatMessageRequest[]? messages)
    {
        if (messages is not { Length: > 0 }) return OpenAiErrors.Invalid("\"messages\" is missing or empty: send the conversation, the question last.", "messages");
        for (var i = 0; i < messages.Length; i++)
        {
            if (MessageFault(messages[i]) is { } fault) return OpenAiErrors.Invalid($"messages[{i}] {fault}", $"messages[{i}]");
        }

        return messages[^1].Role == "user" && messages[^1].Content is not null ? null : OpenAiErrors.Invalid("The last of \"messages\" must be the user's: it is what is answered.", "messages");
    }

    private static string? MessageFault(ChatMessageRequest? message) => message switch
    {
        { Role: "tool" or "function" } => "is the result of a tool: none was called, and answers come from the documents only. Leave it out.",
        not { Role: "user" or "assistant" or "system" or "developer" } => "needs a \"role\": \"user\", \"assistant\", \"system\" or \"developer\".",
        { Role: "user", Content: null } => "has no \"content\".",
        { Content.HasOtherParts: true } => "holds a part that is no text. Send parts of the type \"text\" only.",
        _ => null,
    };

    private static string? Type(JsonElement format) =>
        format.ValueKind == JsonValueKind.Null ? null
        : format.ValueKind == JsonValueKind.Object && format.TryGetProperty("type", out var type) && type.ValueKind == JsonValueKind.String ? type.GetString()
        : string.Empty;
}
