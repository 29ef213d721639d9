using System.Text.Json.Nodes;
using H2Ask.Qdrant.StandIn;

namespace H2Ask.Qdrant.Tests.StandIn;

/// <summary>What the stand-in does as Qdrant's documentation says; the figures were worked out by hand.</summary>
public sealed class StandInCollectionTests
{
    private readonly StandInCollection _collection = new(JsonNode.Parse(
        """{"vectors":{"near":{"size":2,"distance":"Cosine"},"parts":{"size":2,"distance":"Dot","multivector_config":{"comparator":"max_sim"}}},"sparse_vectors":{"words":{"modifier":"idf"}}}""")!);

    public StandInCollectionTests()
    {
        _collection.IndexField(JsonNode.Parse("""{"field_name":"kind","field_schema":"keyword"}""")!);
        _collection.Upload(JsonNode.Parse(
            """
            {"points":[
              {"id":"00000000-0000-0000-0000-000000000001","vector":{"near":[2,0],"parts":[[1,0],[0,1]],"words":{"indices":[7,3],"values":[1,2]}},"payload":{"kind":["a","b"]}},
              {"id":"00000000-0000-0000-0000-000000000002","vector":{"near":[3,3],"parts":[[0.5,0.5]],"words":{"indices":[3],"values":[1]}},"payload":{"kind":"b"}},
              {"id":"00000000-0000-0000-0000-000000000003","vector":{},"payload":{"kind":"c","n":3}}
            ]}
            """)!);
    }

    [Fact]
    public void Nearest_is_by_cosine_and_points_without_the_vector_are_not_found() =>
        AssertFound("""{"query":[1,0],"using":"near"}""", (1, 1), (2, 0.70710677f));

    [Fact]
    public void Several_vectors_count_by_their_nearest() => AssertFound("""{"query":[[0,2]],"using":"parts"}""", (1, 2), (2, 1));

    [Fact]
    public void Sparse_products_are_weighed_by_rarity()
    {
        // Two points have words: 3 stands in both, 7 in one.
        var (both, one) = (MathF.Log((0.5f / 2.5f) + 1), MathF.Log((1.5f / 1.5f) + 1));
        AssertFound("""{"query":{"indices":[3,7],"values":[1,1]},"using":"words"}""", (1, (2 * both) + one), (2, both));
        AssertFound("""{"query":{"indices":[7],"values":[2]},"using":"words"}""", (1, 2 * one));
    }

    [Fact]
    public void Fusion_adds_the_reciprocals_of_ranks() =>
        AssertFound(
            """{"prefetch":[{"query":[1,0],"using":"near","limit":2},{"query":[0,1],"using":"near","limit":1}],"query":{"fusion":"rrf"},"limit":5}""",
            (2, (1 / 3f) + 0.5f), (1, 0.5f));

    [Fact]
    public void A_query_goes_on_among_what_was_fetched() =>
        AssertFound("""{"prefetch":[{"query":[0,1],"using":"near","limit":1}],"query":[[1,0]],"using":"parts","limit":5}""", (2, 0.5f));

    [Fact]
    public void Filters_look_into_lists_and_only_at_indexed_fields()
    {
        AssertFound("""{"query":[1,0],"using":"near","filter":{"must":[{"key":"kind","match":{"any":["a"]}}]}}""", (1, 1));
        var fault = Assert.Throws<WrongRequestException>(() => _collection.Count(JsonNode.Parse("""{"filter":{"must":[{"key":"n","range":{"gt":1}}]}}""")!));
        Assert.Contains("Index required", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Scrolling_goes_on_where_a_page_ended()
    {
        var first = _collection.Scroll(JsonNode.Parse("""{"limit":2}""")!);
        var second = _collection.Scroll(JsonNode.Parse($$"""{"limit":2,"offset":"{{(string)first["next_page_offset"]!}}"}""")!);

        Assert.Equal([2, 1], new[] { first, second }.Select(page => page["points"]!.AsArray().Count));
        Assert.Null(second["next_page_offset"]);
    }

    [Fact]
    public void A_vector_of_other_dimensions_spoils_its_batch()
    {
        Assert.Throws<WrongRequestException>(() => _collection.Upload(JsonNode.Parse(
            """{"points":[{"id":"00000000-0000-0000-0000-000000000004","vector":{}},{"id":"00000000-0000-0000-0000-000000000005","vector":{"near":[1,2,3]}}]}""")!));
        Assert.Equal(3, _collection.Points.Count);
    }

    [Fact]
    public void Of_points_that_are_there_only_those_that_meet_the_filter_are_replaced()
    {
        _collection.Upload(JsonNode.Parse(
            """
            {"points":[
              {"id":"00000000-0000-0000-0000-000000000002","vector":{},"payload":{"kind":"new"}},
              {"id":"00000000-0000-0000-0000-000000000003","vector":{},"payload":{"kind":"new"}},
              {"id":"00000000-0000-0000-0000-000000000004","vector":{},"payload":{"kind":"new"}}
            ],"update_filter":{"must":[{"key":"kind","match":{"any":["c"]}}]}}
            """)!);

        Assert.Equal(["a", "b", "new", "new"], _collection.Points.Values.Select(point => (string?)(point.Payload["kind"] is JsonArray several ? several[0] : point.Payload["kind"])));
    }

    [Fact]
    public void Fields_are_set_where_a_filter_is_met_and_the_others_stay()
    {
        _collection.Change(JsonNode.Parse("""{"payload":{"kind":"d"},"filter":{"must":[{"key":"kind","match":{"any":["c"]}}]}}""")!);

        Assert.Equal(0, _collection.Count(JsonNode.Parse("""{"filter":{"must":[{"key":"kind","match":{"any":["c"]}}]}}""")!));
        var changed = _collection.Points["00000000-0000-0000-0000-000000000003"].Payload;
        Assert.Equal(("d", 3), ((string?)changed["kind"], (int?)changed["n"]));
    }

    [Fact]
    public void A_point_that_is_not_there_can_be_deleted_but_not_changed()
    {
        var missing = """{"points":["00000000-0000-0000-0000-000000000009"],"payload":{"n":1}}""";
        _collection.Delete(JsonNode.Parse(missing)!);
        Assert.Equal(404, Assert.Throws<WrongRequestException>(() => _collection.Change(JsonNode.Parse(missing)!)).Status);
    }

    private void AssertFound(string query, params (int Id, float Score)[] expected)
    {
        var found = _collection.Query(JsonNode.Parse(query)!)["points"]!.AsArray();
        Assert.Equal(expected.Select(hit => hit.Id), found.Select(point => int.Parse(((string)point!["id"]!)[^4..], System.Globalization.CultureInfo.InvariantCulture)));
        foreach (var (hit, point) in expected.Zip(found)) Assert.Equal(hit.Score, (float)point!["score"]!, 1e-6f);
    }
}
