using System.Security.Cryptography;
using System.Text;
using H2Ask.Core.Text;

namespace H2Ask.Core.Corpus;

/// <summary>Reads the text files of a folder into documents and passages.</summary>
public static class CorpusReader
{
    private const int LongestPassage = 500;
    private const int LongestTitle = 60;

    /// <summary>Reads every <c>.txt</c> file under the folder, in the order of their names.</summary>
    /// <exception cref="DirectoryNotFoundException">The folder does not exist.</exception>
    public static IEnumerable<CorpusDocument> Read(string folder)
    {
        if (!Directory.Exists(folder)) throw new DirectoryNotFoundException($"There is no folder {folder}.");
        return Files(folder).SelectMany(path =>
        {
            var name = Path.GetRelativePath(folder, path).Replace('\\', '/');
            return ReadText(name, File.ReadAllText(path, Encoding.UTF8));
        });
    }

    /// <summary>The files that <see cref="Read"/> reads.</summary>
    public static IReadOnlyList<string> Files(string folder) =>
        [.. Directory.EnumerateFiles(folder, "*.txt", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];

    /// <summary>Reads one decoded text: each line with its own title (a dump of articles) or the whole is a document.</summary>
    public static IEnumerable<CorpusDocument> ReadText(string file, string text)
    {
        var start = 0;
        while (start < text.Length && char.IsWhiteSpace(text[start])) start++;
        var end = text.Length;
        while (end > start && char.IsWhiteSpace(text[end - 1])) end--;
        if (start == end) yield break;

        var id = Hash(file);
        var firstLine = text.AsSpan(start, end - start);
        if (firstLine.IndexOfAny('\r', '\n') is > 0 and var lineEnd) firstLine = firstLine[..lineEnd];
        var document = new PolicyDocument
        {
            Id = id,
            File = file,
            Start = start,
            End = end,
            Title = firstLine[..Math.Min(firstLine.Length, LongestTitle)].Trim().ToString(),
        };
        yield return new CorpusDocument(document, text[start..end], [.. Cut(text, new TextSpan(start, end), id)]);
    }

    private static IEnumerable<Passage> Cut(string text, TextSpan document, string documentId)
    {
        var (start, end) = (-1, -1);
        foreach (var sentence in Sentences.Split(text, document))
        {
            if (start >= 0 && (sentence.End - start > LongestPassage || text.AsSpan(end, sentence.Start - end).Count('\n') > 1))
            {
                yield return Passage(start, end);
                start = -1;
            }

            if (start < 0) start = sentence.Start;
            end = sentence.End;
        }

        if (start >= 0) yield return Passage(start, end);

        Passage Passage(int from, int to) => new()
        {
            Id = Hash($"{documentId}:{from}:{to}"),
            DocumentId = documentId,
            Start = from,
            End = to,
            Text = text[from..to],
            SearchText = text[from..to],
        };
    }

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 6));
}
