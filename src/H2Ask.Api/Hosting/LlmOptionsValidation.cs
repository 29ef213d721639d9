using H2Ask.Core.Answering.Llm;
using Microsoft.Extensions.Options;

namespace H2Ask.Api.Hosting;

/// <summary>Keeps the service from starting with settings of the LLM that can't be right.</summary>
internal sealed class LlmOptionsValidation : IValidateOptions<LlmOptions>
{
    /// <inheritdoc />
    public ValidateOptionsResult Validate(string? name, LlmOptions options) =>
        options.Faults() is { Count: > 0 } faults ? ValidateOptionsResult.Fail(faults) : ValidateOptionsResult.Success;
}
