using System.Runtime.CompilerServices;
using System.Text.Json;
using H2Ask.Core.Index;

namespace H2Ask.Qdrant.Wire;

/// <summary>A collection of points on the server.</summary>
internal sealed class QdrantCollection(QdrantClient client, string name)
{
    /// <summary>So many points are asked for at a time, where they are small.</summary>
    private const int PageSize = 1000;

    /// <summary>What is written is there for whoever asks next, and on every node in the same order.</summary>
    private const string Surely = "?wait=true&ordering=strong";

    /// <summary>Its name.</summary>
    public string Name => name;

    /// <summary>Its path.</summary>
    public string Path { get; } = "collections/" + Uri.EscapeDataString(name);

    /// <summary>Makes an index of a payload's field.</summary>
    public Task IndexFieldAsync(FieldIndex field, CancellationToken cancelled) =>
        client.DoAsync(HttpMethod.Put, $"{Path}/index{Surely}", JsonSerializer.SerializeToUtf8Bytes(field, QdrantJson.Shapes.FieldIndex), accepted: null, cancelled);

    /// <summary>Stores points, in the place of those of the same ids.</summary>
    public Task UploadAsync(byte[] points, CancellationToken cancelled) => client.DoAsync(HttpMethod.Put, $"{Path}/points{Surely}", points, accepted: null, cancelled);

    /// <summary>Sets fields of points.</summary>
    public Task ChangeAsync(PayloadChange change, CancellationToken cancelled) =>
        client.DoAsync(HttpMethod.Post, $"{Path}/points/payload{Surely}", JsonSerializer.SerializeToUtf8Bytes(change, QdrantJson.Shapes.PayloadChange), accepted: null, cancelled);

    /// <summary>Deletes points.</summary>
    public Task DeleteAsync(PointDeletion deletion, CancellationToken cancelled) =>
        client.DoAsync(HttpMethod.Post, $"{Path}/points/delete{Surely}", JsonSerializer.SerializeToUtf8Bytes(deletion, QdrantJson.Shapes.PointDeletion), accepted: null, cancelled);

    /// <summary>Searches.</summary>
    public async Task<IReadOnlyList<StoredPoint>> QueryAsync(PointQuery query, CancellationToken cancelled) =>
        (await client.SendAsync(HttpMethod.Post, $"{Path}/points/query", query, QdrantJson.Shapes.PointQuery, QdrantJson.Shapes.AnswerFoundPoints, cancelled)).Result.Points;

    /// <summary>Does several searches in one request.</summary>
    public async Task<IReadOnlyList<FoundPoints>> QueryAsync(IReadOnlyList<PointQuery> queries, CancellationToken cancelled) =>
        (await client.SendAsync(HttpMethod.Post, $"{Path}/points/query/batch", new QueryBatch(queries), QdrantJson.Shapes.QueryBatch, QdrantJson.Shapes.AnswerIReadOnlyListFoundPoints, cancelled)).Result;

    /// <summary>The points of those ids that there are, in any order.</summary>
    /// <param name="ids">The ids.</param>
    /// <param name="fields">The fields that are wanted.</param>
    /// <param name="cancelled">Ends it early.</param>
    /// <param name="vectors">The vectors that are wanted.</param>
    /// <param name="consistency">How many nodes are to agree; null: the one that is asked.</param>
    public async Task<List<StoredPoint>> ReadAsync(
        IReadOnlyList<Guid> ids, IReadOnlyList<string> fields, CancellationToken cancelled, IReadOnlyList<string>? vectors = null, string? consistency = null)
    {
        var points = new List<StoredPoint>(ids.Count);
        foreach (var page in ids.Chunk(PageSize))
        {
            var path = consistency is null ? $"{Path}/points" : $"{Path}/points?consistency={consistency}";
            points.AddRange((await client.SendAsync(
                HttpMethod.Post, path, new PointsById(page, fields, vectors), QdrantJson.Shapes.PointsById, QdrantJson.Shapes.AnswerIReadOnlyListStoredPoint, cancelled)).Result);
        }

        return points;
    }

    /// <summary>All points that meet a condition.</summary>
    /// <param name="filter">The condition.</param>
    /// <param name="fields">The fields that are wanted; null: all.</param>
    /// <param name="cancelled">Ends it early.</param>
    /// <param name="consistency">How many nodes are to agree; null: the one that is asked.</param>
    /// <param name="pageSize">How many are asked for at a time.</param>
    public async IAsyncEnumerable<StoredPoint> ScrollAsync(
        Filter filter, IReadOnlyList<string>? fields, [EnumeratorCancellation] CancellationToken cancelled, string? consistency = null, int pageSize = PageSize)
    {
        var path = consistency is null ? $"{Path}/points/scroll" : $"{Path}/points/scroll?consistency={consistency}";
        Guid? next = null;
        do
        {
            var page = (await client.SendAsync(
                HttpMethod.Post, path, new Scroll(filter, pageSize) { Offset = next, WithPayload = fields }, QdrantJson.Shapes.Scroll, QdrantJson.Shapes.AnswerScrolledPoints, cancelled)).Result;
            foreach (var point in page.Points) yield return point;
            next = page.NextPageOffset;
        }
        while (next is not null);
    }

    /// <summary>How many points meet a condition.</summary>
    public async Task<long> CountAsync(Filter filter, CancellationToken cancelled) =>
        (await client.SendAsync(HttpMethod.Post, $"{Path}/points/count", new Counting(filter), QdrantJson.Shapes.Counting, QdrantJson.Shapes.AnswerPointCount, cancelled)).Result.Count;

    /// <summary>Whether it is being optimised.</summary>
    /// <exception cref="IndexException">It can't be optimised.</exception>
    public async Task<bool> IsBusyAsync(CancellationToken cancelled)
    {
        var status = (await client.GetAsync(Path, QdrantJson.Shapes.AnswerCollectionState, cancelled)).Result.Status;
        return status == "red"
            ? throw new IndexException($"The Qdrant server could not optimise the collection {Name}: its status is red, and its log says why. The index of before stays in use.")
            : status == "yellow";
    }
}
