using H2Ask.Api.Hosting;
using H2Ask.Api.Settings;
using Microsoft.Extensions.Options;

namespace H2Ask.Api.Uploads;

/// <summary>What takes and indexes uploaded documents.</summary>
internal static class UploadSetup
{
    /// <summary>Adds the services.</summary>
    public static void AddUploads(this IServiceCollection services)
    {
        services.AddSettings<DocumentsOptions>(DocumentsOptions.Section);
        services.AddSingleton<IValidateOptions<DocumentsOptions>, DocumentsOptionsValidation>();
        services.AddSingleton(found => new UploadFolder(
            Path.GetFullPath(found.GetRequiredService<IOptions<DocumentsOptions>>().Value.UploadsFor(found.GetRequiredService<IOptions<IndexOptions>>().Value.Path))));
        services.AddSingleton<IndexingLog>().AddSingleton<UploadQueue>().AddSingleton<CorpusIndexing>().AddSingleton<UploadReceiving>();
        services.AddHostedService<UploadIndexing>();
    }
}
