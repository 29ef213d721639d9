namespace H2Ask.Api.Telemetry;

/// <summary>Where measurements and traces are sent. Section <c>Telemetry</c> of the settings.</summary>
public sealed class TelemetryOptions
{
    /// <summary>The section of the settings.</summary>
    public const string Section = "Telemetry";

    /// <summary>The address of an OpenTelemetry collector that takes OTLP over HTTP, such as <c>http://127.0.0.1:4318</c>; empty: nothing is sent, unless <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> names one.</summary>
    public string Endpoint { get; set; } = string.Empty;

    /// <summary>Whether the endpoint can be one.</summary>
    internal bool IsValid => Endpoint.Length == 0 || (Uri.TryCreate(Endpoint, UriKind.Absolute, out var address) && address.Scheme is "http" or "https");
}
