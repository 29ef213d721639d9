using System.Text;
using H2Ask.Qdrant.Wire;

namespace H2Ask.Qdrant.Stored;

/// <summary>Cuts texts that may be too long for one point, and puts them together again.</summary>
internal static class TextParts
{
    /// <summary>A part's length: with Chinese about a megabyte, and far below what the server takes in one request.</summary>
    private const int Longest = 256 * 1024;

    /// <summary>The parts of a text.</summary>
    /// <param name="of">What the text is of.</param>
    /// <param name="text">The text.</param>
    public static IEnumerable<PointPayload> Cut(string of, string text)
    {
        for (var (start, number) = (0, 0); start < text.Length; number++)
        {
            var end = Math.Min(start + Longest, text.Length);
            if (end < text.Length && char.IsHighSurrogate(text[end - 1])) end--;
            yield return new PointPayload(PointTypes.Part) { Part = new TextPart(of, number, text[start..end]) };
            start = end;
        }
    }

    /// <summary>Reads a text from its parts; null where one is missing.</summary>
    public static async Task<string?> ReadAsync(QdrantCollection collection, IReadOnlyList<Guid> parts, CancellationToken cancelled)
    {
        var text = new StringBuilder();
        // A few at a time: each may be a megabyte.
        foreach (var page in parts.Chunk(16))
        {
            var found = (await collection.ReadAsync(page, [PayloadFields.Type, PayloadFields.Part], cancelled)).ToDictionary(point => point.Id, point => point.Payload?.Part?.Text);
            foreach (var part in page)
            {
                if (found.GetValueOrDefault(part) is not { } piece) return null;
                text.Append(piece);
            }
        }

        return text.ToString();
    }

    /// <summary>A list of points as a text.</summary>
    public static string OfPoints(IEnumerable<Guid> points) => string.Concat(points.Select(point => point.ToString("N")));

    /// <summary>A list of points that was written as a text.</summary>
    /// <exception cref="FormatException">It is not what was written.</exception>
    public static Guid[] ToPoints(string text) => [.. text.Chunk(32).Select(id => Guid.ParseExact(id, "N"))];
}
