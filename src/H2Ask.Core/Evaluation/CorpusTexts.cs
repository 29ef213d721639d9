using H2Ask.Core.Corpus.Reading;
using H2Ask.Core.Text;

namespace H2Ask.Core.Evaluation;

/// <summary>The decoded texts of a corpus, to check places and quotes by. The files bear the names that they have in an index of the same folder.</summary>
public sealed class CorpusTexts
{
    private readonly Dictionary<string, string> _texts;
    private readonly Dictionary<string, int[]> _boundaries = new(StringComparer.Ordinal);

    /// <summary>Makes it of texts by the names of their files.</summary>
    public CorpusTexts(IEnumerable<KeyValuePair<string, string>> texts) => _texts = new Dictionary<string, string>(texts, StringComparer.Ordinal);

    /// <summary>Reads the files of folders, in the order in which they were indexed.</summary>
    /// <exception cref="EvaluationException">A folder is missing, or there is nothing that can be read.</exception>
    public static CorpusTexts Read(params IReadOnlyList<string> folders)
    {
        var missing = folders.FirstOrDefault(folder => !Path.Exists(folder));
        if (missing is not null) throw new EvaluationException($"There is no folder {missing} to check quotes by. Name the folder of the documents with --corpus.");
        var texts = new SourceReader().Read(folders)
            .GroupBy(text => text.File, StringComparer.Ordinal)
            .ToDictionary(file => file.Key, file => string.Concat(file.Select(stretch => stretch.Text)), StringComparer.Ordinal);
        return texts.Count > 0 ? new CorpusTexts(texts) : throw new EvaluationException($"Nothing in {string.Join(", ", folders)} can be read. Name the folder of the documents with --corpus.");
    }

    /// <summary>Whether the corpus has a file of this name.</summary>
    public bool Holds(string file) => _texts.ContainsKey(file);

    /// <summary>The text of a file between two offsets in UTF-16 code units; null where there is no such place.</summary>
    public string? TextAt(string file, int start, int end) =>
        _texts.TryGetValue(file, out var text) && start >= 0 && start <= end && end <= text.Length ? text[start..end] : null;

    /// <summary>The place of a run of characters (Unicode code points) in UTF-16 code units; null where there is no such place.</summary>
    public TextSpan? SpanOfCharacters(string file, int start, int end)
    {
        if (!_texts.ContainsKey(file)) return null;
        var boundaries = Boundaries(file);
        return start >= 0 && start < end && end < boundaries.Length ? new TextSpan(boundaries[start], boundaries[end]) : null;
    }

    /// <summary>The places where a text stands in a file, in UTF-16 code units.</summary>
    public IEnumerable<TextSpan> PlacesOf(string file, string text)
    {
        if (text.Length == 0 || !_texts.TryGetValue(file, out var whole)) yield break;
        for (var at = whole.IndexOf(text, StringComparison.Ordinal); at >= 0; at = whole.IndexOf(text, at + text.Length, StringComparison.Ordinal))
        {
            yield return new TextSpan(at, at + text.Length);
        }
    }

    /// <summary>A place in characters (Unicode code points); null where it begins or ends inside one, or there is no such place.</summary>
    public (int Start, int End)? CharactersOf(string file, TextSpan place)
    {
        if (!_texts.ContainsKey(file)) return null;
        var boundaries = Boundaries(file);
        var (start, end) = (Array.BinarySearch(boundaries, place.Start), Array.BinarySearch(boundaries, place.End));
        return start >= 0 && end >= 0 ? (start, end) : null;
    }

    /// <summary>Where each character of the file begins, and where the last one ends.</summary>
    private int[] Boundaries(string file)
    {
        if (_boundaries.TryGetValue(file, out var known)) return known;
        var text = _texts[file];
        var boundaries = new List<int>(text.Length + 1);
        for (var i = 0; i < text.Length; i++)
        {
            boundaries.Add(i);
            if (i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1])) i++;
        }

        return _boundaries[file] = [.. boundaries, text.Length];
    }
}
