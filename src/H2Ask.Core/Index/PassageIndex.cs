using System.Buffers;
using H2Ask.Core.Corpus;

namespace H2Ask.Core.Index;

/// <summary>A corpus ready to be searched, read from its files while it is used. It never changes: a new state of the corpus is a new index.</summary>
public sealed class PassageIndex : IDisposable
{
    /// <summary>Of so many passages that are near as a whole the sentences are looked at, at the least.</summary>
    private const int FewestCandidates = 256;

    /// <summary>So many for each passage that is to be found.</summary>
    private const int CandidatesForEach = 4;

    private readonly GenerationReader _files;
    private readonly IPassageEmbedder? _embedder;
    private readonly IndexedDocument?[] _documents;
    private int _uses = 1;
    private int _isClosed;

    internal PassageIndex(GenerationReader files, IPassageEmbedder? embedder)
    {
        _files = files;
        _embedder = embedder;
        _documents = new IndexedDocument?[Manifest.Documents];
        Documents = new LazyList<IndexedDocument>(Manifest.Documents, ReadDocument);
        Passages = new LazyList<Passage>(Manifest.Passages, ReadPassage);
    }

    /// <summary>What the index was made of.</summary>
    public IndexManifest Manifest => _files.Manifest;

    /// <summary>The name of this state of the index.</summary>
    public string Generation => _files.Name;

    /// <summary>The documents, in the order of the corpus.</summary>
    public IReadOnlyList<IndexedDocument> Documents { get; }

    /// <summary>All passages; their places in this list are the numbers that the searches use.</summary>
    public IReadOnlyList<Passage> Passages { get; }

    /// <summary>The lexical index of the passages.</summary>
    public LexicalIndexReader Lexical => _files.Lexical;

    /// <summary>Whether questions can be compared with the passages by their vectors: the index has them, and the model is at hand.</summary>
    public bool IsDense => _embedder is not null && _files.Vectors is not null;

    /// <summary>The document of a passage.</summary>
    public IndexedDocument DocumentOf(int passage) => Documents[_files.DocumentOf(passage)];

    /// <summary>The document of that id, or null.</summary>
    public IndexedDocument? FindDocument(string id) =>
        _files.DocumentIds.Find(id, number => Documents[number].Document.Id == id) is >= 0 and var found ? Documents[found] : null;

    /// <summary>The number of the passage of that id, or -1.</summary>
    public int FindPassage(string id) => _files.PassageIds.Find(id, number => _files.Passage(number).Id == id);

    /// <summary>The passages of the documents that fit.</summary>
    public PassageSet PassagesWhere(Func<PolicyDocument, bool> fits)
    {
        var passages = new PassageSet(Passages.Count);
        foreach (var document in Documents)
        {
            if (fits(document.Document)) passages.Add(document.FirstPassage, document.Passages.Count);
        }

        return passages;
    }

    /// <summary>The vector of a question.</summary>
    /// <exception cref="InvalidOperationException">The index is not dense.</exception>
    public float[] EmbedQuery(string question) => Embedder.EmbedQuery(question);

    /// <summary>
    /// Finds the passages of which a sentence says what is nearest to the question: those whose own vectors are near, ordered by
    /// the nearest of their sentences.
    /// </summary>
    /// <param name="question">The question's vector.</param>
    /// <param name="among">The passages that may be found; null: all.</param>
    /// <param name="found">Takes the best, the best first: as many as fit.</param>
    /// <returns>How many were found.</returns>
    public int SearchDense(ReadOnlySpan<float> question, PassageSet? among, Span<ScoredPassage> found)
    {
        if (found.IsEmpty) return 0;
        var room = Math.Min(Math.Max(FewestCandidates, CandidatesForEach * found.Length), Math.Max(1, Passages.Count));
        var near = ArrayPool<ScoredPassage>.Shared.Rent(room);
        try
        {
            var best = near.AsSpan(0, Vectors.Search(question, among, near.AsSpan(0, room), room));
            Sentences.Score(question, best);
            best.Sort(BestPassages.Compare);
            best = best[..Math.Min(found.Length, best.Length)];
            best.CopyTo(found);
            return best.Length;
        }
        finally
        {
            ArrayPool<ScoredPassage>.Shared.Return(near);
        }
    }

    /// <summary>Scores passages as <see cref="SearchDense"/> does.</summary>
    public void ScoreDense(ReadOnlySpan<float> question, Span<ScoredPassage> passages)
    {
        // One without sentences is as near as it is as a whole.
        foreach (ref var passage in passages) passage = passage with { Score = Vectors.Score(question, passage.Passage) };
        Sentences.Score(question, passages);
    }

    /// <summary>How near a passage as a whole is to the question.</summary>
    public float ScoreWhole(ReadOnlySpan<float> question, int passage) => Vectors.Score(question, passage);

    /// <summary>Keeps the index open for a use; null where it has been closed for good.</summary>
    public IndexLease? Lease()
    {
        for (var uses = Volatile.Read(ref _uses); uses > 0; uses = Volatile.Read(ref _uses))
        {
            if (Interlocked.CompareExchange(ref _uses, uses + 1, uses) == uses) return new IndexLease(this);
        }

        return null;
    }

    /// <summary>Closes the index, once the last of its leases has ended.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _isClosed, 1) == 0) Leave();
    }

    internal void Leave()
    {
        if (Interlocked.Decrement(ref _uses) == 0) _files.Dispose();
    }

    internal ReadOnlySpan<char> ReadText(int document) => _files.Text(document);

    internal IReadOnlyList<Section> ReadSections(int document) => _files.Sections(document);

    private IPassageEmbedder Embedder => _embedder ?? throw NotDense();

    private VectorFile Vectors => _files.Vectors ?? throw NotDense();

    private SentenceFile Sentences => _files.Sentences ?? throw NotDense();

    private static InvalidOperationException NotDense() => new("The index has no vectors, or no model is at hand: see IsDense.");

    private IndexedDocument ReadDocument(int number) => _documents[number] ??= new IndexedDocument(this, number, _files.Document(number));

    private Passage ReadPassage(int number)
    {
        var stored = _files.Passage(number);
        var document = _files.DocumentOf(number);
        var known = Documents[document].Document;
        return new Passage
        {
            Id = stored.Id,
            DocumentId = known.Id,
            Start = stored.Start,
            End = stored.End,
            Section = stored.Section ?? [],
            Text = stored.Text ?? _files.TextPart(document, stored.Start - known.Start, stored.End - stored.Start),
            SearchText = stored.SearchText,
            Twins = stored.Twins ?? [],
        };
    }
}
