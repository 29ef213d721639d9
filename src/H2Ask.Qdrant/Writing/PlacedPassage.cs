using H2Ask.Core.Index;
using H2Ask.Qdrant.Stored;

namespace H2Ask.Qdrant.Writing;

/// <summary>A passage on its way to the server.</summary>
/// <param name="Id">The id of its point.</param>
/// <param name="Written">The passage.</param>
/// <param name="Payload">What its point carries.</param>
internal sealed record PlacedPassage(Guid Id, NewPassage Written, PointPayload Payload);
