namespace H2Ask.Core.Answering.Llm;

/// <summary>Which LLM writes answers, and within what limits. Section <c>Llm</c> of the settings; without an endpoint there is no LLM.</summary>
public sealed class LlmOptions
{
    /// <summary>The section of the settings.</summary>
    public const string Section = "Llm";

    private const int LongestWait = 3600;
    private const int MostTokens = 100_000;
    private const int FewestCharacters = 500;
    private const int MostCharacters = 1_000_000;

    /// <summary>The address of an OpenAI-compatible API, up to <c>/v1</c>; empty: no LLM.</summary>
    public string Endpoint { get; set; } = string.Empty;

    /// <summary>The key of the API; empty where it takes none.</summary>
    public string ApiKey { get; set; } = string.Empty;

    /// <summary>The name of the model.</summary>
    public string Model { get; set; } = string.Empty;

    /// <summary>How freely it words, from 0 to 2.</summary>
    public float Temperature { get; set; }

    /// <summary>How long it may be silent, before its first word or between two (seconds).</summary>
    public int SilenceSeconds { get; set; } = 30;

    /// <summary>How long a whole answer may take (seconds).</summary>
    public int TimeoutSeconds { get; set; } = 120;

    /// <summary>How long an answer it may write (tokens).</summary>
    public int MaxOutputTokens { get; set; } = 1500;

    /// <summary>How much of the passages it is shown (characters).</summary>
    public int PassageCharacters { get; set; } = 12_000;

    /// <summary>Whether there is an LLM.</summary>
    public bool IsConfigured => !string.IsNullOrWhiteSpace(Endpoint);

    /// <summary>What is wrong with the settings, a sentence each that names the setting. The key is in none.</summary>
    public IReadOnlyList<string> Faults() => [.. AllFaults().OfType<string>()];

    private IEnumerable<string?> AllFaults()
    {
        if (!IsConfigured)
        {
            if (!string.IsNullOrEmpty(Model) || !string.IsNullOrEmpty(ApiKey)) yield return "The setting Llm:Endpoint is missing, but Llm:Model or Llm:ApiKey is set: name the address of the API, or set none of them.";
            yield break;
        }

        if (!IsAddress(Endpoint)) yield return "The setting Llm:Endpoint must be an address that begins with http:// or https://, without a user, a query or a fragment, such as http://127.0.0.1:11434/v1.";
        if (string.IsNullOrWhiteSpace(Model)) yield return "The setting Llm:Model must name the model of the endpoint.";
        if (ApiKey.Any(letter => letter is <= ' ' or > '~')) yield return "The setting Llm:ApiKey must be letters, digits and signs without blanks.";
        if (!(Temperature is >= 0 and <= 2)) yield return "The setting Llm:Temperature must be a number from 0 to 2.";
        yield return Outside(nameof(SilenceSeconds), SilenceSeconds, 1, LongestWait);
        yield return Outside(nameof(TimeoutSeconds), TimeoutSeconds, 1, LongestWait);
        yield return Outside(nameof(MaxOutputTokens), MaxOutputTokens, 1, MostTokens);
        yield return Outside(nameof(PassageCharacters), PassageCharacters, FewestCharacters, MostCharacters);
    }

    private static bool IsAddress(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
        && address is { UserInfo: "", Query: "", Fragment: "" };

    private static string? Outside(string setting, int value, int least, int most) =>
        value >= least && value <= most ? null : $"The setting Llm:{setting} must be a number from {least} to {most}.";
}
