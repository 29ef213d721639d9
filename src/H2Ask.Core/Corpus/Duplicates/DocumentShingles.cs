namespace H2Ask.Core.Corpus.Duplicates;

/// <summary>The shingles of documents, made of those of their passages: a sample of all, the whole of those that are asked for.</summary>
internal sealed class DocumentShingles
{
    private readonly ulong[]?[] _whole;
    private readonly int[] _firstPassage;
    private readonly List<ulong[]> _passages;

    public DocumentShingles(IReadOnlyList<CorpusDocument> documents, List<ulong[]> passages)
    {
        _passages = passages;
        _whole = new ulong[documents.Count][];
        _firstPassage = new int[documents.Count + 1];
        var sampled = new List<ulong[]>(documents.Count);
        for (var i = 0; i < documents.Count; i++)
        {
            _firstPassage[i + 1] = _firstPassage[i] + documents[i].Passages.Count;
            var sample = Union(i, CandidatePairs.IsSampled);
            sampled.Add(sample.Length > 0 ? sample : this[i]);
        }

        Sampled = sampled;
    }

    /// <summary>Of each document the sampled shingles; all of them where none is sampled.</summary>
    public IReadOnlyList<ulong[]> Sampled { get; }

    /// <summary>All shingles of a document, sorted.</summary>
    public ulong[] this[int document] => _whole[document] ??= Union(document, _ => true);

    private ulong[] Union(int document, Func<ulong, bool> counts)
    {
        var union = new List<ulong>();
        for (var i = _firstPassage[document]; i < _firstPassage[document + 1]; i++)
        {
            foreach (var shingle in _passages[i])
            {
                if (counts(shingle)) union.Add(shingle);
            }
        }

        union.Sort();
        return Shingles.Distinct([.. union]);
    }
}
