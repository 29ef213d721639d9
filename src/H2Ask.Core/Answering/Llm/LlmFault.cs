using System.ClientModel;
using System.Net.Sockets;

namespace H2Ask.Core.Answering.Llm;

/// <summary>Says what went wrong with the LLM. What the endpoint or the SDK says of it is not repeated: it may hold the question or the key.</summary>
internal static class LlmFault
{
    /// <summary>The LLM ended without a word.</summary>
    public const string Silent = "The LLM sent no answer that can be read.";

    /// <summary>The LLM ended before its answer did.</summary>
    public const string BrokenOff = "The LLM broke off before the end of its answer.";

    /// <summary>The LLM wrote too much.</summary>
    public const string TooLong = "The LLM wrote more than it may (Llm:MaxOutputTokens).";

    /// <summary>The LLM took too long.</summary>
    public static string TimedOut(LlmOptions options) =>
        $"The LLM was silent for {options.SilenceSeconds} s, or took more than {options.TimeoutSeconds} s (Llm:SilenceSeconds, Llm:TimeoutSeconds).";

    /// <summary>A sentence for what was thrown.</summary>
    public static string Explain(Exception fault, bool hasBegun) => fault switch
    {
        LlmBusyException busy => busy.Message,
        ClientResultException { Status: 401 or 403 } refused => $"The LLM's endpoint refused the key with status {refused.Status} (Llm:ApiKey).",
        ClientResultException { Status: 404 } => "The LLM's endpoint knows no such address or model: status 404 (Llm:Endpoint, Llm:Model).",
        ClientResultException { Status: 429 } => "The LLM's endpoint has too many requests: status 429.",
        ClientResultException { Status: > 0 } failed => $"The LLM's endpoint failed with status {failed.Status}.",
        _ when hasBegun => BrokenOff,
        HttpRequestException or SocketException or ClientResultException => "The LLM's endpoint can't be reached, or hung up (Llm:Endpoint).",
        _ => Silent,
    };
}
