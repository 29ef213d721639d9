using System.Globalization;
using H2Ask.Core.Answering.Llm;

namespace H2Ask.Indexer.Commands;

/// <summary>The settings of the LLM, from the environment: the variables that the service takes too.</summary>
internal static class LlmVariables
{
    /// <summary>Reads them.</summary>
    /// <exception cref="ArgumentException">One is wrong.</exception>
    public static LlmOptions Read()
    {
        var usual = new LlmOptions();
        var options = new LlmOptions
        {
            Endpoint = Text(nameof(LlmOptions.Endpoint)) ?? usual.Endpoint,
            ApiKey = Text(nameof(LlmOptions.ApiKey)) ?? usual.ApiKey,
            Model = Text(nameof(LlmOptions.Model)) ?? usual.Model,
            Temperature = Number(nameof(LlmOptions.Temperature), usual.Temperature),
            SilenceSeconds = Number(nameof(LlmOptions.SilenceSeconds), usual.SilenceSeconds),
            TimeoutSeconds = Number(nameof(LlmOptions.TimeoutSeconds), usual.TimeoutSeconds),
            MaxOutputTokens = Number(nameof(LlmOptions.MaxOutputTokens), usual.MaxOutputTokens),
            PassageCharacters = Number(nameof(LlmOptions.PassageCharacters), usual.PassageCharacters),
        };
        return options.Faults() is { Count: > 0 } faults ? throw new ArgumentException(string.Join(' ', faults)) : options;
    }

    private static string? Text(string setting) => Environment.GetEnvironmentVariable($"{LlmOptions.Section}__{setting}");

    private static T Number<T>(string setting, T usual)
        where T : IParsable<T>
    {
        if (Text(setting) is not { Length: > 0 } text) return usual;
        return T.TryParse(text, CultureInfo.InvariantCulture, out var number) ? number : throw new ArgumentException($"The setting {LlmOptions.Section}:{setting} must be a number.");
    }
}
