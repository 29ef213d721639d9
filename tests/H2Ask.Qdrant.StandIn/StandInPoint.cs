using System.Text.Json.Nodes;

namespace H2Ask.Qdrant.StandIn;

/// <summary>A point of a collection.</summary>
internal sealed record StandInPoint(string Id, Dictionary<string, StoredVector> Vectors, JsonObject Payload);
