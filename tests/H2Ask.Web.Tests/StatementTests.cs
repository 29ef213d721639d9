using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace H2Ask.Web.Tests;

[Collection(PageCollection.Name)]
public sealed class StatementTests(PageFixture fixture)
{
    private const string List = "申请应当具备下列条件：\n（一）在本市登记；\n（二）有许可证。";
    private const string Side = "最高400万元。";
    private const string Notice = "关于太原，资料中没有找到相关内容。";
    private const string Note = "有效期至2020年12月31日，已过期";
    private const string Answer = $"{List} [1]\n青岛：{Side}（{Note}） [2]";

    [Theory]
    [InlineData(360)]
    [InlineData(1440)]
    public async Task A_statement_shows_its_side_the_note_of_its_document_and_the_lines_of_its_list(int width)
    {
        await using var service = await ScriptedService.StartAsync();
        await using var visit = await AskedAsync(service, width);

        service.Send("done", Response());

        await Expect(visit.Turn.Locator(".sources")).ToBeVisibleAsync();
        Assert.Equal(List + "1", await visit.Statements.First.TextContentAsync());
        Assert.Equal(3, (await visit.Statements.First.InnerTextAsync()).Split('\n').Length);
        await Expect(visit.Statements.First.Locator(".label, .caution")).ToHaveCountAsync(0);
        await Expect(visit.Statements.Last.Locator(".label")).ToHaveTextAsync("青岛：");
        await Expect(visit.Statements.Last.Locator(".caution")).ToHaveTextAsync($"（{Note}）2");
        Assert.Equal($"青岛：{Side}（{Note}）2", await visit.Statements.Last.TextContentAsync());
        Assert.False(await visit.OverflowsAsync());
        Assert.Empty(visit.Faults);
    }

    [Fact]
    public async Task What_only_stands_around_the_answering_sentence_is_shown_more_quietly()
    {
        await using var service = await ScriptedService.StartAsync();
        await using var visit = await AskedAsync(service);

        service.Send("done", Response(new { text = "先登记。再验收。后加注。", citations = new[] { 1 }, key = "再验收。" }));

        await Expect(visit.Turn.Locator(".sources")).ToBeVisibleAsync();
        Assert.Equal("先登记。再验收。后加注。1", await visit.Statements.First.TextContentAsync());
        await Expect(visit.Statements.First.Locator(".key")).ToHaveTextAsync("再验收。");
        await Expect(visit.Statements.First.Locator(".around")).ToHaveTextAsync(["先登记。", "后加", "注。"]);
        Assert.Empty(visit.Faults);
    }

    [Fact]
    public async Task What_comes_in_pieces_are_the_statements_of_the_whole_answer()
    {
        await using var service = await ScriptedService.StartAsync();
        await using var visit = await AskedAsync(service);

        service.Send("delta", new { text = $"{List} [1]", statement = new { text = List, citations = new[] { 1 } } });
        service.Send("citation", Citation(1));
        service.Send("delta", new { text = $"\n青岛：{Side}（{Note}） [2]", statement = new { text = Side, citations = new[] { 2 }, label = "青岛", note = Note } });
        service.Send("citation", Citation(2));
        await Expect(visit.Marks).ToHaveTextAsync(["1", "2"]);
        var coming = await visit.Statements.AllTextContentsAsync();
        service.Send("done", Response());
        await Expect(visit.Turn.Locator(".sources")).ToBeVisibleAsync();

        Assert.Equal([List + "1", $"青岛：{Side}（{Note}）2"], coming);
        Assert.Equal(coming, await visit.Statements.AllTextContentsAsync());
        Assert.Empty(visit.Faults);
    }

    [Fact]
    public async Task Where_else_the_same_stands_is_a_link_to_its_place()
    {
        await using var service = await ScriptedService.StartAsync();
        await using var visit = await AskedAsync(service);

        service.Send("done", Response());

        await Expect(visit.Turn.Locator(".twins a")).ToHaveTextAsync(["《转载的题》", "《转载的题》"]);
        await Expect(visit.Turn.Locator(".twins a").First).ToHaveAttributeAsync("href", "#source/t1/7-10");
    }

    [Fact]
    public async Task The_notice_of_an_answer_is_a_quiet_line_under_it()
    {
        await using var service = await ScriptedService.StartAsync();
        await using var visit = await AskedAsync(service);

        service.Send("done", Response());

        await Expect(visit.Turn.Locator(".besides")).ToHaveTextAsync(Notice);
        await Expect(visit.Statements).ToHaveCountAsync(2);
        await visit.Page.ReloadAsync();
        await Expect(visit.Turn.Locator(".besides")).ToHaveTextAsync(Notice);
    }

    [Fact]
    public async Task An_answer_without_a_notice_has_no_line_for_it()
    {
        await using var visit = await fixture.VisitAsync();

        await visit.AskAsync(Visit.Answerable);

        await Expect(visit.Turn.Locator(".sources")).ToBeVisibleAsync();
        await Expect(visit.Turn.Locator(".besides")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Sides_notes_lines_and_the_notice_are_copied()
    {
        await using var service = await ScriptedService.StartAsync();
        await using var visit = await AskedAsync(service);
        service.Send("done", Response());

        await visit.Turn.GetByRole(AriaRole.Button, new() { Name = "复制" }).ClickAsync();
        await Expect(visit.Page.Locator("#toast")).ToContainTextAsync("已复制");

        var copied = await visit.Page.EvaluateAsync<string>("() => navigator.clipboard.readText()");
        Assert.Contains($"问\n\n{List}[1]\n青岛：{Side}（{Note}）[2]\n{Notice}\n\n[1] 《题》", copied.ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sides_notes_lines_and_the_notice_are_exported()
    {
        await using var service = await ScriptedService.StartAsync();
        await using var visit = await AskedAsync(service);
        service.Send("done", Response());
        await Expect(visit.Turn.Locator(".sources")).ToBeVisibleAsync();

        var download = await visit.Page.RunAndWaitForDownloadAsync(
            () => visit.Page.GetByRole(AriaRole.Button, new() { Name = "导出对话（Markdown）" }).ClickAsync());

        var markdown = await File.ReadAllTextAsync(await download.PathAsync());
        Assert.Contains($"{List.Replace("\n", "  \n", StringComparison.Ordinal)} \\[1\\]\n\n青岛：{Side}（{Note}） \\[2\\]\n\n{Notice}\n\n", markdown, StringComparison.Ordinal);
    }

    private static object Response(object? first = null) => new
    {
        question = "问",
        standaloneQuestion = "问",
        answered = true,
        answer = Answer,
        statements = new object[]
        {
            first ?? new { text = List, citations = new[] { 1 } },
            new { text = Side, citations = new[] { 2 }, label = "青岛", note = Note },
        },
        citations = new[] { Citation(1), Citation(2) },
        nearest = Array.Empty<object>(),
        notice = Notice,
    };

    private static object Citation(int number) => new
    {
        number,
        documentId = "d" + number,
        documentTitle = "题",
        section = Array.Empty<string>(),
        region = Array.Empty<string>(),
        file = "f.txt",
        quote = "原文。",
        start = 0,
        end = 3,
        url = "/#source/d/0-3",
        twins = new[] { new { documentId = "t" + number, documentTitle = "转载的题", file = "g.txt", start = 7, end = 10 } },
    };

    private async Task<Visit> AskedAsync(ScriptedService service, int width = 1280)
    {
        var visit = await fixture.VisitAsync(address: service.Address, width: width);
        await visit.Question.FillAsync("问");
        await visit.Question.PressAsync("Enter");
        return visit;
    }
}
