using H2Ask.Qdrant.Stored;
using H2Ask.Qdrant.Wire;

namespace H2Ask.Qdrant.Reading;

/// <summary>The requests that a search is made of.</summary>
/// <param name="options">How exactly to search.</param>
/// <param name="generation">The number of the generation.</param>
internal sealed class SearchPlan(QdrantOptions options, int generation)
{
    /// <summary>Of so many passages that are near as a whole the sentences are looked at, at the least.</summary>
    private const int FewestCandidates = 256;

    /// <summary>So many for each passage that is to be found.</summary>
    private const int CandidatesForEach = 4;

    /// <summary>Finds passages by their words.</summary>
    public PointQuery ByWords(SparseVector words, IReadOnlyList<Filter> conditions, int top) =>
        WordSearch(words, conditions, top) with { WithPayload = PayloadFields.OfPassages };

    /// <summary>Finds passages by their words and by what they mean, in one request.</summary>
    /// <param name="words">The question's words; null: it has none.</param>
    /// <param name="meaning">Its vector; null: it means nothing.</param>
    /// <param name="conditions">What passages must meet.</param>
    /// <param name="top">How many each side is to find at most.</param>
    public PointQuery ByBoth(SparseVector? words, float[]? meaning, IReadOnlyList<Filter> conditions, int top)
    {
        PointQuery?[] sides = [words is null ? null : WordSearch(words, conditions, top), meaning is null ? null : MeaningSearch(meaning, conditions, top)];
        PointQuery[] searches = [.. sides.OfType<PointQuery>()];
        // The order does not matter, since the ranker makes its own; that all are in the list does.
        return new PointQuery { Prefetch = searches, Query = new FusionQuery("rrf"), Limit = searches.Sum(search => search.Limit), WithPayload = PayloadFields.OfPassages };
    }

    /// <summary>Says how near passages are to a question, as wholes and by the nearest of their sentences.</summary>
    public static IReadOnlyList<PointQuery> Nearness(float[] meaning, IReadOnlyList<Guid> passages)
    {
        var among = Filter.All(new Filter { HasId = passages });
        var exactly = new SearchParameters { Quantization = new QuantizationUse { Ignore = true } };
        return
        [
            new PointQuery { Query = meaning, Using = VectorNames.Passage, Filter = among, Params = exactly, Limit = passages.Count },
            new PointQuery { Query = new[] { SentenceVector.Round(meaning) }, Using = VectorNames.Sentences, Filter = among, Limit = passages.Count },
        ];
    }

    private PointQuery WordSearch(SparseVector words, IReadOnlyList<Filter> conditions, int top) =>
        new() { Query = words, Using = VectorNames.Words, Filter = Among(conditions), Limit = top };

    private PointQuery MeaningSearch(float[] meaning, IReadOnlyList<Filter> conditions, int top)
    {
        var candidates = Math.Max(FewestCandidates, CandidatesForEach * top);
        var whole = new PointQuery
        {
            Query = meaning,
            Using = VectorNames.Passage,
            Filter = Among(conditions),
            Limit = candidates,
            Params = new SearchParameters { HnswEf = Math.Max(options.SearchEf, candidates), Quantization = new QuantizationUse { Rescore = true, Oversampling = options.Oversampling } },
        };
        return new PointQuery { Prefetch = [whole], Query = new[] { SentenceVector.Round(meaning) }, Using = VectorNames.Sentences, Limit = top };
    }

    private Filter Among(IReadOnlyList<Filter> conditions) => Filter.All([.. Lifetime.At(generation).Must!, .. conditions]);
}
