using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace H2Ask.Api.Tests.Description;

public sealed class ApiDescriptionTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private readonly HttpClient _client = api.CreateClient();

    [Fact]
    public async Task Every_endpoint_of_the_api_is_described()
    {
        var paths = (await Description()).GetProperty("paths").EnumerateObject().Select(path => path.Name).Order(StringComparer.Ordinal);

        Assert.Equal(
            [
                "/api/ask", "/api/documents", "/api/documents/{id}", "/api/documents/{id}/text", "/api/feedback", "/api/indexing", "/api/indexing/{id}", "/api/search", "/health/live", "/health/ready",
                "/v1/chat/completions", "/v1/embeddings", "/v1/models", "/v1/models/{id}",
            ],
            paths);
    }

    [Fact]
    public async Task Every_operation_has_a_summary_a_description_examples_and_its_errors()
    {
        foreach (var (path, operation) in Operations(await Description()))
        {
            var name = Text(operation, "operationId");
            Assert.False(string.IsNullOrEmpty(name), path);
            Assert.False(string.IsNullOrEmpty(Text(operation, "summary")), name);
            Assert.False(string.IsNullOrEmpty(Text(operation, "description")), name);
            var responses = operation.GetProperty("responses").EnumerateObject().ToList();
            Assert.True(Content(responses.Single(response => response.Name[0] == '2').Value).TryGetProperty("example", out _), name);
            foreach (var parameter in Parameters(operation))
            {
                Assert.False(string.IsNullOrEmpty(Text(parameter, "description")), $"{name} {Text(parameter, "name")}");
                Assert.True(parameter.TryGetProperty("example", out _), $"{name} {Text(parameter, "name")}");
            }

            var statuses = responses.ConvertAll(response => response.Name);
            if (!path.StartsWith("/health", StringComparison.Ordinal)) Assert.Superset(new HashSet<string> { "400", "401", "429", "500", "503" }, statuses.ToHashSet());
            if (path.Contains('{', StringComparison.Ordinal) && name != "putDocument") Assert.Contains("404", statuses);
            if (!operation.TryGetProperty("requestBody", out var body) || name == "putDocument") continue;
            Assert.Superset(new HashSet<string> { "413", "415" }, statuses.ToHashSet());
            Assert.True(Content(body).TryGetProperty("example", out _), name);
        }
    }

    [Fact]
    public async Task Every_error_has_the_shape_of_its_side()
    {
        foreach (var (path, operation) in Operations(await Description()))
        {
            var (media, schema) = path.StartsWith("/v1", StringComparison.Ordinal) ? ("application/json", "OpenAiErrorResponse") : ("application/problem+json", "ProblemDetails");
            foreach (var response in operation.GetProperty("responses").EnumerateObject().Where(response => response.Name[0] != '2'))
            {
                var content = Assert.Single(response.Value.GetProperty("content").EnumerateObject());
                Assert.Equal((media, $"#/components/schemas/{schema}"), (content.Name, Text(content.Value.GetProperty("schema"), "$ref")));
            }
        }
    }

    [Fact]
    public async Task Every_schema_and_every_member_of_it_is_described()
    {
        foreach (var schema in (await Description()).GetProperty("components").GetProperty("schemas").EnumerateObject())
        {
            Assert.True(IsDescribed(schema.Value), schema.Name);
            if (!schema.Value.TryGetProperty("properties", out var members)) continue;
            Assert.All(members.EnumerateObject(), member => Assert.True(IsDescribed(member.Value), $"{schema.Name}.{member.Name}"));
        }
    }

    [Fact]
    public async Task What_the_examples_ask_is_answered_with_what_they_show()
    {
        foreach (var (path, operation) in Operations(await Description()).Where(operation => !Writes(operation.Operation)))
        {
            var name = Text(operation, "operationId");
            var address = path;
            var query = new List<string>();
            foreach (var parameter in Parameters(operation))
            {
                var value = Uri.EscapeDataString(parameter.GetProperty("example").ToString());
                if (Text(parameter, "in") == "path") address = address.Replace($"{{{Text(parameter, "name")}}}", value, StringComparison.Ordinal);
                else query.Add($"{Text(parameter, "name")}={value}");
            }

            using var response = operation.TryGetProperty("requestBody", out var body)
                ? await _client.PostAsJsonAsync(address, Content(body).GetProperty("example"))
                : await _client.GetAsync($"{address}?{string.Join('&', query)}");

            Assert.True(response.StatusCode == HttpStatusCode.OK, name);
            var shown = Content(operation.GetProperty("responses").GetProperty("200")).GetProperty("example");
            Assert.Equal((name, Shape(shown)), (name, Shape(await ApiFixture.Json(response))));
        }
    }

    [Theory]
    [InlineData("StatementResponse", "label", "compared")]
    [InlineData("StatementResponse", "note", "document")]
    [InlineData("AskResponse", "notice", "language of the question")]
    public async Task What_an_answer_says_besides_is_described(string type, string member, string words)
    {
        var property = (await Description()).GetProperty("components").GetProperty("schemas").GetProperty(type).GetProperty("properties").GetProperty(member);

        Assert.Contains(words, property.GetProperty("description").GetString(), StringComparison.Ordinal);
        Assert.Equal(["null", "string"], property.GetProperty("type").EnumerateArray().Select(kind => kind.GetString()));
    }

    [Fact]
    public async Task The_page_that_shows_it_comes_from_the_service_alone()
    {
        var page = await _client.GetStringAsync("/docs/index.html");
        var script = await _client.GetStringAsync("/docs/start.js");

        Assert.DoesNotContain("http", page + script, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("/openapi/v1.json", script, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await _client.GetAsync("/docs/swagger-ui-bundle.js")).StatusCode);
        Assert.Equal("/docs/index.html", (await _client.GetAsync("/docs")).RequestMessage?.RequestUri?.AbsolutePath);
    }

    private static IEnumerable<(string Path, JsonElement Operation)> Operations(JsonElement description) =>
        from path in description.GetProperty("paths").EnumerateObject()
        from operation in path.Value.EnumerateObject()
        select (path.Name, operation.Value);

    /// <summary>Whether an operation changes what the service keeps, or tells of such changes.</summary>
    private static bool Writes(JsonElement operation) => Text(operation, "operationId") is "putDocument" or "deleteDocument" or "listIndexing" or "getIndexing" or "addFeedback";

    private static List<JsonElement> Parameters(JsonElement operation) => operation.TryGetProperty("parameters", out var parameters) ? [.. parameters.EnumerateArray()] : [];

    private static JsonElement Content(JsonElement element) => element.GetProperty("content").GetProperty("application/json");

    private static string? Text(JsonElement element, string member) => element.TryGetProperty(member, out var value) ? value.GetString() : null;

    /// <summary>Whether a schema says what it is, itself, by what it refers to, or in one of its forms.</summary>
    private static bool IsDescribed(JsonElement schema) =>
        !string.IsNullOrEmpty(Text(schema, "description")) || schema.TryGetProperty("$ref", out _)
        || (schema.TryGetProperty("oneOf", out var forms) && forms.EnumerateArray().Any(IsDescribed));

    /// <summary>The names of all members, without what they hold.</summary>
    private static string Shape(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => $"{{{string.Join(',', element.EnumerateObject().Select(member => $"{member.Name}{Shape(member.Value)}"))}}}",
        JsonValueKind.Array when element.GetArrayLength() > 0 => $"[{Shape(element[0])}]",
        _ => string.Empty,
    };

    private async Task<JsonElement> Description() => await ApiFixture.Json(await _client.GetAsync("/openapi/v1.json"));
}
