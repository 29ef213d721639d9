using H2Ask.Core.Text;

namespace H2Ask.Core.Corpus.Cleaning;

/// <summary>Text made ready for searching and structuring, each of its code units tied to its place in the source.</summary>
internal sealed class CleanText
{
    private readonly int[] _places;
    private readonly Dictionary<int, int> _ends;

    internal CleanText(string text, int[] places, Dictionary<int, int> ends, IReadOnlyList<TextSpan> asides)
    {
        Text = text;
        _places = places;
        _ends = ends;
        Asides = asides;
    }

    /// <summary>Stands for a run that was left out because it belongs to no passage.</summary>
    public const char Gap = '\f';

    /// <summary>The clean text: one line a paragraph or table row, cells separated by tabs, <see cref="Gap"/> where a run was omitted.</summary>
    public string Text { get; }

    /// <summary>Footnotes that stood between the two halves of a sentence, as places in the source, in their order.</summary>
    public IReadOnlyList<TextSpan> Asides { get; }

    /// <summary>Where a code unit of the clean text stands in the source.</summary>
    public int PlaceOf(int index) => _places[index];

    /// <summary>Where that which a code unit of the clean text stands for ends in the source: an escape or doubled sign is longer than what it shows.</summary>
    public int EndOf(int index) => _ends.TryGetValue(index, out var end) ? end : _places[index] + 1;

    /// <summary>Where a run of the clean text stands in the source; what was dropped inside it is included.</summary>
    public TextSpan ToSource(TextSpan clean) => clean.Length <= 0
        ? new TextSpan(0, 0)
        : new TextSpan(_places[clean.Start], EndOf(clean.End - 1));

    /// <summary>The first code unit of the clean text that stands at the place or after it; the length of the text where none does.</summary>
    public int IndexFrom(int place)
    {
        var at = Array.BinarySearch(_places, place);
        if (at < 0) return ~at;
        while (at > 0 && _places[at - 1] == place) at--;
        return at;
    }
}
