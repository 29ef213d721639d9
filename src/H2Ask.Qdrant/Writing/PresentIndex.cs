using H2Ask.Core.Index;
using H2Ask.Qdrant.Reading;
using H2Ask.Qdrant.Stored;
using H2Ask.Qdrant.Wire;

namespace H2Ask.Qdrant.Writing;

/// <summary>What is on the server when writing begins: the generation in use, and of its points those that the next one may share.</summary>
internal sealed class PresentIndex
{
    private PresentIndex(CurrentGeneration? current, QdrantCollection? collection, GenerationContent? content, Inventory? inventory) =>
        (Current, Collection, Content, Inventory) = (current, collection, content, inventory);

    /// <summary>The generation in use; null where there is none.</summary>
    public CurrentGeneration? Current { get; }

    /// <summary>Its collection; null where nothing of it can be used.</summary>
    public QdrantCollection? Collection { get; }

    /// <summary>What it is made of; null where nothing of it can be used.</summary>
    public GenerationContent? Content { get; }

    /// <summary>Its points; null where nothing of it can be used.</summary>
    public Inventory? Inventory { get; }

    /// <summary>Reads what is there, and deletes what writers left that were ended early.</summary>
    public static async Task<PresentIndex> ReadAsync(QdrantServer server, GenerationNames names, WritingRight? right, CancellationToken cancelled)
    {
        var current = CurrentGeneration.Among(await server.AliasesAsync(cancelled), names);
        var collections = await server.CollectionsAsync(cancelled);
        if (right is not null) await right.CheckAsync(cancelled);
        foreach (var left in collections.Where(name => names.IsCollection(name) && name != current?.Collection)) await server.DeleteAsync(left, cancelled);
        if (current is null || !collections.Contains(current.Collection)) return new PresentIndex(current, null, null, null);
        var collection = server.Collection(current.Collection);
        try
        {
            if (await ReadGeneration.FindContentAsync(collection, current.Name, cancelled) is not { } content) return new PresentIndex(current, null, null, null);
            await CleanAsync(collection, content.Number, cancelled);
            var inventory = await Inventory.ReadAsync(collection, content, cancelled);
            return inventory.Fault is null ? new PresentIndex(current, collection, content, inventory) : new PresentIndex(current, null, null, null);
        }
        catch (IndexException fault) when (fault.InnerException is not PassingFault)
        {
            // What can't be read can't be used: everything is made anew. Where the server is only slow, or gone for a while, that would be for nothing.
            return new PresentIndex(current, null, null, null);
        }
    }

    /// <summary>Whether the next generation can be written beside this one, into the same collection.</summary>
    /// <param name="next">What the next one is made of.</param>
    /// <param name="terms">Its terms.</param>
    /// <param name="design">What collections are made like now.</param>
    public bool CanTake(IndexManifest next, CorpusTerms terms, Guid design) =>
        Content is not null
        && Content.Number < Lifetime.LastGeneration
        && Content.Design == design
        && Content.Manifest.Model?.Identity == next.Model?.Identity
        && terms.Lengths.IsNear(Content.StoredLengths)
        && TermGroup.IsFit(Content.TermGroups, terms.Passages.Count);

    /// <summary>Takes back what was begun for a later generation, and deletes what none has any more.</summary>
    private static async Task CleanAsync(QdrantCollection collection, int number, CancellationToken cancelled)
    {
        await collection.DeleteAsync(new PointDeletion { Filter = Filter.All(Lifetime.OnlyAfter(number)) }, cancelled);
        await collection.ChangeAsync(new PayloadChange(new LifetimeChange { Until = Lifetime.Always }) { Filter = Filter.All(Lifetime.EndingAfter(number)) }, cancelled);
        await collection.DeleteAsync(new PointDeletion { Filter = Filter.All(Lifetime.GoneAt(number)) }, cancelled);
    }
}
