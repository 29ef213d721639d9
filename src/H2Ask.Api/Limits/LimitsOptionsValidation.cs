using Microsoft.Extensions.Options;

namespace H2Ask.Api.Limits;

/// <summary>Keeps the service from starting with limits that can't be right.</summary>
internal sealed class LimitsOptionsValidation : IValidateOptions<LimitsOptions>
{
    /// <inheritdoc />
    public ValidateOptionsResult Validate(string? name, LimitsOptions options) =>
        options.Faults() is { Count: > 0 } faults ? ValidateOptionsResult.Fail(faults) : ValidateOptionsResult.Success;
}
