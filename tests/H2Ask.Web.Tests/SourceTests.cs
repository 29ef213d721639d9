using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace H2Ask.Web.Tests;

[Collection(PageCollection.Name)]
public sealed class SourceTests(PageFixture fixture)
{
    [Theory]
    [InlineData(Visit.Answerable)]
    [InlineData("济南市未来产业重点培育哪些领域？")]
    public async Task Every_mark_opens_the_source_with_exactly_its_quote_highlighted(string question)
    {
        await using var visit = await fixture.VisitAsync();
        var citations = (await visit.AskAsync(question)).GetProperty("citations").EnumerateArray().ToDictionary(citation => citation.GetProperty("number").ToString());
        Assert.NotEmpty(citations);

        foreach (var mark in await visit.Marks.AllAsync())
        {
            var citation = citations[(await mark.TextContentAsync())!];
            await mark.ClickAsync();
            await Expect(visit.Page).ToHaveURLAsync(new Uri(fixture.Address, citation.GetProperty("url").GetString()).ToString());
            await Expect(mark).ToHaveClassAsync("cite current");
            await Expect(visit.Source.Locator(".source-title")).ToContainTextAsync(citation.GetProperty("documentTitle").GetString()!);
            Assert.Equal(citation.GetProperty("quote").GetString(), await visit.HighlightedAsync());
        }

        Assert.Empty(visit.Faults);
    }

    [Fact]
    public async Task The_text_of_the_source_is_the_documents_letter_for_letter()
    {
        await using var visit = await fixture.VisitAsync();
        var citation = (await visit.AskAsync(Visit.Answerable)).GetProperty("citations")[0];
        var text = await visit.Page.RunAndWaitForResponseAsync(() => visit.Marks.First.ClickAsync(), "**/api/documents/*/text");

        await Expect(visit.Highlights.First).ToBeInViewportAsync();

        Assert.Equal(
            (await text.JsonAsync())!.Value.GetProperty("text").GetString(),
            await visit.Source.Locator(".source-text").EvaluateAsync<string>("node => node.textContent"));
        Assert.Equal(citation.GetProperty("quote").GetString(), await visit.HighlightedAsync());
    }

    [Fact]
    public async Task A_link_to_a_place_opens_it_and_survives_a_reload()
    {
        await using var asking = await fixture.VisitAsync();
        var citation = (await asking.AskAsync(Visit.Answerable)).GetProperty("citations")[0];

        await using var visit = await fixture.VisitAsync(citation.GetProperty("url").GetString()!);
        Assert.Equal(citation.GetProperty("quote").GetString(), await visit.HighlightedAsync());
        await visit.Page.ReloadAsync();
        Assert.Equal(citation.GetProperty("quote").GetString(), await visit.HighlightedAsync());

        await visit.Source.GetByRole(AriaRole.Button, new() { Name = "复制这一处的链接" }).ClickAsync();
        await Expect(visit.Page.Locator("#toast")).ToContainTextAsync("已复制");
        Assert.Equal(visit.Page.Url, await visit.Page.EvaluateAsync<string>("() => navigator.clipboard.readText()"));
    }

    [Fact]
    public async Task The_way_back_to_the_quote_is_one_click()
    {
        await using var visit = await fixture.VisitAsync();
        await visit.AskAsync(Visit.Answerable);
        await visit.Marks.First.ClickAsync();
        await Expect(visit.Highlights.First).ToBeInViewportAsync();
        await visit.Source.Locator("#source-scroll").EvaluateAsync("node => node.scrollTop = 0");
        await Expect(visit.Highlights.First).Not.ToBeInViewportAsync();

        await visit.Source.GetByRole(AriaRole.Button, new() { Name = "回到引文" }).ClickAsync();

        await Expect(visit.Highlights.First).ToBeInViewportAsync();
    }

    [Fact]
    public async Task The_browsers_back_closes_the_source()
    {
        await using var visit = await fixture.VisitAsync(width: 390, height: 800);
        await visit.AskAsync(Visit.Answerable);
        await visit.Marks.First.ClickAsync();
        await Expect(visit.Page.GetByRole(AriaRole.Dialog)).ToBeVisibleAsync();

        await visit.Page.GoBackAsync();

        await Expect(visit.Source).ToBeHiddenAsync();
        await Expect(visit.Marks.First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_document_that_is_not_there_is_said_to_be_missing()
    {
        await using var visit = await fixture.VisitAsync("/#source/nothing/1-2");

        await Expect(visit.Source.GetByRole(AriaRole.Alert)).ToContainTextAsync("没有这份文件");
    }

    [Fact]
    public async Task What_is_known_of_a_document_stands_above_it()
    {
        const string Text = "某市办法\n第一章 总则\n本办法自发布之日起施行。第二章 补贴按每座二百万元给予。";
        await using var visit = await fixture.VisitAsync("/#source/a/23-39", prepare: async page =>
        {
            await page.RouteAsync("**/api/documents/a", route => route.FulfillAsync(new() { Json = Known("a", "某市办法", null, Text) }));
            await page.RouteAsync("**/api/documents/a/text", route => route.FulfillAsync(new() { Json = new { id = "a", file = "f.txt", start = 10, end = 10 + Text.Length, text = Text } }));
            await page.RouteAsync("**/api/documents?*", route => route.FulfillAsync(new()
            {
                Json = new { total = 2, documents = new[] { Known("a", "某市办法", null, Text), Known("b", "某市办法（转载）", "a", Text) } },
            }));
        });

        Assert.Equal(Text[13..29], await visit.HighlightedAsync());
        await Expect(visit.Source.Locator(".source-title .badge")).ToHaveTextAsync(["征求意见稿", "已过期", "节选"]);
        foreach (var fact in (string[])["某市发展和改革委员会", "某发改〔2020〕1号", "2020-03-01", "某省 某市", "2021-12"])
        {
            await Expect(visit.Source.Locator(".facts")).ToContainTextAsync(fact);
        }

        await Expect(visit.Source.Locator(".related")).ToContainTextAsync("某市办法（转载）");
        await visit.Source.GetByRole(AriaRole.Button, new() { Name = "目录" }).ClickAsync();
        await Expect(visit.Source.GetByRole(AriaRole.Button, new() { Name = "第一章 总则" })).ToBeFocusedAsync();
        await visit.Source.GetByRole(AriaRole.Button, new() { Name = "第二章 补贴" }).ClickAsync();
        await Expect(visit.Source.Locator("#outline")).ToBeHiddenAsync();
        await Expect(visit.Source.Locator(".block.section")).ToBeFocusedAsync();
        await Expect(visit.Source.Locator(".block.section")).ToHaveTextAsync("第二章 补贴按每座二百万元给予。");
    }

    [Theory]
    [InlineData(360)]
    [InlineData(1280)]
    public async Task The_outline_opens_at_the_section_that_is_read_and_closes_before_the_source(int width)
    {
        await using var visit = await fixture.VisitAsync(width: width);
        await visit.AskAsync("碳达峰碳中和工作的意见里，2030年非化石能源消费比重要达到多少？");
        await visit.Marks.First.ClickAsync();
        await Expect(visit.Highlights.First).ToBeInViewportAsync();

        await visit.Source.GetByRole(AriaRole.Button, new() { Name = "目录" }).ClickAsync();

        var here = visit.Source.Locator("#outline [aria-current]");
        await Expect(here).ToBeFocusedAsync();
        await Expect(here).ToBeInViewportAsync();
        await Expect(here).ToHaveTextAsync("二、主要目标");
        Assert.False(await visit.OverflowsAsync());
        await visit.Page.Keyboard.PressAsync("Escape");
        await Expect(visit.Source.Locator("#outline")).ToBeHiddenAsync();
        await Expect(visit.Source.GetByRole(AriaRole.Button, new() { Name = "目录" })).ToBeFocusedAsync();
        await visit.Page.Keyboard.PressAsync("Escape");
        await Expect(visit.Source).ToBeHiddenAsync();
    }

    [Theory]
    [InlineData("a", "已被取代，现行文件", "某市新办法")]
    [InlineData("b", "所取代的文件", "某市办法")]
    public async Task What_takes_the_place_of_a_document_is_linked_both_ways(string id, string how, string other)
    {
        var documents = new[]
        {
            new { id = "a", title = "某市办法", supersededBy = (string?)"b", file = "f.txt", start = 0, end = 2 },
            new { id = "b", title = "某市新办法", supersededBy = (string?)null, file = "f.txt", start = 2, end = 4 },
        };
        await using var visit = await fixture.VisitAsync($"/#source/{id}", prepare: async page =>
        {
            await page.RouteAsync("**/api/documents/*", route => route.FulfillAsync(new() { Json = documents.Single(known => route.Request.Url.EndsWith(known.id, StringComparison.Ordinal)) }));
            await page.RouteAsync("**/api/documents/*/text", route => route.FulfillAsync(new() { Json = new { id, file = "f.txt", start = 0, end = 2, text = "正文" } }));
            await page.RouteAsync("**/api/documents?*", route => route.FulfillAsync(new() { Json = new { total = 2, documents } }));
        });

        await Expect(visit.Source.Locator(".related h3")).ToHaveTextAsync([how]);
        await visit.Source.GetByRole(AriaRole.Link, new() { Name = other, Exact = true }).ClickAsync();
        await Expect(visit.Source.Locator(".source-title")).ToContainTextAsync(other);
    }

    [Fact]
    public async Task The_cells_of_a_table_are_told_apart_and_still_the_documents_letters()
    {
        const string Text = "序号\t项目\t规模\n1\t加氢站\t120座\n";
        await using var visit = await fixture.VisitAsync("/#source/a/8-14", prepare: async page =>
        {
            await page.RouteAsync("**/api/documents/a", route => route.FulfillAsync(new() { Json = new { id = "a", title = "表", file = "f.txt", start = 0, end = Text.Length } }));
            await page.RouteAsync("**/api/documents/a/text", route => route.FulfillAsync(new() { Json = new { id = "a", file = "f.txt", start = 0, end = Text.Length, text = Text } }));
        });

        Assert.Equal(Text[8..14], await visit.HighlightedAsync());
        await Expect(visit.Source.Locator(".tab")).ToHaveCountAsync(4);
        Assert.Equal(Text, await visit.Source.Locator(".source-text").TextContentAsync());
    }

    private static object Known(string id, string title, string? duplicateOf, string text) => new
    {
        id,
        title,
        documentNumber = "某发改〔2020〕1号",
        issuers = new[] { "某市发展和改革委员会" },
        region = new[] { "某省", "某市" },
        kind = "办法",
        status = "征求意见稿",
        date = "2020-03-01",
        validUntil = "2021-12",
        excerpt = true,
        file = "f.txt",
        start = 10,
        end = 10 + text.Length,
        duplicateOf,
        outline = new[]
        {
            new { level = 1, number = "第一章", heading = "第一章 总则", start = 10 + text.IndexOf("第一章", StringComparison.Ordinal), end = 10 + text.IndexOf("第二章", StringComparison.Ordinal) },
            new { level = 1, number = "第二章", heading = "第二章 补贴", start = 10 + text.IndexOf("第二章", StringComparison.Ordinal), end = 10 + text.Length },
        },
    };
}
