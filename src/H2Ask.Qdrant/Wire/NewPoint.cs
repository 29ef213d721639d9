using H2Ask.Qdrant.Stored;

namespace H2Ask.Qdrant.Wire;

/// <summary>A point to be stored.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Vector">Its vectors.</param>
/// <param name="Payload">What it carries.</param>
internal sealed record NewPoint(Guid Id, PointVectors Vector, PointPayload Payload);
