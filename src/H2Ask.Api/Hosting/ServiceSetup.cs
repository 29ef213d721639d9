using System.Text.Encodings.Web;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using H2Ask.Api.Access;
using H2Ask.Api.Description;
using H2Ask.Api.Feedback;
using H2Ask.Api.Limits;
using H2Ask.Api.OpenAi;
using H2Ask.Api.Settings;
using H2Ask.Api.Telemetry;
using H2Ask.Api.Uploads;

namespace H2Ask.Api.Hosting;

/// <summary>The services of the API.</summary>
public static class ServiceSetup
{
    /// <summary>Adds the services.</summary>
    public static void AddH2Ask(this WebApplicationBuilder builder)
    {
        builder.Configuration.AddSettingsFile();
        builder.Services.AddAccess();
        builder.Services.AddLimits();
        builder.Services.AddTelemetry();
        builder.Services.AddSettings<EmbeddingSettings>(EmbeddingSettings.Section);
        builder.Services.AddSingleton<QuestionModel>();
        builder.Services.AddLlm();
        builder.Services.AddIndex();
        builder.Services.AddSingleton<LiveIndex>().AddHostedService(services => services.GetRequiredService<LiveIndex>());
        builder.Services.AddUploads();
        builder.Services.AddFeedback();
        builder.Services.AddOpenAi();
        builder.Services.AddProblemDetails(problems => problems.CustomizeProblemDetails = Problems.Complete);
        builder.Services.AddSingleton<IProblemDetailsWriter, AnyClientProblems>();
        builder.Services.AddApiDescription();
        builder.Services.Configure<RouteHandlerOptions>(handlers => handlers.ThrowOnBadRequest = true);
        builder.Services.ConfigureHttpJsonOptions(json =>
        {
            json.SerializerOptions.TypeInfoResolverChain.Insert(0, ApiJsonContext.Default);
            // Of two members with one name one would be lost silently.
            json.SerializerOptions.AllowDuplicateProperties = false;
            json.SerializerOptions.NumberHandling = JsonNumberHandling.Strict;
            // Chinese stays readable; what could be taken for markup is still escaped.
            json.SerializerOptions.Encoder = JavaScriptEncoder.Create(UnicodeRanges.All);
        });
        builder.RefuseUnknownSections();
    }

    /// <summary>Adds what every request goes through before its endpoint.</summary>
    public static void UseH2Ask(this WebApplication app)
    {
        app.UseRequestIds();
        app.UseSecurityHeaders();
        app.UseProblems();
        app.UseKnownCharsets();
        app.UseCallers();
        app.UseRateLimiter();
        app.UseAuthorization();
    }
}
