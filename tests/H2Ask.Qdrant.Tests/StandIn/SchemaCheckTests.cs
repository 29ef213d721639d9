using System.Text.Json.Nodes;
using H2Ask.Qdrant.StandIn.Description;

namespace H2Ask.Qdrant.Tests.StandIn;

public sealed class SchemaCheckTests
{
    private const string Points = "/collections/{collection_name}/points";
    private readonly ApiDescription _description = new();

    [Theory]
    [InlineData("""{"points":[{"id":"5c56c793-69f3-4fbf-87e6-c4bf54c28c26","vector":{"a":[0.5,1],"b":[[1,2],[3,4]],"c":{"indices":[1],"values":[0.5]}},"payload":{"any":{"thing":1}}}]}""", null)]
    [InlineData("""{"points":[{"id":"five","vector":{}}]}""", "points[0].id")]
    [InlineData("""{"points":[{"id":-5,"vector":{}}]}""", "id")]
    [InlineData("""{"points":[{"id":1}]}""", "has no vector")]
    [InlineData("""{"points":[{"id":1,"vector":{"a":["x"]}}]}""", "body.points[0].vector")]
    [InlineData("""{"points":[{"id":1,"vector":{},"paylod":{}}]}""", "paylod")]
    [InlineData("""{"pts":[]}""", "body")]
    public void Points_must_be_as_described(string body, string? fault) => AssertFault(fault, _description.FaultOfRequest(Points, "PUT", [new("wait", "true")], JsonNode.Parse(body)));

    [Theory]
    [InlineData("""{"query":[0.5],"using":"a","limit":3,"filter":{"must":[{"key":"k","match":{"any":["x"]}},{"has_id":[1]},{"key":"n","range":{"gt":1}}]}}""", null)]
    [InlineData("""{"prefetch":[{"query":{"indices":[1],"values":[2]},"using":"w","limit":5}],"query":{"fusion":"rrf"},"limit":5,"with_payload":["a"]}""", null)]
    [InlineData("""{"query":{"fusion":"sum"},"limit":5}""", "query")]
    [InlineData("""{"query":[0.5],"limit":0}""", "limit is below 1")]
    [InlineData("""{"query":[0.5],"filter":{"must":[{"has_id":[1,1]}]}}""", "filter")]
    [InlineData("""{"query":[0.5],"filter":{"all":[]}}""", "filter")]
    [InlineData("""{"query":[0.5],"params":{"hnsw_ef":1.5}}""", "hnsw_ef is no whole number")]
    public void Queries_must_be_as_described(string body, string? fault) => AssertFault(fault, _description.FaultOfRequest(Points + "/query", "POST", [], JsonNode.Parse(body)));

    [Fact]
    public void Paths_parameters_and_bodies_must_be_as_described()
    {
        AssertFault("not described", _description.FaultOfRequest(Points + "/search", "POST", [], new JsonObject()));
        AssertFault("no parameter", _description.FaultOfRequest(Points, "PUT", [new("await", "true")], JsonNode.Parse("""{"points":[]}""")));
        AssertFault("ordering is", _description.FaultOfRequest(Points, "PUT", [new("ordering", "total")], JsonNode.Parse("""{"points":[]}""")));
        AssertFault("must have a body", _description.FaultOfRequest(Points, "PUT", [], null));
        AssertFault("must have no body", _description.FaultOfRequest("/aliases", "GET", [], new JsonObject()));
    }

    [Theory]
    [InlineData("""{"result":{"points":[{"id":1,"score":0.5,"version":0}]},"status":"ok","time":0.1}""", null)]
    [InlineData("""{"result":{"points":[{"id":1,"version":0}]},"status":"ok","time":0.1}""", "has no score")]
    public void Answers_must_be_as_described(string answer, string? fault) => AssertFault(fault, _description.FaultOfAnswer(Points + "/query", "POST", 200, JsonNode.Parse(answer)));

    private static void AssertFault(string? expected, string? fault)
    {
        if (expected is null) Assert.Null(fault);
        else Assert.Contains(expected, fault, StringComparison.Ordinal);
    }
}
