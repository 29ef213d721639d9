using H2Ask.Qdrant.Stored;

namespace H2Ask.Qdrant.Wire;

/// <summary>A point as the server gives it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Score">How well it fits, where it was searched for.</param>
internal sealed record StoredPoint(Guid Id, float Score = 0)
{
    /// <summary>The fields that were wanted.</summary>
    public PointPayload? Payload { get; init; }

    /// <summary>The vectors that were wanted.</summary>
    public PointVectors? Vector { get; init; }
}
