using System.Text.Encodings.Web;
using System.Text.Unicode;
using H2Ask.Api.Settings;
using Microsoft.Extensions.Logging.Console;

namespace H2Ask.Api.Telemetry;

/// <summary>What the service tells of itself: the log, measurements and traces.</summary>
internal static class TelemetrySetup
{
    /// <summary>Adds the services.</summary>
    public static void AddTelemetry(this IServiceCollection services)
    {
        services.AddSettings<TelemetryOptions>(TelemetryOptions.Section)
            .Validate(options => options.IsValid, "The setting Telemetry:Endpoint must be an address that begins with http:// or https://, such as http://127.0.0.1:4318.");
        services.AddHostedService<TelemetryExport>();
        services.AddOptions<QuestionLogOptions>().BindConfiguration(QuestionLogOptions.Section).ValidateOnStart();
        services.AddSingleton<QuestionLog>();
        services.Configure<JsonConsoleFormatterOptions>(WriteForPrograms);
    }

    /// <summary>Lines of JSON name the request they belong to and the day, and keep Chinese readable.</summary>
    private static void WriteForPrograms(JsonConsoleFormatterOptions json)
    {
        json.IncludeScopes = true;
        json.UseUtcTimestamp = true;
        json.TimestampFormat = "yyyy-MM-ddTHH:mm:ss.fffZ";
        json.JsonWriterOptions = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };
    }
}
