using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace H2Ask.Web.Tests;

[Collection(PageCollection.Name)]
public sealed class DocumentsTests(PageFixture fixture)
{
    [Fact]
    public async Task All_documents_are_listed_and_open_in_the_source_view()
    {
        await using var visit = await fixture.VisitAsync();
        var list = await visit.Page.RunAndWaitForResponseAsync(
            () => visit.Page.GetByRole(AriaRole.Link, new() { Name = "文件库", Exact = true }).ClickAsync(), "**/api/documents?*");
        var documents = (await list.JsonAsync())!.Value.GetProperty("documents");
        var items = visit.Page.Locator(".document-list li");
        await Expect(items).ToHaveCountAsync(documents.GetArrayLength());

        var title = documents[documents.GetArrayLength() - 1].GetProperty("title").GetString()!;

        await items.Filter(new() { HasText = title }).First.ClickAsync();

        await Expect(visit.Source.Locator(".source-title")).ToContainTextAsync(title);
        await visit.Page.Keyboard.PressAsync("Escape");
        await Expect(visit.Source).ToBeHiddenAsync();
        await Expect(items.First).ToBeVisibleAsync();
        Assert.Empty(visit.Faults);
    }

    [Fact]
    public async Task Documents_are_found_by_words_and_by_filters()
    {
        await using var visit = await fixture.VisitAsync("/#documents", prepare: page => page.RouteAsync("**/api/documents?*", route => route.FulfillAsync(new()
        {
            Json = new
            {
                total = 3,
                documents = new[]
                {
                    Known("1", "济南市氢能办法", "办法", "2023-01-02", "山东省", "济南市"),
                    Known("2", "青岛市氢能规划", "规划", "2024", "山东省", "青岛市"),
                    Known("3", "大气污染防治行动计划", "方案", "2013-09", "国家"),
                },
            },
        })));
        var titles = visit.Page.Locator(".document-title");
        await Expect(titles).ToHaveCountAsync(3);

        await visit.Page.GetByRole(AriaRole.Searchbox).FillAsync("氢能 青岛");
        await Expect(titles).ToHaveTextAsync(["青岛市氢能规划 "]);
        await visit.Page.GetByRole(AriaRole.Searchbox).FillAsync("");
        await visit.Page.Locator("#documents").GetByLabel("地区", new() { Exact = true }).SelectOptionAsync("山东省");
        await Expect(titles).ToHaveCountAsync(2);
        await visit.Page.Locator("#documents").GetByLabel("年份", new() { Exact = true }).SelectOptionAsync("2023");
        await Expect(titles).ToHaveTextAsync(["济南市氢能办法 "]);
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "去掉筛选：山东省" }).ClickAsync();
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "去掉筛选：2023" }).ClickAsync();
        await Expect(titles).ToHaveCountAsync(3);
        await Expect(visit.Page.Locator("#documents").GetByLabel("类型", new() { Exact = true }).Locator("option")).ToHaveCountAsync(4);
        await Expect(visit.Page.Locator("#documents").GetByLabel("文件", new() { Exact = true })).ToHaveCountAsync(0);
        await visit.Page.GetByRole(AriaRole.Searchbox).FillAsync("没有这样的文件");
        await Expect(visit.Page.Locator("#found")).ToContainTextAsync("没有符合的文件");
    }

    [Fact]
    public async Task A_document_that_has_come_since_is_there_when_the_list_is_opened_again()
    {
        var titles = new List<string> { "济南市氢能办法" };
        await using var visit = await fixture.VisitAsync("/#documents", prepare: page => page.RouteAsync("**/api/documents?*", route => route.FulfillAsync(new()
        {
            Json = new { total = titles.Count, documents = titles.Select(title => Known(title, title, "办法", "2024", "山东省")) },
        })));
        await Expect(visit.Page.Locator(".document-title")).ToHaveCountAsync(1);

        titles.Add("上传的办法");
        await visit.Page.Locator("#to-chat").ClickAsync();
        await visit.Page.Locator("#to-documents").ClickAsync();

        await Expect(visit.Page.Locator(".document-title")).ToHaveTextAsync(["济南市氢能办法 ", "上传的办法 "]);
    }

    [Fact]
    public async Task A_long_list_comes_in_parts()
    {
        await using var visit = await fixture.VisitAsync("/#documents", prepare: page => page.RouteAsync("**/api/documents?*", route => route.FulfillAsync(new()
        {
            Json = new { total = 700, documents = Enumerable.Range(0, 700).Select(i => Known($"{i}", $"第{i}号办法", "办法", "2024", "山东省")) },
        })));
        var titles = visit.Page.Locator(".document-title");
        await Expect(titles).ToHaveCountAsync(300);
        await Expect(visit.Page.Locator("#found")).ToContainTextAsync("700");

        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "还有 400 份" }).ClickAsync();

        await Expect(titles).ToHaveCountAsync(600);
        await Expect(visit.Page.Locator(".document-list a").Nth(300)).ToBeFocusedAsync();
        await visit.Page.GetByRole(AriaRole.Searchbox).FillAsync("第699号");
        await Expect(titles).ToHaveTextAsync(["第699号办法 "]);
    }

    private static object Known(string id, string title, string kind, string date, params string[] region) =>
        new { id, title, kind, date, region, issuers = Array.Empty<string>(), file = "f.txt", start = 0, end = 1 };
}
