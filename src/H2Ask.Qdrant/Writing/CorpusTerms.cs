using System.Runtime.InteropServices;
using H2Ask.Qdrant.Stored;

namespace H2Ask.Qdrant.Writing;

/// <summary>What is counted of the terms of a whole corpus while its documents go by.</summary>
internal sealed class CorpusTerms
{
    private readonly Dictionary<ulong, int> _passages = [];
    private long _bodies;
    private long _titles;
    private long _sections;
    private long _count;

    /// <summary>In how many passages each term stands.</summary>
    public IReadOnlyDictionary<ulong, int> Passages => _passages;

    /// <summary>How many terms the fields of a passage have on the average.</summary>
    public FieldAverages Lengths
    {
        get
        {
            var passages = Math.Max(1f, _count);
            return new FieldAverages(_bodies / passages, _titles / passages, _sections / passages);
        }
    }

    /// <summary>Counts the terms of a passage.</summary>
    public void Add(PassageTerms terms)
    {
        foreach (var term in terms.Counts.Keys) CollectionsMarshal.GetValueRefOrAddDefault(_passages, term, out _)++;
        _bodies += terms.Lengths.Body;
        _titles += terms.Lengths.Title;
        _sections += terms.Lengths.Section;
        _count++;
    }
}
