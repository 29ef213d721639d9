using System.Text.Json;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace H2Ask.Web.Tests;

[Collection(PageCollection.Name)]
public sealed class AskingTests(PageFixture fixture)
{
    private static readonly object Nearest = new
    {
        documentId = "d",
        documentTitle = "某市办法",
        region = new[] { "山东省", "济南市" },
        section = new[] { "第一章" },
        text = "正文",
        start = 0,
        end = 2,
    };

    [Fact]
    public async Task An_answer_comes_with_a_mark_for_each_citation_of_each_statement()
    {
        await using var visit = await fixture.VisitAsync();

        var response = await visit.AskAsync(Visit.Answerable);

        var statements = response.GetProperty("statements").EnumerateArray().ToList();
        await Expect(visit.Statements).ToHaveCountAsync(statements.Count);
        for (var i = 0; i < statements.Count; i++)
        {
            var numbers = statements[i].GetProperty("citations").EnumerateArray().Select(number => number.ToString()).ToArray();
            Assert.Equal(numbers, await visit.Statements.Nth(i).Locator(".cite").AllTextContentsAsync());
            Assert.Equal(statements[i].GetProperty("text").GetString() + string.Concat(numbers), await visit.Statements.Nth(i).TextContentAsync());
        }

        await Expect(visit.Page.Locator("#status")).ToContainTextAsync("回答完毕");
        Assert.Empty(visit.Faults);
    }

    [Fact]
    public async Task Only_what_is_cited_is_listed_as_a_source()
    {
        await using var visit = await fixture.VisitAsync();

        var response = await visit.AskAsync(Visit.Answerable);

        var numbers = response.GetProperty("citations").EnumerateArray().Select(citation => citation.GetProperty("number").ToString());
        var listed = await visit.Turn.Locator(".sources .cite").AllTextContentsAsync();
        Assert.Equal(numbers, listed.Order());
    }

    [Fact]
    public async Task An_answer_is_shown_while_it_comes_each_statement_with_its_proof()
    {
        await using var service = await ScriptedService.StartAsync();
        await using var visit = await fixture.VisitAsync(address: service.Address);
        await visit.Question.FillAsync("问");
        await visit.Question.PressAsync("Enter");

        service.Send("retrieved", new[] { new { }, new { } });
        await Expect(visit.Turn.Locator(".progress")).ToContainTextAsync("2");
        service.Send("delta", Delta("第一句。", 1));
        service.Send("citation", Citation(1));
        await Expect(visit.Statements).ToHaveTextAsync(["第一句。1"]);
        service.Send("delta", Delta("第二句。", 1, 2));
        service.Send("delta", Delta("第三句。", 1));
        await Expect(visit.Statements).ToHaveTextAsync(["第一句。1", "第三句。1"]);
        service.Send("citation", Citation(2));
        await Expect(visit.Statements).ToHaveTextAsync(["第一句。1", "第二句。12", "第三句。1"]);
        await Expect(visit.Turn.Locator(".answer")).ToHaveAttributeAsync("aria-busy", "true");
        Assert.Empty(visit.Faults);
    }

    [Fact]
    public async Task A_number_in_brackets_that_a_document_wrote_is_no_mark()
    {
        await using var service = await ScriptedService.StartAsync();
        await using var visit = await fixture.VisitAsync(address: service.Address);
        await visit.Question.FillAsync("问");
        await visit.Question.PressAsync("Enter");

        service.Send("delta", Delta("见附件[1]。\n另见 [2]", 1));
        service.Send("citation", Citation(1));

        await Expect(visit.Marks).ToHaveTextAsync(["1"]);
        Assert.Equal("见附件[1]。\n另见 [2]1", await visit.Statements.First.TextContentAsync());
    }

    [Fact]
    public async Task An_answer_can_be_stopped_and_what_was_proved_stays_with_its_sources()
    {
        await using var service = await ScriptedService.StartAsync();
        await using var visit = await fixture.VisitAsync(address: service.Address);
        await visit.Question.FillAsync("问");
        await visit.Question.PressAsync("Enter");
        service.Send("delta", Delta("第一句。", 1));
        service.Send("citation", Citation(1));
        service.Send("delta", Delta("没有证据的话。", 2));
        await Expect(visit.Statements).ToHaveTextAsync(["第一句。1"]);

        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "停止回答" }).ClickAsync();

        await service.HungUp.Task.WaitAsync(TimeSpan.FromSeconds(30));
        await Expect(visit.Turn).ToContainTextAsync("已停止");
        await Expect(visit.Statements).ToHaveTextAsync(["第一句。1"]);
        await Expect(visit.Turn.Locator(".sources .cite")).ToHaveTextAsync(["1"]);
        await Expect(visit.Page.GetByRole(AriaRole.Button, new() { Name = "发送" })).ToBeVisibleAsync();
        await visit.Page.ReloadAsync();
        await Expect(visit.Statements).ToHaveTextAsync(["第一句。1"]);
    }

    [Fact]
    public async Task A_mark_shows_its_quote_and_document_when_hovered_or_focused()
    {
        await using var visit = await fixture.VisitAsync();
        var citation = (await visit.AskAsync(Visit.Answerable)).GetProperty("citations")[0];
        var popover = visit.Page.GetByRole(AriaRole.Tooltip);

        await visit.Marks.First.HoverAsync();
        await Expect(popover).ToContainTextAsync(citation.GetProperty("quote").GetString()!);
        await Expect(popover).ToContainTextAsync(citation.GetProperty("documentTitle").GetString()!);
        await visit.Page.Mouse.MoveAsync(2, 2);
        await Expect(popover).ToBeHiddenAsync();

        await visit.Turn.Locator(".asked").FocusAsync();
        await visit.Page.Keyboard.PressAsync("Tab");
        await Expect(visit.Marks.First).ToBeFocusedAsync();
        await Expect(popover).ToBeVisibleAsync();
        await Expect(visit.Marks.First).ToHaveAttributeAsync("aria-describedby", "popover");
        await visit.Page.Keyboard.PressAsync("Escape");
        await Expect(popover).ToBeHiddenAsync();
    }

    [Fact]
    public async Task A_follow_up_sends_the_questions_and_answers_before_it()
    {
        await using var visit = await fixture.VisitAsync();
        var first = await visit.AskAsync(Visit.Answerable);

        var request = await visit.Page.RunAndWaitForRequestAsync(() => visit.AskAsync("那到2025年呢？"), "**/api/ask");

        var history = request.PostDataJSON()!.Value.GetProperty("history");
        Assert.Equal(2, history.GetArrayLength());
        Assert.Equal(("user", Visit.Answerable), (history[0].GetProperty("role").GetString(), history[0].GetProperty("content").GetString()));
        Assert.Equal(("assistant", first.GetProperty("answer").GetString()), (history[1].GetProperty("role").GetString(), history[1].GetProperty("content").GetString()));
        await Expect(visit.Turn.Locator(".understood")).ToContainTextAsync("2025");
    }

    [Fact]
    public async Task A_refusal_shows_the_nearest_passages_and_a_way_on()
    {
        await using var visit = await fixture.VisitAsync();

        var response = await visit.AskAsync(Visit.Unanswerable);

        Assert.False(response.GetProperty("answered").GetBoolean());
        await Expect(visit.Statements).ToHaveTextAsync([response.GetProperty("answer").GetString()!]);
        await Expect(visit.Marks).ToHaveCountAsync(0);
        var nearest = response.GetProperty("nearest");
        await Expect(visit.Turn.Locator(".nearest li")).ToHaveCountAsync(nearest.GetArrayLength());
        await Expect(visit.Turn).ToContainTextAsync("看看收录了哪些地区的文件");
        await visit.Turn.Locator(".nearest a").First.ClickAsync();
        Assert.Equal(nearest[0].GetProperty("text").GetString(), await visit.HighlightedAsync());
    }

    [Fact]
    public async Task A_narrower_question_is_put_into_the_box_to_go_on_with()
    {
        await using var service = await ScriptedService.StartAsync();
        await using var visit = await fixture.VisitAsync(address: service.Address);
        await visit.Question.FillAsync("补贴多少？");
        await visit.Question.PressAsync("Enter");
        service.Send("done", Refusal("补贴多少？"));

        await Expect(visit.Turn).ToContainTextAsync("写明地区、年份或文件名");
        await visit.Turn.Locator(".suggestions button").ClickAsync();

        await Expect(visit.Question).ToHaveValueAsync("济南市：补贴多少？");
        await Expect(visit.Question).ToBeFocusedAsync();
    }

    [Fact]
    public async Task A_question_that_names_a_place_is_not_tied_to_another()
    {
        await using var service = await ScriptedService.StartAsync();
        await using var visit = await fixture.VisitAsync(address: service.Address);
        await visit.Question.FillAsync("太原补贴多少？");
        await visit.Question.PressAsync("Enter");

        service.Send("done", Refusal("太原补贴多少？", "太原"));

        await Expect(visit.Turn.Locator(".nearest li")).ToHaveCountAsync(1);
        await Expect(visit.Turn.Locator(".suggestions")).ToHaveCountAsync(0);
        await visit.Turn.GetByRole(AriaRole.Link, new() { Name = "看看收录了哪些地区的文件" }).ClickAsync();
        await Expect(visit.Page.Locator("#documents")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_question_that_names_a_place_is_tied_to_a_document_of_that_place()
    {
        await using var service = await ScriptedService.StartAsync();
        await using var visit = await fixture.VisitAsync(address: service.Address);
        await visit.Question.FillAsync("济南补贴多少？");
        await visit.Question.PressAsync("Enter");

        service.Send("done", Refusal("济南补贴多少？", "济南"));

        await Expect(visit.Turn.Locator(".suggestions button")).ToHaveTextAsync(["《某市办法》里，济南补贴多少？"]);
    }

    [Fact]
    public async Task An_example_is_asked_with_one_click()
    {
        await using var visit = await fixture.VisitAsync();
        var example = visit.Page.Locator(".examples button").First;
        var question = await example.Locator(".example").TextContentAsync();

        await example.ClickAsync();

        await Expect(visit.Turn.Locator(".asked")).ToHaveTextAsync(question!);
        await Expect(visit.Marks).Not.ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_filter_goes_with_the_question()
    {
        await using var visit = await fixture.VisitAsync();
        await visit.Page.Locator(".composer").GetByRole(AriaRole.Button, new() { Name = "筛选" }).ClickAsync();
        var files = visit.Page.Locator(".composer").GetByLabel("文件", new() { Exact = true });
        var file = await files.Locator("option").Last.GetAttributeAsync("value");
        await files.SelectOptionAsync(file!);
        await Expect(visit.Page.GetByRole(AriaRole.Button, new() { Name = $"去掉筛选：{file}" })).ToBeVisibleAsync();

        var response = default(JsonElement);
        var request = await visit.Page.RunAndWaitForRequestAsync(async () => response = await visit.AskAsync(Visit.Answerable), "**/api/ask");

        Assert.Equal(file, request.PostDataJSON()!.Value.GetProperty("filters").GetProperty("files")[0].GetString());
        Assert.All(response.GetProperty("citations").EnumerateArray(), citation => Assert.Equal(file, citation.GetProperty("file").GetString()));
    }

    private static object Refusal(string question, params string[] places) => new
    {
        question,
        standaloneQuestion = question,
        answered = false,
        answer = "资料中没有。",
        statements = Array.Empty<object>(),
        citations = Array.Empty<object>(),
        nearest = new[] { Nearest },
        places,
    };

    private static object Delta(string text, params int[] citations) => new { text, statement = new { text, citations } };

    private static object Citation(int number) => new
    {
        number,
        documentId = "d",
        documentTitle = "题",
        section = Array.Empty<string>(),
        region = Array.Empty<string>(),
        file = "f.txt",
        quote = "第一句。",
        start = 0,
        end = 4,
        url = "/#source/d/0-4",
    };
}
