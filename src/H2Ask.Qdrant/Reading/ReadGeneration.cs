using H2Ask.Core.Index;
using H2Ask.Qdrant.Stored;
using H2Ask.Qdrant.Wire;

namespace H2Ask.Qdrant.Reading;

/// <summary>What is read of a generation when it is opened: what it is made of, what is known of its documents, and how often terms stand in it; no passage.</summary>
internal sealed class ReadGeneration
{
    private readonly Dictionary<string, int> _numbers;

    private ReadGeneration(string name, GenerationContent content, IndexedDocument[] documents, DocumentContent[] contents, TermCounts terms)
    {
        (Name, Content, Documents, Contents, Terms) = (name, content, documents, contents, terms);
        _numbers = documents.ToDictionary(document => document.Document.Id, document => document.Number, StringComparer.Ordinal);
    }

    /// <summary>Its name.</summary>
    public string Name { get; }

    /// <summary>What it is made of.</summary>
    public GenerationContent Content { get; }

    /// <summary>Its documents, in the order of the corpus.</summary>
    public IReadOnlyList<IndexedDocument> Documents { get; }

    /// <summary>The same as their points carry them.</summary>
    public IReadOnlyList<DocumentContent> Contents { get; }

    /// <summary>In how many passages each term stands.</summary>
    public TermCounts Terms { get; }

    /// <summary>Reads it.</summary>
    /// <exception cref="IndexException">Something of it is missing or not what was written.</exception>
    public static async Task<ReadGeneration> OpenAsync(QdrantCollection collection, string name, CancellationToken cancelled)
    {
        var content = await ContentAsync(collection, name, cancelled);
        try
        {
            var terms = TermsAsync(collection, content, cancelled);
            var contents = await DocumentsAsync(collection, content, cancelled);
            return new ReadGeneration(name, content, Indexed(contents), contents, await terms);
        }
        catch (Exception fault) when (fault is FormatException or ArgumentException or OverflowException)
        {
            throw Damaged(collection.Name, "something in it is not what was written", fault);
        }
    }

    /// <summary>What a generation is made of; null where it does not say, or says it in a way that this version can't read.</summary>
    public static async Task<GenerationContent?> FindContentAsync(QdrantCollection collection, string name, CancellationToken cancelled)
    {
        var points = await collection.ReadAsync([PointIds.OfGeneration(name)], [PayloadFields.Type, PayloadFields.Generation], cancelled);
        return points is [{ Payload.Generation: { IsReadable: true } content }] ? content : null;
    }

    /// <summary>What a generation is made of.</summary>
    /// <exception cref="IndexException">It does not say, or says it in a way that this version can't read.</exception>
    public static async Task<GenerationContent> ContentAsync(QdrantCollection collection, string name, CancellationToken cancelled) =>
        await FindContentAsync(collection, name, cancelled)
        ?? throw new IndexException($"The index in the collection {collection.Name} is damaged, or not one that this version can read. Index again with --force.");

    /// <summary>The number of the document of that id; -1 where there is none.</summary>
    public int NumberOf(string id) => _numbers.GetValueOrDefault(id, -1);

    /// <summary>The exception that says that the index is damaged.</summary>
    public static IndexException Damaged(string collection, string what, Exception? cause = null)
    {
        var message = $"The index in the collection {collection} is damaged: {what}. Index again with --force.";
        return cause is null ? new IndexException(message) : new IndexException(message, cause);
    }

    private static async Task<DocumentContent[]> DocumentsAsync(QdrantCollection collection, GenerationContent content, CancellationToken cancelled)
    {
        var ids = await ListAsync(collection, content.Documents, cancelled);
        if (ids.Length != content.Manifest.Documents) throw Damaged(collection.Name, $"it names {ids.Length} of its {content.Manifest.Documents} documents");
        var found = (await collection.ReadAsync(ids, [PayloadFields.Type, PayloadFields.Document], cancelled)).ToDictionary(point => point.Id, point => point.Payload?.Document);
        return Array.ConvertAll(ids, id => found.GetValueOrDefault(id) ?? throw Damaged(collection.Name, "a document is missing"));
    }

    private static async Task<TermCounts> TermsAsync(QdrantCollection collection, GenerationContent content, CancellationToken cancelled)
    {
        var terms = new List<(ulong, int)>();
        var ids = await ListAsync(collection, content.Terms, cancelled);
        var found = await collection.ReadAsync(ids, [PayloadFields.Type, PayloadFields.Terms], cancelled);
        if (found.Count != ids.Length) throw Damaged(collection.Name, "some of its terms are missing");
        foreach (var point in found) terms.AddRange(TermGroup.Read(point.Payload?.Terms ?? throw Damaged(collection.Name, "some of its terms are missing")));
        return new TermCounts(terms);
    }

    private static async Task<Guid[]> ListAsync(QdrantCollection collection, IReadOnlyList<Guid> parts, CancellationToken cancelled) =>
        TextParts.ToPoints(await TextParts.ReadAsync(collection, parts, cancelled) ?? throw Damaged(collection.Name, "a list of its points is missing"));

    private static IndexedDocument[] Indexed(DocumentContent[] contents)
    {
        var documents = new IndexedDocument[contents.Length];
        var first = 0;
        for (var number = 0; number < documents.Length; number++)
        {
            documents[number] = new IndexedDocument(number, contents[number].Known, first, contents[number].Passages);
            first = checked(first + contents[number].Passages);
        }

        return documents;
    }
}
