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
        var variables = new SettingVariables(LlmOptions.Section);
        var options = new LlmOptions
        {
            Endpoint = variables.Text(nameof(LlmOptions.Endpoint)) ?? usual.Endpoint,
            ApiKey = variables.Text(nameof(LlmOptions.ApiKey)) ?? usual.ApiKey,
            Model = variables.Text(nameof(LlmOptions.Model)) ?? usual.Model,
            Temperature = variables.Number(nameof(LlmOptions.Temperature), usual.Temperature),
            SilenceSeconds = variables.Number(nameof(LlmOptions.SilenceSeconds), usual.SilenceSeconds),
            TimeoutSeconds = variables.Number(nameof(LlmOptions.TimeoutSeconds), usual.TimeoutSeconds),
            MaxOutputTokens = variables.Number(nameof(LlmOptions.MaxOutputTokens), usual.MaxOutputTokens),
            PassageCharacters = variables.Number(nameof(LlmOptions.PassageCharacters), usual.PassageCharacters),
        };
        return options.Faults() is { Count: > 0 } faults ? throw new ArgumentException(string.Join(' ', faults)) : options;
    }
}
