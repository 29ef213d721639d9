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

    /// <summary>Reads the files of a folder.</summary>
    /// <exception cref="EvaluationException">The folder is missing or holds nothing that can be read.</exception>
    public static CorpusTexts Read(string folder)
    {
        if (!Path.Exists(folder)) throw new EvaluationException($"There is no folder {folder} to check quotes by. Name the folder of the documents with --corpus.");
        var texts = new SourceReader().Read(folder)
            .GroupBy(text => text.File, StringComparer.Ordinal)
            .ToDictionary(file => file.Key, file => string.Concat(file.Select(stretch => stretch.Text)), StringComparer.Ordinal);
        return texts.Count > 0 ? new CorpusTexts(texts) : throw new EvaluationException($"Nothing in {folder} can be read. Name the folder of the documents with --corpus.");
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
