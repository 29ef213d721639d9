using System.Runtime.InteropServices;
using H2Ask.Core.Text;

namespace H2Ask.Core.Index;

/// <summary>An inverted index over short texts, scored by BM25.</summary>
public sealed class LexicalIndex
{
    private const float K1 = 1.2f;
    private const float B = 0.75f;

    private readonly Dictionary<ulong, Postings> _terms;
    private readonly float[] _lengthNorms;

    private LexicalIndex(Dictionary<ulong, Postings> terms, float[] lengthNorms)
    {
        _terms = terms;
        _lengthNorms = lengthNorms;
    }

    /// <summary>Builds the index; the texts are numbered in their order, and <paramref name="fields"/> gives the parts of each.</summary>
    public static LexicalIndex Build(int count, Func<int, IEnumerable<string>> fields)
    {
        var terms = new Dictionary<ulong, Postings>();
        var lengths = new int[count];
        for (var text = 0; text < count; text++)
        {
            foreach (var field in fields(text))
            {
                var reader = new TermReader(field);
                while (reader.Read())
                {
                    lengths[text]++;
                    ref var postings = ref CollectionsMarshal.GetValueRefOrAddDefault(terms, reader.Current, out _);
                    (postings ??= new Postings()).Add(text);
                }
            }
        }

        var average = Math.Max(1f, (float)lengths.Sum() / Math.Max(1, count));
        return new LexicalIndex(terms, Array.ConvertAll(lengths, length => K1 * (1 - B + (B * length / average))));
    }

    /// <summary>How rare a term is: the higher, the more it tells.</summary>
    public float Weight(ulong term)
    {
        var found = _terms.TryGetValue(term, out var postings) ? postings.Count : 0;
        return MathF.Log(1 + ((_lengthNorms.Length - found + 0.5f) / (found + 0.5f)));
    }

    /// <summary>Scores every text against the query; <paramref name="scores"/> holds one place a text.</summary>
    public void Score(ReadOnlySpan<char> query, Span<float> scores)
    {
        scores.Clear();
        var reader = new TermReader(query);
        while (reader.Read())
        {
            if (!_terms.TryGetValue(reader.Current, out var postings)) continue;
            var weight = Weight(reader.Current) * (K1 + 1);
            var texts = postings.Texts;
            var counts = postings.Counts;
            for (var i = 0; i < texts.Length; i++)
            {
                scores[texts[i]] += weight * counts[i] / (counts[i] + _lengthNorms[texts[i]]);
            }
        }
    }

    private sealed class Postings
    {
        private readonly List<int> _texts = [];
        private readonly List<int> _counts = [];

        public int Count => _texts.Count;

        public ReadOnlySpan<int> Texts => CollectionsMarshal.AsSpan(_texts);

        public ReadOnlySpan<int> Counts => CollectionsMarshal.AsSpan(_counts);

        public void Add(int text)
        {
            if (_texts.Count > 0 && _texts[^1] == text)
            {
                _counts[^1]++;
                return;
            }

            _texts.Add(text);
            _counts.Add(1);
        }
    }
}
