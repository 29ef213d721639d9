using H2Ask.Qdrant.Stored;
using H2Ask.Qdrant.Wire;

namespace H2Ask.Qdrant.Writing;

/// <summary>Where a generation is written.</summary>
/// <param name="Collection">The collection.</param>
/// <param name="Sender">Sends its points.</param>
/// <param name="Number">Its number in the collection.</param>
/// <param name="From">What its points are sent with as their first generation: its number, or the writer's mark where another generation is in use beside it.</param>
/// <param name="IsShared">Whether the generation in use is in the same collection.</param>
/// <param name="Design">What the collection is made like.</param>
/// <param name="StoredLengths">The averages that the worth of terms in the collection is worked out with.</param>
/// <param name="TermGroups">Into how many groups the terms are divided.</param>
internal sealed record Target(QdrantCollection Collection, PointSender Sender, int Number, int From, bool IsShared, Guid Design, FieldAverages StoredLengths, int TermGroups)
{
    /// <summary>Makes sparse vectors.</summary>
    public WordVector Words { get; } = new(StoredLengths);
}
