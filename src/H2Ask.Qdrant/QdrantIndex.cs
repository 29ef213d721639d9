using System.Text.Json;
using H2Ask.Core.Corpus;
using H2Ask.Core.Index;
using H2Ask.Qdrant.Reading;
using H2Ask.Qdrant.Stored;
using H2Ask.Qdrant.Wire;

namespace H2Ask.Qdrant;

/// <summary>A generation of an index on a Qdrant server. What is known of its documents is read when it is opened, its passages when they are found.</summary>
internal sealed class QdrantIndex : IPassageIndex
{
    private readonly QdrantCollection _collection;
    private readonly ReadGeneration _generation;
    private readonly PassageNumbers _numbers;
    private readonly SearchPlan _plan;
    private readonly DocumentFilters _filters;
    private readonly TermScoring _scoring;
    private readonly IPassageEmbedder? _embedder;
    private readonly PassageCache _read = new();

    /// <summary>Opens a generation that has been read.</summary>
    public QdrantIndex(QdrantCollection collection, ReadGeneration generation, QdrantOptions options, IPassageEmbedder? embedder)
    {
        (_collection, _generation, _embedder) = (collection, generation, embedder);
        _numbers = new PassageNumbers(generation);
        _plan = new SearchPlan(options, generation.Content.Number);
        _filters = new DocumentFilters(generation.Documents);
        _scoring = WordVector.Scoring(generation.Content.Lengths);
    }

    /// <inheritdoc />
    public IndexManifest Manifest => _generation.Content.Manifest;

    /// <inheritdoc />
    public string Generation => _generation.Name;

    /// <inheritdoc />
    public IPassageEmbedder? Embedder => Manifest.Model is null ? null : _embedder;

    /// <inheritdoc />
    public IReadOnlyList<IndexedDocument> Documents => _generation.Documents;

    /// <inheritdoc />
    public IndexedDocument? FindDocument(string id) => _generation.NumberOf(id) is >= 0 and var number ? Documents[number] : null;

    /// <inheritdoc />
    public IndexedDocument DocumentOf(int passage) => _numbers.DocumentOf(passage);

    /// <inheritdoc />
    public float Weight(ulong term) => LexicalIndexReader.WeightOf(Manifest.Passages, _generation.Terms.Of(term));

    /// <inheritdoc />
    public async ValueTask<ScoredPassage[]> SearchWordsAsync(string question, SearchFilters filters, int top, CancellationToken cancelled)
    {
        var terms = TermsOf(question);
        if (terms.Count == 0 || _filters.Of(filters) is not { } conditions) return [];
        var found = await _collection.QueryAsync(_plan.ByWords(WordsOf(terms), conditions, top), cancelled);
        return Best(Score(found, terms), top);
    }

    /// <inheritdoc />
    public async ValueTask<FoundPassages> SearchAsync(string question, SearchFilters filters, int top, CancellationToken cancelled)
    {
        var embedder = Embedder ?? throw new InvalidOperationException("The index has no vectors, or no model is at hand: see IsDense.");
        var terms = TermsOf(question);
        // A question without any word, as "？？？", means nothing: it is as near to one passage as to another.
        var meaning = embedder.EmbedQuery(question) is var vector && vector.AsSpan().ContainsAnyExcept(0f) ? vector : null;
        if ((terms.Count == 0 && meaning is null) || _filters.Of(filters) is not { } conditions) return new FoundPassages([], [], [], [], []);
        var found = Score(await _collection.QueryAsync(_plan.ByBoth(terms.Count == 0 ? null : WordsOf(terms), meaning, conditions, top), cancelled), terms);
        var byWords = Best(found, top);
        var (sentence, whole) = await NearnessAsync(meaning, found, cancelled);
        return new FoundPassages(
            byWords,
            Array.ConvertAll(found, point => point.Number),
            Array.ConvertAll(found, point => point.Fields),
            Array.ConvertAll(found, point => sentence.GetValueOrDefault(point.Id)),
            Array.ConvertAll(found, point => whole.GetValueOrDefault(point.Id)));
    }

    /// <inheritdoc />
    public async ValueTask<Passage[]> ReadPassagesAsync(ReadOnlyMemory<int> numbers, CancellationToken cancelled)
    {
        var passages = numbers.ToArray().Select(number => (Number: number, Passage: _read.Find(number))).ToArray();
        var missing = passages.Where(passage => passage.Passage is null).Select(passage => passage.Number).Distinct().ToArray();
        var found = await FindAsync(PayloadFields.At, missing.Select(_numbers.PlaceOf), cancelled);
        return Array.ConvertAll(passages, passage => passage.Passage ?? found.GetValueOrDefault(passage.Number) ?? throw Damaged($"passage {passage.Number} is missing"));
    }

    /// <inheritdoc />
    public async ValueTask<IReadOnlyList<Passage>> ReadPassagesAsync(IReadOnlyList<string> ids, CancellationToken cancelled)
    {
        var found = (await FindAsync(PayloadFields.Id, ids, cancelled)).Values.ToDictionary(passage => passage.Id, StringComparer.Ordinal);
        return [.. ids.Select(id => found.GetValueOrDefault(id)).OfType<Passage>()];
    }

    /// <inheritdoc />
    public async ValueTask<string> ReadTextAsync(IndexedDocument document, CancellationToken cancelled) =>
        await TextParts.ReadAsync(_collection, _generation.Contents[document.Number].Text, cancelled) ?? throw Damaged($"the text of document {document.Number} is missing");

    /// <inheritdoc />
    public async ValueTask<IReadOnlyList<Section>> ReadSectionsAsync(IndexedDocument document, CancellationToken cancelled)
    {
        var parts = _generation.Contents[document.Number].Headings;
        if (parts.Count == 0) return [];
        var written = await TextParts.ReadAsync(_collection, parts, cancelled) ?? throw Damaged($"the headings of document {document.Number} are missing");
        try
        {
            var sections = JsonSerializer.Deserialize(written, QdrantJson.Shapes.IReadOnlyListSection) ?? [];
            return [.. sections.Select(section => section with { Start = section.Start + document.Document.Start, End = section.End + document.Document.Start })];
        }
        catch (JsonException)
        {
            throw Damaged($"the headings of document {document.Number} are not what was written");
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        // The connections are the store's.
    }

    private static SparseVector WordsOf(IEnumerable<(ulong Term, float Times, float Weight)> terms) => WordVector.Of(terms.Select(term => (term.Term, term.Times)));

    private static ScoredPassage[] Best(IEnumerable<FoundPoint> found, int top)
    {
        var scored = found.Where(point => point.Words > 0).Select(point => new ScoredPassage(point.Number, point.Words)).ToArray();
        Array.Sort(scored, BestPassages.Compare);
        return scored[..Math.Min(top, scored.Length)];
    }

    /// <summary>The terms that are searched for: those that say most, where there are too many. A term that stands nowhere says nothing.</summary>
    private List<(ulong Term, float Times, float Weight)> TermsOf(string question) =>
    [
        .. QuestionTerms.Of(question, LexicalWeights.Default).Where(term => _generation.Terms.Of(term.Term) > 0)
            .Select(term => (term.Term, term.Times, Weight: Weight(term.Term) * term.Times)).OrderByDescending(term => term.Weight).Take(LexicalIndexReader.MostTerms),
    ];

    /// <summary>The passages that were found, by their numbers.</summary>
    private FoundPoint[] Score(IReadOnlyList<StoredPoint> found, List<(ulong Term, float Times, float Weight)> terms)
    {
        var scoring = new WordScoring(_scoring, terms.Select(term => (term.Term, term.Weight)));
        var points = new List<FoundPoint>(found.Count);
        foreach (var point in found)
        {
            if (Keep(point.Payload) is not (>= 0 and var number)) continue;
            var (score, fields) = scoring.Of(point.Payload!.Passage!);
            points.Add(new FoundPoint(point.Id, number, score, fields));
        }

        return [.. points.OrderBy(point => point.Number)];
    }

    /// <summary>How near each passage is to the question by the nearest of its sentences, and as a whole.</summary>
    private async Task<(Dictionary<Guid, float> Sentence, Dictionary<Guid, float> Whole)> NearnessAsync(float[]? meaning, FoundPoint[] found, CancellationToken cancelled)
    {
        if (meaning is null || found.Length == 0) return ([], []);
        var near = await _collection.QueryAsync(SearchPlan.Nearness(meaning, Array.ConvertAll(found, point => point.Id)), cancelled);
        if (near is not [var whole, var sentence]) throw Damaged("the server did not answer two searches with two lists");
        return (ById(sentence), ById(whole));

        static Dictionary<Guid, float> ById(FoundPoints points) => points.Points.ToDictionary(point => point.Id, point => point.Score);
    }

    private async Task<Dictionary<int, Passage>> FindAsync(string field, IEnumerable<string> values, CancellationToken cancelled)
    {
        var passages = new Dictionary<int, Passage>();
        foreach (var page in values.Chunk(1000))
        {
            var filter = Filter.All([.. Lifetime.At(_generation.Content.Number).Must!, Filter.AnyOf(field, page)]);
            await foreach (var point in _collection.ScrollAsync(filter, PayloadFields.OfPassages, cancelled))
            {
                if (Keep(point.Payload) is >= 0 and var number && Read(point.Payload!, number) is var passage) passages[number] = passage;
            }
        }

        return passages;
    }

    /// <summary>Keeps the passage that was found, since it is likely to be read next; its number, or -1 where it is none of this generation.</summary>
    private int Keep(PointPayload? payload)
    {
        if (payload is not { Id: not null, Passage: not null }) throw Damaged("a passage is not what was written");
        var number = _numbers.NumberOf(payload.At);
        if (number >= 0 && _read.Find(number) is null) _read.Keep(number, Read(payload, number));
        return number;
    }

    private Passage Read(PointPayload payload, int number) => StoredPassages.ToPassage(payload.Id!, payload.Passage!, DocumentOf(number).Document);

    private IndexException Damaged(string what) => ReadGeneration.Damaged(_collection.Name, what);
}
