using System.Buffers;
using H2Ask.Core.Corpus;

namespace H2Ask.Core.Index;

/// <summary>An index in a folder of this machine, read from its files while it is used.</summary>
public sealed class EmbeddedIndex : IPassageIndex
{
    /// <summary>Of so many passages that are near as a whole the sentences are looked at, at the least.</summary>
    private const int FewestCandidates = 256;

    /// <summary>So many for each passage that is to be found.</summary>
    private const int CandidatesForEach = 4;

    private readonly GenerationReader _files;
    private readonly IPassageEmbedder? _embedder;
    private readonly IndexedDocument?[] _documents;
    private readonly PassageCache _read = new();

    internal EmbeddedIndex(GenerationReader files, IPassageEmbedder? embedder)
    {
        _files = files;
        _embedder = embedder;
        _documents = new IndexedDocument?[Manifest.Documents];
        Documents = new LazyList<IndexedDocument>(Manifest.Documents, ReadDocument);
        Passages = new LazyList<Passage>(Manifest.Passages, ReadPassage);
    }

    /// <inheritdoc />
    public IndexManifest Manifest => _files.Manifest;

    /// <inheritdoc />
    public string Generation => _files.Name;

    /// <inheritdoc />
    public IReadOnlyList<IndexedDocument> Documents { get; }

    /// <summary>All passages; their places in this list are the numbers that the searches use.</summary>
    public IReadOnlyList<Passage> Passages { get; }

    /// <inheritdoc />
    public IPassageEmbedder? Embedder => _files.Vectors is null ? null : _embedder;

    /// <inheritdoc />
    public IndexedDocument DocumentOf(int passage) => Documents[_files.DocumentOf(passage)];

    /// <inheritdoc />
    public IndexedDocument? FindDocument(string id) =>
        _files.DocumentIds.Find(id, number => Documents[number].Document.Id == id) is >= 0 and var found ? Documents[found] : null;

    /// <summary>The number of the passage of that id, or -1.</summary>
    public int FindPassage(string id) => _files.PassageIds.Find(id, number => _files.Passage(number).Id == id);

    /// <inheritdoc />
    public float Weight(ulong term) => _files.Lexical.Weight(term);

    /// <inheritdoc />
    public ValueTask<ScoredPassage[]> SearchWordsAsync(string question, SearchFilters filters, int top, CancellationToken cancelled)
    {
        cancelled.ThrowIfCancellationRequested();
        return new(_files.Lexical.Search(question, top, PassagesOf(filters)));
    }

    /// <inheritdoc />
    public ValueTask<FoundPassages> SearchAsync(string question, SearchFilters filters, int top, CancellationToken cancelled)
    {
        cancelled.ThrowIfCancellationRequested();
        var among = PassagesOf(filters);
        var byWords = _files.Lexical.Search(question, top, among);
        cancelled.ThrowIfCancellationRequested();
        var vector = (Embedder ?? throw NotDense()).EmbedQuery(question);
        var meant = new ScoredPassage[top];
        // A question without any word, as "？？？", means nothing: it is as near to one passage as to another.
        meant = vector.AsSpan().ContainsAnyExcept(0f) ? meant[..SearchDense(vector, among, meant)] : [];

        var numbers = byWords.Concat(meant).Select(hit => hit.Passage).Distinct().Order().ToArray();
        var whole = Array.ConvertAll(numbers, number => Vectors.Score(vector, number));
        // One without sentences is as near as it is as a whole.
        var scores = numbers.Zip(whole, (number, score) => new ScoredPassage(number, score)).ToArray();
        Sentences.Score(vector, scores);
        return new(new FoundPassages(byWords, numbers, _files.Lexical.ScoreFields(question, numbers), Array.ConvertAll(scores, hit => hit.Score), whole));
    }

    /// <inheritdoc />
    public ValueTask<Passage[]> ReadPassagesAsync(ReadOnlyMemory<int> numbers, CancellationToken cancelled)
    {
        cancelled.ThrowIfCancellationRequested();
        var passages = new Passage[numbers.Length];
        for (var i = 0; i < passages.Length; i++) passages[i] = Passages[numbers.Span[i]];
        return new(passages);
    }

    /// <inheritdoc />
    public ValueTask<IReadOnlyList<Passage>> ReadPassagesAsync(IReadOnlyList<string> ids, CancellationToken cancelled)
    {
        cancelled.ThrowIfCancellationRequested();
        return new([.. ids.Select(FindPassage).Where(number => number >= 0).Select(number => Passages[number])]);
    }

    /// <inheritdoc />
    public ValueTask<string> ReadTextAsync(IndexedDocument document, CancellationToken cancelled) => new(_files.Text(document.Number).ToString());

    /// <inheritdoc />
    public ValueTask<IReadOnlyList<Section>> ReadSectionsAsync(IndexedDocument document, CancellationToken cancelled) => new(_files.Sections(document.Number));

    /// <summary>
    /// Finds the passages of which a sentence says what is nearest to the question: those whose own vectors are near, ordered by
    /// the nearest of their sentences.
    /// </summary>
    /// <param name="question">The question's vector.</param>
    /// <param name="among">The passages that may be found; null: all.</param>
    /// <param name="found">Takes the best, the best first: as many as fit.</param>
    /// <returns>How many were found.</returns>
    internal int SearchDense(ReadOnlySpan<float> question, PassageSet? among, Span<ScoredPassage> found)
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

    /// <inheritdoc />
    public void Dispose() => _files.Dispose();

    private VectorFile Vectors => _files.Vectors ?? throw NotDense();

    private SentenceFile Sentences => _files.Sentences ?? throw NotDense();

    private static InvalidOperationException NotDense() => new("The index has no vectors, or no model is at hand: see IsDense.");

    private IndexedDocument ReadDocument(int number) => _documents[number] ??= _files.Document(number);

    /// <summary>The passages that may be found; null: all.</summary>
    private PassageSet? PassagesOf(SearchFilters filters)
    {
        if (filters.IsEmpty) return null;
        var passages = new PassageSet(Passages.Count);
        foreach (var document in Documents)
        {
            if (filters.Match(document.Document)) passages.Add(document.FirstPassage, document.Passages);
        }

        return passages;
    }

    private Passage ReadPassage(int number)
    {
        if (_read.Find(number) is { } known) return known;
        var passage = DecodePassage(number);
        _read.Keep(number, passage);
        return passage;
    }

    private Passage DecodePassage(int number)
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
