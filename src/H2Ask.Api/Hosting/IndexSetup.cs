using H2Ask.Api.Settings;
using H2Ask.Qdrant;
using Microsoft.Extensions.Options;

namespace H2Ask.Api.Hosting;

/// <summary>The index that the settings choose.</summary>
internal static class IndexSetup
{
    /// <summary>Adds the store.</summary>
    public static void AddIndex(this IServiceCollection services)
    {
        services.AddSettings<QdrantOptions>(QdrantOptions.Section);
        services.AddSettings<IndexOptions>(IndexOptions.Section);
        services.AddSingleton<IValidateOptions<IndexOptions>, IndexOptionsValidation>();
        services.AddSingleton(found =>
        {
            var options = found.GetRequiredService<IOptions<IndexOptions>>().Value;
            return IndexStores.Make(options.Kind, options.Path, found.GetRequiredService<IOptions<QdrantOptions>>().Value);
        });
    }
}
