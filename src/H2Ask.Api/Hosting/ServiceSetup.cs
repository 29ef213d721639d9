using System.Text.Encodings.Web;
using System.Text.Unicode;
using H2Ask.Core.Index;
using Microsoft.Extensions.Options;

namespace H2Ask.Api.Hosting;

/// <summary>The services of the API.</summary>
public static class ServiceSetup
{
    private const long LargestRequest = 1 << 20;

    /// <summary>Adds the services.</summary>
    public static void AddH2Ask(this WebApplicationBuilder builder)
    {
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = LargestRequest;
        });
        builder.Services.AddOptions<IndexOptions>().BindConfiguration(IndexOptions.Section)
            .Validate(options => !string.IsNullOrWhiteSpace(options.Path), "The setting Index:Path must name the folder of the index.")
            .ValidateOnStart();
        builder.Services.AddOptions<EmbeddingSettings>().BindConfiguration(EmbeddingSettings.Section);
        builder.Services.AddSingleton<QuestionModel>();
        builder.Services.AddLlm();
        builder.Services.AddSingleton<IIndexStore>(services => new IndexFolder(services.GetRequiredService<IOptions<IndexOptions>>().Value.Path));
        builder.Services.AddSingleton<LiveIndex>().AddHostedService(services => services.GetRequiredService<LiveIndex>());
        builder.Services.AddProblemDetails(problems => problems.CustomizeProblemDetails = Problems.Complete);
        builder.Services.AddOpenApi();
        builder.Services.Configure<RouteHandlerOptions>(handlers => handlers.ThrowOnBadRequest = true);
        builder.Services.ConfigureHttpJsonOptions(json =>
        {
            json.SerializerOptions.TypeInfoResolverChain.Insert(0, ApiJsonContext.Default);
            // Chinese stays readable; what could be taken for markup is still escaped.
            json.SerializerOptions.Encoder = JavaScriptEncoder.Create(UnicodeRanges.All);
        });
    }
}
