using H2Ask.Core.Corpus.Describing;
using H2Ask.Core.Retrieval;
using H2Ask.Core.Text;

namespace H2Ask.Core.Answering.Checking;

/// <summary>
/// Finds the proof of statements that something else than the documents worded: figures, dates, places, bodies, negations and most of
/// the words must stand in a quote. What can't be proved has no proof, however likely it is.
/// </summary>
internal sealed class StatementCheck
{
    private readonly IReadOnlyList<SearchHit> _hits;
    private readonly Func<ulong, float> _weigh;
    private readonly List<PassageSource> _sources;
    private IReadOnlyList<PlaceMention> _meant;

    /// <summary>Takes the passages that may prove statements, and the question that they are to answer.</summary>
    public StatementCheck(IReadOnlyList<SearchHit> hits, string question, Func<ulong, float> weigh)
    {
        _hits = hits;
        _weigh = weigh;
        _sources = [.. hits.Select(hit => new PassageSource(hit))];
        _meant = PlacesIn(question);
    }

    /// <summary>What proves a statement: of the passages that it cites those that do, else the best of the others; empty where nothing does.</summary>
    /// <param name="statement">The statement.</param>
    /// <param name="cited">The numbers of the passages that it cites, from 1; those that do not exist count for nothing.</param>
    public IReadOnlyList<Proof> Prove(string statement, IReadOnlyList<int> cited)
    {
        var claim = Read(statement);
        var numbers = cited.Where(number => number >= 1 && number <= _sources.Count).Select(number => number - 1).Distinct().ToList();
        List<Proof> proofs = [.. numbers.Select(number => _sources[number].Prove(claim, _meant)).OfType<Proof>()];
        if (proofs.Count == 0 && numbers.Count > 1) proofs = ProveInParts(statement, numbers);
        if (proofs.Count == 0) proofs = [.. Enumerable.Range(0, _sources.Count).Except(numbers).Select(number => _sources[number].Prove(claim, _meant)).OfType<Proof>().Take(1)];
        // The next statement, where it names no place, will be read as one of the same.
        if (proofs.Count > 0 && claim.Places.Count > 0) _meant = claim.Places;
        return WithoutTwins(proofs);
    }

    /// <summary>
    /// Proves the clauses by several documents that the statement cites: what it says of each must stand in one passage of it, or
    /// clauses that belong to different things could be joined. A clause without a place is of the place named before.
    /// </summary>
    private List<Proof> ProveInParts(string statement, List<int> numbers)
    {
        var parts = new Dictionary<string, (string Text, IReadOnlyList<PlaceMention> Meant)>(StringComparer.Ordinal);
        var meant = _meant;
        foreach (var span in Sentences.Clauses(statement))
        {
            var text = span.Of(statement).ToString();
            var clause = Read(text);
            if (clause.Places.Count > 0) meant = clause.Places;
            if (numbers.FindIndex(number => _sources[number].Prove(clause, meant) is not null) is not (>= 0 and var found)) return [];
            var document = _hits[numbers[found]].Passage.DocumentId;
            parts[document] = parts.TryGetValue(document, out var part) ? (part.Text + text, part.Meant) : (text, meant);
        }

        if (parts.Count < 2) return [];
        List<Proof> proofs = [.. parts.Select(part => Prove(part.Key, part.Value.Text, part.Value.Meant)).OfType<Proof>()];
        return proofs.Count == parts.Count ? proofs : [];

        Proof? Prove(string document, string text, IReadOnlyList<PlaceMention> places) =>
            numbers.Where(number => _hits[number].Passage.DocumentId == document).Select(number => _sources[number].Prove(Read(text), places)).OfType<Proof>().FirstOrDefault();
    }

    private Claim Read(string statement) => Claim.Of(statement, _hits.Select(hit => hit.Document.Document.DocumentNumber), _weigh);

    private static List<Proof> WithoutTwins(List<Proof> proofs)
    {
        var kept = new List<Proof>();
        foreach (var proof in proofs)
        {
            if (!kept.Exists(other => other.Source.Passage.Twins.Contains(proof.Source.Passage.Id))) kept.Add(proof);
        }

        return kept;
    }

    private static PlaceMention[] PlacesIn(string text)
    {
        var dense = DenseText.Of(text).Text;
        return [.. Gazetteer.China.Find(dense, 0, dense.Length)];
    }
}
