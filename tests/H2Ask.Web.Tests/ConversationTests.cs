using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace H2Ask.Web.Tests;

[Collection(PageCollection.Name)]
public sealed class ConversationTests(PageFixture fixture)
{
    [Fact]
    public async Task The_conversation_survives_a_reload()
    {
        await using var visit = await fixture.VisitAsync();
        await visit.AskAsync(Visit.Answerable);
        var answer = await visit.Statements.AllTextContentsAsync();

        await visit.Page.ReloadAsync();

        await Expect(visit.Turn.Locator(".asked")).ToHaveTextAsync(Visit.Answerable);
        await Expect(visit.Statements).ToHaveTextAsync(answer);
        Assert.Empty(visit.Faults);
    }

    [Fact]
    public async Task A_new_conversation_forgets_the_last_one_unless_undone()
    {
        await using var visit = await fixture.VisitAsync();
        await visit.AskAsync(Visit.Answerable);

        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "新对话" }).ClickAsync();
        await Expect(visit.Page.Locator(".turn")).ToHaveCountAsync(0);
        await Expect(visit.Page.Locator(".examples")).ToBeVisibleAsync();
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "撤销" }).ClickAsync();
        await Expect(visit.Page.Locator(".turn")).ToHaveCountAsync(1);

        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "新对话" }).ClickAsync();
        await visit.Page.ReloadAsync();
        await Expect(visit.Page.Locator(".examples")).ToBeVisibleAsync();
        await Expect(visit.Page.Locator(".turn")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_long_conversation_opens_at_its_end()
    {
        await using var visit = await fixture.VisitAsync(width: 360);
        await visit.AskAsync(Visit.Answerable);
        await visit.AskAsync(Visit.Unanswerable);
        await visit.Page.EvaluateAsync(
            "() => { const key = 'h2ask.conversation'; const turns = JSON.parse(localStorage[key]);"
            + " localStorage[key] = JSON.stringify(Array.from({ length: 50 }, (_, i) => ({ ...turns[i % 2], id: 't' + i }))); }");

        await visit.Page.ReloadAsync();

        await Expect(visit.Page.Locator(".turn")).ToHaveCountAsync(50);
        await Expect(visit.Turn.Locator(".asked")).ToBeInViewportAsync();
        await Expect(visit.Turn.Locator(".statement").First).ToBeInViewportAsync();
    }

    [Theory]
    [InlineData("QuotaExceededError")]
    [InlineData("SecurityError")]
    public async Task A_browser_that_keeps_nothing_says_so_and_answers_all_the_same(string fault)
    {
        await using var visit = await fixture.VisitAsync(prepare: page =>
            page.AddInitScriptAsync($"Storage.prototype.setItem = Storage.prototype.getItem = () => {{ throw new DOMException('', '{fault}'); }};"));

        await visit.AskAsync(Visit.Answerable);

        await Expect(visit.Marks).Not.ToHaveCountAsync(0);
        await Expect(visit.Page.Locator("#toast")).ToContainTextAsync("请先导出");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "切换到深色" }).ClickAsync();
        await Expect(visit.Page.Locator("html")).ToHaveAttributeAsync("data-theme", "dark");
        Assert.Empty(visit.Faults);
    }

    [Fact]
    public async Task One_question_can_be_deleted()
    {
        await using var visit = await fixture.VisitAsync();
        await visit.AskAsync(Visit.Answerable);
        await visit.AskAsync("那到2025年呢？");

        await visit.Page.Locator(".turn").First.GetByRole(AriaRole.Button, new() { Name = "删除" }).ClickAsync();

        await Expect(visit.Page.Locator(".asked")).ToHaveTextAsync(["那到2025年呢？"]);
    }

    [Fact]
    public async Task An_answer_is_copied_with_its_citations()
    {
        await using var visit = await fixture.VisitAsync();
        var response = await visit.AskAsync(Visit.Answerable);

        await visit.Turn.GetByRole(AriaRole.Button, new() { Name = "复制" }).ClickAsync();
        await Expect(visit.Page.Locator("#toast")).ToContainTextAsync("已复制");

        var copied = await visit.Page.EvaluateAsync<string>("() => navigator.clipboard.readText()");
        Assert.Contains(Visit.Answerable, copied, StringComparison.Ordinal);
        foreach (var citation in response.GetProperty("citations").EnumerateArray())
        {
            Assert.Contains($"[{citation.GetProperty("number")}] 《{citation.GetProperty("documentTitle").GetString()}》", copied, StringComparison.Ordinal);
            Assert.Contains(citation.GetProperty("quote").GetString()!.Trim(), copied, StringComparison.Ordinal);
            Assert.Contains(new Uri(fixture.Address, citation.GetProperty("url").GetString()).ToString(), copied, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_conversation_is_exported_as_Markdown_with_its_citations()
    {
        await using var visit = await fixture.VisitAsync();
        var response = await visit.AskAsync(Visit.Answerable);
        await visit.AskAsync(Visit.Unanswerable);

        var download = await visit.Page.RunAndWaitForDownloadAsync(
            () => visit.Page.GetByRole(AriaRole.Button, new() { Name = "导出对话（Markdown）" }).ClickAsync());

        var markdown = await File.ReadAllTextAsync(await download.PathAsync());
        Assert.EndsWith(".md", download.SuggestedFilename, StringComparison.Ordinal);
        Assert.Contains($"## {Visit.Answerable}\n", markdown, StringComparison.Ordinal);
        Assert.Contains($"## {Visit.Unanswerable}\n", markdown, StringComparison.Ordinal);
        foreach (var citation in response.GetProperty("citations").EnumerateArray())
        {
            Assert.Contains($"**\\[{citation.GetProperty("number")}\\]** 《", markdown, StringComparison.Ordinal);
            Assert.Contains(citation.GetProperty("url").GetString()! + ">", markdown, StringComparison.Ordinal);
        }
    }
}
