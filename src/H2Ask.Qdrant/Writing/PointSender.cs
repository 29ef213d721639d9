using System.Text.Json;
using H2Ask.Qdrant.Stored;
using H2Ask.Qdrant.Wire;

namespace H2Ask.Qdrant.Writing;

/// <summary>Sends points to a collection, several requests at once, each no larger than the server takes.</summary>
/// <param name="collection">The collection.</param>
/// <param name="options">How much at once.</param>
/// <param name="replaced">Which points that are there already may be replaced; null: all.</param>
internal sealed class PointSender(QdrantCollection collection, QdrantOptions options, Filter? replaced = null)
{
    /// <summary>The server takes 32 MB; a point is estimated, not measured.</summary>
    private const int LargestBatch = 8 << 20;

    /// <summary>What a number of a vector takes as text, about.</summary>
    private const int NumberLength = 12;

    /// <summary>What a character takes, at the most.</summary>
    private const int CharacterLength = 6;

    /// <summary>Sends points; when it returns, the server has them.</summary>
    public async Task SendAsync(IEnumerable<NewPoint> points, CancellationToken cancelled)
    {
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = options.Parallel, CancellationToken = cancelled };
        await Parallel.ForEachAsync(Batches(points), parallel, async (batch, ended) =>
            await collection.UploadAsync(JsonSerializer.SerializeToUtf8Bytes(new PointUpload(batch) { UpdateFilter = replaced }, QdrantJson.Shapes.PointUpload), ended));
    }

    private IEnumerable<List<NewPoint>> Batches(IEnumerable<NewPoint> points)
    {
        var batch = new List<NewPoint>();
        var size = 0;
        foreach (var point in points)
        {
            var length = LengthOf(point);
            if (batch.Count > 0 && (batch.Count == options.BatchPoints || size + length > LargestBatch))
            {
                yield return batch;
                (batch, size) = ([], 0);
            }

            batch.Add(point);
            size += length;
        }

        if (batch.Count > 0) yield return batch;
    }

    /// <summary>A document has many fields and is sent once, so it is measured.</summary>
    private static int LengthOf(DocumentContent? document) => document is null ? 0 : JsonSerializer.SerializeToUtf8Bytes(document, QdrantJson.Shapes.DocumentContent).Length;

    private static int LengthOf(NewPoint point)
    {
        var vectors = point.Vector;
        var numbers = (vectors.Passage?.Count ?? 0) + (vectors.Sentences?.Sum(sentence => sentence.Count) ?? 0) + (2 * (vectors.Words?.Values.Count ?? 0));
        var letters = (point.Payload.Passage is { } passage ? passage.SearchText.Length + (passage.Text?.Length ?? 0) : 0) + (point.Payload.Part?.Text.Length ?? 0) + (point.Payload.Terms?.Length ?? 0);
        return (numbers * NumberLength) + (letters * CharacterLength) + LengthOf(point.Payload.Document);
    }
}
