using System.Runtime.InteropServices;
using H2Ask.Core.Index;
using H2Ask.Core.Text;

namespace H2Ask.Qdrant.Stored;

/// <summary>The terms of a passage, with how often each stands in its fields.</summary>
internal sealed class PassageTerms
{
    private readonly Dictionary<ulong, uint> _counts = [];
    private readonly HashSet<ulong>? _wanted;

    private PassageTerms(HashSet<ulong>? wanted) => _wanted = wanted;

    /// <summary>The counts by the terms, in the form of <see cref="FieldCounts"/>.</summary>
    public IReadOnlyDictionary<ulong, uint> Counts => _counts;

    /// <summary>How many terms each field has.</summary>
    public (int Body, int Title, int Section) Lengths { get; private set; }

    /// <summary>The lengths in the form that scoring takes.</summary>
    public FieldLengths Codes => new(LengthCode.Encode(Lengths.Body), LengthCode.Encode(Lengths.Title), LengthCode.Encode(Lengths.Section));

    /// <summary>Reads a passage.</summary>
    /// <param name="title">The title of its document.</param>
    /// <param name="section">The headings it stands under.</param>
    /// <param name="body">What is searched of it.</param>
    /// <param name="wanted">The terms that are counted; null: all.</param>
    public static PassageTerms Of(string title, IReadOnlyList<string> section, string body, HashSet<ulong>? wanted = null)
    {
        var terms = new PassageTerms(wanted);
        // As the embedded index reads them, so that both give the same scores.
        terms.Lengths = (terms.Add(LexicalField.Body, body), terms.Add(LexicalField.Title, title), terms.Add(LexicalField.Section, string.Join('>', section)));
        return terms;
    }

    private int Add(LexicalField field, string text)
    {
        var length = 0;
        var reader = new TermReader(text);
        while (reader.Read())
        {
            length++;
            if (_wanted is not null && !_wanted.Contains(reader.Current)) continue;
            ref var counts = ref CollectionsMarshal.GetValueRefOrAddDefault(_counts, reader.Current, out _);
            counts = FieldCounts.Increment(counts, field);
        }

        return length;
    }
}
