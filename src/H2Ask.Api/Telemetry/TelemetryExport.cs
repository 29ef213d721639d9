using H2Ask.Core.Telemetry;
using Microsoft.Extensions.Options;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace H2Ask.Api.Telemetry;

/// <summary>Sends measurements and traces to the collector that the settings name; without one nothing listens.</summary>
internal sealed class TelemetryExport(IOptions<TelemetryOptions> options, IConfiguration configuration) : IHostedService
{
    private static readonly string[] MetersOfTheServer =
        ["Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "Microsoft.AspNetCore.RateLimiting", "System.Runtime"];

    private TracerProvider? _traces;
    private MeterProvider? _measurements;

    /// <inheritdoc />
    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (options.Value.Endpoint.Length == 0 && string.IsNullOrEmpty(configuration["OTEL_EXPORTER_OTLP_ENDPOINT"])) return Task.CompletedTask;
        _traces = Sdk.CreateTracerProviderBuilder()
            .ConfigureResource(Describe)
            .AddSource(Signals.Name, "Microsoft.AspNetCore")
            .AddOtlpExporter(exporter => Address(exporter, "v1/traces"))
            .Build();
        _measurements = Sdk.CreateMeterProviderBuilder()
            .ConfigureResource(Describe)
            .AddMeter([Signals.Name, .. MetersOfTheServer])
            .AddOtlpExporter(exporter => Address(exporter, "v1/metrics"))
            .Build();
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public Task StopAsync(CancellationToken cancellationToken)
    {
        // What was measured last is sent.
        _traces?.Dispose();
        _measurements?.Dispose();
        return Task.CompletedTask;
    }

    private static void Describe(ResourceBuilder resource) =>
        resource.AddService("h2ask", serviceVersion: Signals.Version).AddEnvironmentVariableDetector();

    private void Address(OtlpExporterOptions exporter, string path)
    {
        if (options.Value.Endpoint.Length == 0) return;
        exporter.Protocol = OtlpExportProtocol.HttpProtobuf;
        exporter.Endpoint = new Uri($"{options.Value.Endpoint.TrimEnd('/')}/{path}");
    }
}
