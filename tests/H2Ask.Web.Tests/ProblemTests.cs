using H2Ask.Tests;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace H2Ask.Web.Tests;

[Collection(PageCollection.Name)]
public sealed class ProblemTests(PageFixture fixture)
{
    [Fact]
    public async Task A_service_that_is_down_is_explained_and_asked_again_once_it_is_back()
    {
        using var index = new TemporaryFolder();
        IndexMaking.Run([Repository.Seeds], index.Path);
        var service = await Service.StartAsync(index.Path);
        await using var visit = await fixture.VisitAsync(address: service.Address);
        await service.DisposeAsync();
        await visit.Question.FillAsync(Visit.Answerable);
        await visit.Question.PressAsync("Enter");
        await Expect(visit.Turn.GetByRole(AriaRole.Alert)).ToContainTextAsync("连不上服务");
        await Expect(visit.Turn.Locator(".awaited")).ToContainTextAsync("一恢复就会自动重试");

        await using var again = await Service.StartAsync(index.Path, service.Address.Port);

        await Expect(visit.Marks).Not.ToHaveCountAsync(0);
        await Expect(visit.Page.Locator(".turn")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task What_was_asked_offline_is_asked_again_online()
    {
        await using var visit = await fixture.VisitAsync();
        await visit.Page.Context.SetOfflineAsync(true);
        await visit.Question.FillAsync(Visit.Answerable);
        await visit.Question.PressAsync("Enter");
        await Expect(visit.Turn.GetByRole(AriaRole.Alert)).ToContainTextAsync("网络已断开");

        await visit.Page.Context.SetOfflineAsync(false);

        await Expect(visit.Marks).Not.ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Another_question_ends_the_waiting_for_the_last()
    {
        await using var visit = await fixture.VisitAsync(prepare: page => page.RouteAsync("**/api/ask", route => route.AbortAsync()));
        await visit.Question.FillAsync(Visit.Answerable);
        await visit.Question.PressAsync("Enter");
        await Expect(visit.Turn.Locator(".awaited")).ToBeVisibleAsync();
        await visit.Page.UnrouteAsync("**/api/ask");

        await visit.AskAsync("济南市未来产业重点培育哪些领域？");

        await Expect(visit.Marks).Not.ToHaveCountAsync(0);
        await Expect(visit.Page.Locator(".awaited")).ToHaveCountAsync(0);
        await Expect(visit.Page.Locator(".turn").First.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_busy_service_is_asked_again_after_the_time_that_it_names()
    {
        var busy = true;
        await using var visit = await fixture.VisitAsync(prepare: async page =>
        {
            await page.Clock.InstallAsync();
            await page.RouteAsync("**/api/ask", route => busy ? route.FulfillAsync(Refused(429)) : route.ContinueAsync());
        });
        await visit.Question.FillAsync(Visit.Answerable);
        await visit.Question.PressAsync("Enter");
        var retry = visit.Turn.GetByRole(AriaRole.Button, new() { Name = "重试" });
        await Expect(visit.Turn.Locator(".countdown")).ToContainTextAsync("17 秒后");
        await Expect(retry).ToBeDisabledAsync();
        await visit.Page.Clock.RunForAsync(7_000);
        await Expect(visit.Turn.Locator(".countdown")).ToContainTextAsync("10 秒后");
        await visit.Page.Clock.RunForAsync(10_000);
        await Expect(visit.Turn.GetByRole(AriaRole.Alert)).ToContainTextAsync("现在可以重试了");

        busy = false;
        await retry.ClickAsync();

        await Expect(visit.Marks).Not.ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_service_without_an_index_says_what_is_missing()
    {
        using var empty = new TemporaryFolder();
        await using var service = await Service.StartAsync(empty.Path);
        await using var visit = await fixture.VisitAsync(address: service.Address);
        await Expect(visit.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("还没有可用的索引");

        await visit.Question.FillAsync(Visit.Answerable);
        await visit.Question.PressAsync("Enter");

        await Expect(visit.Turn.GetByRole(AriaRole.Alert)).ToContainTextAsync("还没有可用的索引");
        await Expect(visit.Turn.Locator(".detail")).Not.ToBeEmptyAsync();
    }

    [Theory]
    [InlineData(429, "提问的人太多")]
    [InlineData(403, "这个密钥没有权限")]
    [InlineData(400, "请改短或换一种问法")]
    [InlineData(500, "服务出了问题")]
    public async Task A_refused_request_says_what_to_do(int status, string sentence)
    {
        await using var visit = await fixture.VisitAsync(prepare: page => page.RouteAsync("**/api/ask", route => route.FulfillAsync(Refused(status))));

        await visit.Question.FillAsync(Visit.Answerable);
        await visit.Question.PressAsync("Enter");

        await Expect(visit.Turn.GetByRole(AriaRole.Alert)).ToContainTextAsync(sentence);
        await Expect(visit.Turn.Locator(".detail")).ToContainTextAsync("The reason.");
        await Expect(visit.Turn.GetByRole(AriaRole.Button, new() { Name = "重试" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task An_answer_that_breaks_off_keeps_what_was_proved_and_is_said_to_be_incomplete()
    {
        await using var service = await ScriptedService.StartAsync();
        await using var visit = await fixture.VisitAsync(address: service.Address);
        await visit.Question.FillAsync("问");
        await visit.Question.PressAsync("Enter");
        service.Send("delta", new { text = "第一句。", statement = new { text = "第一句。", citations = new[] { 1 } } });
        service.Send("citation", new { number = 1, documentId = "d", documentTitle = "题", file = "f.txt", quote = "第一句。", start = 0, end = 4, url = "/#source/d/0-4" });
        service.Send("delta", new { text = "第二句。", statement = new { text = "第二句。", citations = new[] { 2 } } });
        await Expect(visit.Statements).ToHaveTextAsync(["第一句。1"]);

        service.End();

        await Expect(visit.Turn.GetByRole(AriaRole.Alert)).ToContainTextAsync("回答中断了，可能不完整");
        await Expect(visit.Statements).ToHaveTextAsync(["第一句。1"]);
        await Expect(visit.Turn.Locator(".sources")).ToContainTextAsync("题");
        await visit.Turn.GetByRole(AriaRole.Button, new() { Name = "复制" }).ClickAsync();
        await Expect(visit.Page.Locator("#toast")).ToContainTextAsync("已复制");
        Assert.Contains("回答中断", await visit.Page.EvaluateAsync<string>("() => navigator.clipboard.readText()"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_error_in_the_stream_is_told()
    {
        await using var service = await ScriptedService.StartAsync();
        await using var visit = await fixture.VisitAsync(address: service.Address);
        await visit.Question.FillAsync("问");
        await visit.Question.PressAsync("Enter");

        service.Send("error", new { title = "Broken", detail = "The model is gone." });

        await Expect(visit.Turn.GetByRole(AriaRole.Alert)).ToContainTextAsync("服务出了问题");
        await Expect(visit.Turn.Locator(".detail")).ToContainTextAsync("The model is gone.");
    }

    private static RouteFulfillOptions Refused(int status) => new()
    {
        Status = status,
        ContentType = "application/problem+json",
        Headers = new Dictionary<string, string> { ["Retry-After"] = "17" },
        Body = """{"title":"No","detail":"The reason."}""",
    };
}
