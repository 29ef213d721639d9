using H2Ask.Qdrant;
using Microsoft.Extensions.Options;

namespace H2Ask.Api.Hosting;

/// <summary>Keeps the service from starting with settings of the index that can't be right.</summary>
internal sealed class IndexOptionsValidation(IOptions<QdrantOptions> qdrant) : IValidateOptions<IndexOptions>
{
    /// <inheritdoc />
    public ValidateOptionsResult Validate(string? name, IndexOptions options)
    {
        if (string.IsNullOrWhiteSpace(options.Path)) return ValidateOptionsResult.Fail("The setting Index:Path must name the folder of the index.");
        return IndexStores.Faults(options.Kind, qdrant.Value) is { Count: > 0 } faults ? ValidateOptionsResult.Fail(faults) : ValidateOptionsResult.Success;
    }
}
