namespace H2Ask.Api.Hosting;

/// <summary>Whether the service can answer.</summary>
/// <param name="Status"><c>ok</c>.</param>
/// <param name="Documents">How many documents the index holds.</param>
/// <param name="Passages">How many passages it holds.</param>
public sealed record HealthResponse(string Status, int? Documents = null, int? Passages = null);
