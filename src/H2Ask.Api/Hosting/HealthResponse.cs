namespace H2Ask.Api.Hosting;

/// <summary>Whether the service can answer.</summary>
/// <param name="Status"><c>ok</c>.</param>
/// <param name="Documents">How many documents the index holds; told to those who may ask.</param>
/// <param name="Passages">How many passages it holds; told to those who may ask.</param>
public sealed record HealthResponse(string Status, int? Documents = null, int? Passages = null);
