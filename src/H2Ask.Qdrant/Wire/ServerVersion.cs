namespace H2Ask.Qdrant.Wire;

/// <summary>What the server is.</summary>
/// <param name="Title">Its name.</param>
/// <param name="Version">Its version.</param>
internal sealed record ServerVersion(string? Title, string? Version);
