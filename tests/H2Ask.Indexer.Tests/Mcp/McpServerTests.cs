using System.Text.Json;
using H2Ask.Tests;

namespace H2Ask.Indexer.Tests.Mcp;

/// <summary>The server of the Model Context Protocol, as its official JavaScript client meets it.</summary>
public sealed class McpServerTests : IAsyncLifetime, IDisposable
{
    private const string Text = "甲市加氢站管理办法\n第一条 加氢站由城市管理部门负责监督。\n第二条 建设补贴最高不超过五百万元。\n";

    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "H2Ask.Indexer.dll");
    private static readonly string Client = Path.Combine(Repository.Root, "tests", "H2Ask.Indexer.Tests", "Mcp", "Client");

    private readonly TemporaryFolder _corpus = new();
    private readonly TemporaryFolder _index = new();

    public async Task InitializeAsync()
    {
        await NpmPackages.InstallAsync(Client);
        IndexMaking.Run([_corpus.With("甲.txt", Text)], _index.Path);
    }

    [Fact]
    public async Task It_says_who_it_is_and_what_it_offers()
    {
        var (server, pong, tools, templates) = await RunAsync(("server", null), ("ping", null), ("tools", null), ("templates", null));

        Assert.Equal("h2ask", server.GetProperty("info").GetProperty("name").GetString());
        Assert.Equal(["resources", "tools"], server.GetProperty("capabilities").EnumerateObject().Select(one => one.Name).Where(name => name is "tools" or "resources").Order(StringComparer.Ordinal));
        Assert.False(pong.TryGetProperty("fault", out _));
        var offered = tools.GetProperty("tools").EnumerateArray().ToList();
        Assert.Equal(["ask", "read_document", "search"], offered.Select(tool => tool.GetProperty("name").GetString()).Order(StringComparer.Ordinal));
        Assert.All(offered, tool =>
        {
            Assert.NotEmpty(tool.GetProperty("description").GetString()!);
            Assert.True(tool.GetProperty("annotations").GetProperty("readOnlyHint").GetBoolean());
            Assert.Equal("object", tool.GetProperty("outputSchema").GetProperty("type").GetString());
            Assert.All(tool.GetProperty("inputSchema").GetProperty("properties").EnumerateObject(), argument => Assert.NotEmpty(argument.Value.GetProperty("description").GetString()!));
        });
        Assert.Equal("h2ask://documents/{id}", templates.GetProperty("resourceTemplates")[0].GetProperty("uriTemplate").GetString());
    }

    [Fact]
    public async Task It_answers_with_quotes_and_refuses_what_the_documents_do_not_say()
    {
        // The client holds what is structured against the schema that the tool gave.
        var (_, answered, refused, found) = await RunAsync(
            ("tools", null), Call("ask", new { question = "甲市加氢站由谁负责监督？" }), Call("ask", new { question = "西红柿炒鸡蛋怎么做才好吃" }), Call("search", new { query = "加氢站补贴", top = 1 }));

        var answer = answered.GetProperty("structuredContent");
        Assert.True(answer.GetProperty("answered").GetBoolean());
        var citation = answer.GetProperty("citations")[0];
        Assert.Equal(citation.GetProperty("quote").GetString(), Text[citation.GetProperty("start").GetInt32()..citation.GetProperty("end").GetInt32()]);
        Assert.Contains("加氢站由城市管理部门负责监督。 [1]\n\n来源：\n[1] 《甲市加氢站管理办法》", TextOf(answered), StringComparison.Ordinal);
        Assert.False(refused.GetProperty("structuredContent").GetProperty("answered").GetBoolean());
        var passage = Assert.Single(found.GetProperty("structuredContent").GetProperty("passages").EnumerateArray());
        Assert.Contains(passage.GetProperty("text").GetString()!, Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_document_is_read_piece_by_piece_and_as_a_resource()
    {
        var (pages, _, _, _) = await RunAsync(("resources", null));
        var uri = pages[0][0].GetProperty("uri").GetString()!;
        var id = uri[(uri.LastIndexOf('/') + 1)..];

        var (first, rest, resource, missing) = await RunAsync(
            Call("read_document", new { id, length = 10 }), Call("read_document", new { id, offset = 10 }), ("read", new { uri }), ("read", new { uri = "h2ask://documents/none" }));

        Assert.Equal(10, first.GetProperty("structuredContent").GetProperty("nextOffset").GetInt32());
        Assert.Equal(JsonValueKind.Null, rest.GetProperty("structuredContent").GetProperty("nextOffset").ValueKind);
        var whole = resource.GetProperty("contents")[0].GetProperty("text").GetString();
        Assert.Equal(Text.TrimEnd(), whole!.TrimEnd());
        Assert.Equal(whole, TextOf(first) + TextOf(rest));
        Assert.Equal(-32002, missing.GetProperty("code").GetInt32());
    }

    [Fact]
    public async Task A_long_list_of_documents_comes_page_by_page()
    {
        for (var i = 0; i < 250; i++) _corpus.With($"{i}.txt", $"第{i}号氢能规划\n到2030年建成{i}座加氢站。");
        IndexMaking.Run([_corpus.Path], _index.Path);

        var (pages, wrong, _, _) = await RunAsync(("resources", null), ("page", new { cursor = "100@another-generation" }));

        Assert.Equal([100, 100, 51], pages.EnumerateArray().Select(page => page.GetArrayLength()));
        Assert.Equal(251, pages.EnumerateArray().SelectMany(page => page.EnumerateArray()).Select(one => one.GetProperty("uri").GetString()).Distinct().Count());
        Assert.Equal(-32602, wrong.GetProperty("code").GetInt32());
    }

    [Fact]
    public async Task What_is_wrong_with_a_call_is_said_and_ends_nothing()
    {
        var (empty, unknown, filters, top) = await RunAsync(
            Call("ask", new { question = " " }), Call("ask", new { question = "加氢站", region = "甲市" }), Call("search", new { query = "加氢站", filters = new { region = "甲市" } }), Call("search", new { query = "加氢站", top = 0 }));
        var (tool, method, cancelled, after) = await RunAsync(
            Call("no_such_tool", new { }), ("unknown", null), ("cancel", new { name = "search", arguments = new { query = "加氢站" } }), Call("search", new { query = "加氢站" }));

        Assert.All((JsonElement[])[empty, unknown, filters, top], result => Assert.True(result.GetProperty("isError").GetBoolean()));
        Assert.Contains("\"question\" is empty", TextOf(empty), StringComparison.Ordinal);
        Assert.Contains("There is no member \"region\" here. There are \"question\", \"filters\".", TextOf(unknown), StringComparison.Ordinal);
        Assert.Contains("There is no member \"region\" here. There are \"regions\", ", TextOf(filters), StringComparison.Ordinal);
        Assert.Contains("from 1 to 50", TextOf(top), StringComparison.Ordinal);
        Assert.Equal(-32602, tool.GetProperty("code").GetInt32());
        Assert.Equal(-32601, method.GetProperty("code").GetInt32());
        Assert.Equal(20, cancelled.EnumerateArray().Count(outcome => outcome.GetString() == "cancelled"));
        Assert.NotEmpty(after.GetProperty("structuredContent").GetProperty("passages").EnumerateArray());
    }

    [Fact]
    public async Task What_an_argument_must_be_is_said()
    {
        var (none, number, top, places) = await RunAsync(
            Call("ask", new { }), Call("ask", new { question = 5 }), Call("search", new { query = "加氢站", top = "3" }), Call("search", new { query = "加氢站", filters = new { regions = "甲市" } }));

        Assert.Equal("\"question\" is missing.", TextOf(none));
        Assert.Contains("$.question: a string is expected there.", TextOf(number), StringComparison.Ordinal);
        Assert.Contains("$.top: a whole number is expected there.", TextOf(top), StringComparison.Ordinal);
        Assert.Contains("$.filters.regions: a list of strings is expected there.", TextOf(places), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_index_that_takes_the_place_of_another_is_answered_from()
    {
        using var more = new TemporaryFolder();
        more.With("乙.txt", "乙市氢能规划\n到2030年建成七十座加氢站。");

        var (before, _, after, _) = await RunAsync(
            ("resources", null), ("run", new[] { "dotnet", Program, "index", more.Path, "--index", _index.Path }), Call("search", new { query = "乙市加氢站" }));

        Assert.Equal("甲市加氢站管理办法", before[0][0].GetProperty("title").GetString());
        Assert.Equal("乙市氢能规划", after.GetProperty("structuredContent").GetProperty("passages")[0].GetProperty("source").GetProperty("title").GetString());
    }

    [Fact]
    public async Task Without_an_index_it_serves_and_says_what_to_do()
    {
        using var none = new TemporaryFolder();

        var (asked, listed, _, _) = await RunAsync(none.Path, Call("ask", new { question = "加氢站" }), ("page", null));

        Assert.True(asked.GetProperty("isError").GetBoolean());
        Assert.Contains("There is no index", TextOf(asked), StringComparison.Ordinal);
        Assert.Contains("There is no index", listed.GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose()
    {
        _corpus.Dispose();
        _index.Dispose();
    }

    private static (string Action, object? Parameters) Call(string name, object arguments) => ("call", new { name, arguments });

    private static string TextOf(JsonElement result) => result.GetProperty("content")[0].GetProperty("text").GetString()!;

    private Task<(JsonElement, JsonElement, JsonElement, JsonElement)> RunAsync(params (string Action, object? Parameters)[] steps) => RunAsync(_index.Path, steps);

    /// <summary>What came of up to four steps; nothing but the protocol may have stood on the server's output.</summary>
    private static async Task<(JsonElement, JsonElement, JsonElement, JsonElement)> RunAsync(string index, params (string Action, object? Parameters)[] steps)
    {
        var line = JsonSerializer.Serialize(steps.Select(step => new[] { step.Action, step.Parameters }));
        var (status, output, errors) = await ChildProcess.RunAsync("node", Path.Combine(Client, "client.mjs"), line, "dotnet", Program, "mcp", "--index", index, "--model", "none");
        Assert.True(status == 0, errors);
        var result = JsonDocument.Parse(output).RootElement;
        Assert.Empty(result.GetProperty("strays").EnumerateArray());
        var outcomes = result.GetProperty("outcomes").EnumerateArray().Concat(Enumerable.Repeat(default(JsonElement), 4)).Take(4).ToArray();
        return (outcomes[0], outcomes[1], outcomes[2], outcomes[3]);
    }
}
