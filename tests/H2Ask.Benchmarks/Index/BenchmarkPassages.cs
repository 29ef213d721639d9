using System.Collections;
using System.Text.Json;
using H2Ask.Core.Corpus;
using H2Ask.Core.Index;

namespace H2Ask.Benchmarks.Index;

/// <summary>Passages of equal length cut from the texts of a folder, each with the beginning of its text as the title.</summary>
internal sealed class BenchmarkPassages : IReadOnlyCollection<(ReadOnlyMemory<char> Title, ReadOnlyMemory<char> Body)>
{
    private const int TitleLength = 24;

    private readonly List<string> _texts;
    private readonly int _window;

    private BenchmarkPassages(List<string> texts, int count, int window)
    {
        _texts = texts;
        _window = window;
        // The largest step that gives so many; where the texts are too short for that, as many as there are.
        Step = window;
        while (Step > 1 && texts.Sum(PassagesOf) < count) Step--;
        Count = Math.Min(count, texts.Sum(PassagesOf));
    }

    /// <summary>How many characters a passage begins behind the one before.</summary>
    public int Step { get; }

    /// <inheritdoc />
    public int Count { get; }

    /// <summary>Cuts the texts of a folder: each line of a .txt, the longest value of each line of a .jsonl.</summary>
    public static BenchmarkPassages Read(string folder, int count, int window)
    {
        var files = Directory.EnumerateFiles(folder).Order(StringComparer.Ordinal).ToArray();
        var texts = files.Where(file => file.EndsWith(".txt", StringComparison.Ordinal)).SelectMany(File.ReadLines)
            .Concat(files.Where(file => file.EndsWith(".jsonl", StringComparison.Ordinal)).SelectMany(File.ReadLines).Select(LongestValue));
        return new BenchmarkPassages([.. texts.Where(text => text.Length >= window)], count, window);
    }

    /// <summary>Pieces of passages as questions, spread over all of them; no piece of an address or a formula.</summary>
    public IReadOnlyList<string> AskedOf(int count, int longest)
    {
        var every = Math.Max(1, Count / (2 * count));
        return [.. this.Where((_, place) => place % every == 0)
            .Select((passage, place) => passage.Body.Slice(place % 100, 6 + (place % (longest - 5))).ToString())
            .Where(question => question.Count(letter => letter is >= '\u4E00' and <= '\u9FFF') >= 4)
            .Take(count)];
    }

    /// <summary>The texts as documents, with their passages.</summary>
    public IReadOnlyList<CorpusDocument> Documents()
    {
        var firsts = new List<int>();
        for (var first = 0; first < Count; first += PassagesOf(_texts[firsts.Count - 1])) firsts.Add(first);
        return new LazyList<CorpusDocument>(firsts.Count, number => DocumentOf(number, Math.Min(PassagesOf(_texts[number]), Count - firsts[number])));
    }

    /// <inheritdoc />
    public IEnumerator<(ReadOnlyMemory<char> Title, ReadOnlyMemory<char> Body)> GetEnumerator() => Passages().Take(Count).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private static string LongestValue(string line)
    {
        using var json = JsonDocument.Parse(line);
        return json.RootElement.EnumerateObject().Where(value => value.Value.ValueKind == JsonValueKind.String).Select(value => value.Value.GetString()!).MaxBy(value => value.Length) ?? "";
    }

    private CorpusDocument DocumentOf(int number, int passages)
    {
        var text = _texts[number];
        var id = $"text-{number}";
        var document = new PolicyDocument { Id = id, File = $"{number}.txt", Start = 0, End = text.Length, Title = text[..TitleLength] };
        return new CorpusDocument(document, text, [.. Enumerable.Range(0, passages).Select(place => PassageAt(place * Step))]);

        Passage PassageAt(int start)
        {
            var body = text.Substring(start, _window);
            return new Passage { Id = $"{id}-{start}", DocumentId = id, Start = start, End = start + _window, Text = body, SearchText = body };
        }
    }

    private int PassagesOf(string text) => ((text.Length - _window) / Step) + 1;

    private IEnumerable<(ReadOnlyMemory<char> Title, ReadOnlyMemory<char> Body)> Passages()
    {
        foreach (var text in _texts)
        {
            for (var start = 0; start + _window <= text.Length; start += Step) yield return (text.AsMemory(0, TitleLength), text.AsMemory(start, _window));
        }
    }
}
