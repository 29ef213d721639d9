namespace H2Ask.Qdrant.Wire;

/// <summary>How a collection is made.</summary>
internal sealed record CollectionDefinition
{
    /// <summary>Its dense vectors by their names.</summary>
    public required IReadOnlyDictionary<string, VectorDefinition> Vectors { get; init; }

    /// <summary>Its sparse vectors by their names.</summary>
    public IReadOnlyDictionary<string, SparseVectorDefinition>? SparseVectors { get; init; }

    /// <summary>Into how many parts it is divided; null: as the server does.</summary>
    public int? ShardNumber { get; init; }

    /// <summary>On how many nodes each part is kept.</summary>
    public int? ReplicationFactor { get; init; }

    /// <summary>How many of these must have taken a change before it counts.</summary>
    public int? WriteConsistencyFactor { get; init; }

    /// <summary>Whether payloads stay on the disk.</summary>
    public bool? OnDiskPayload { get; init; }
}
