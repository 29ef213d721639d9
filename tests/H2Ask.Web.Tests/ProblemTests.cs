using H2Ask.Tests;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace H2Ask.Web.Tests;

[Collection(PageCollection.Name)]
public sealed class ProblemTests(PageFixture fixture)
{
    [Fact]
    public async Task A_service_that_is_down_is_explained_and_trying_again_works()
    {
        using var index = new TemporaryFolder();
        IndexMaking.Run([Repository.Seeds], index.Path);
        var service = await Service.StartAsync(index.Path);
        await using var visit = await fixture.VisitAsync(address: service.Address);
        await service.DisposeAsync();
        await visit.Question.FillAsync(Visit.Answerable);
        await visit.Question.PressAsync("Enter");
        await Expect(visit.Turn.GetByRole(AriaRole.Alert)).ToContainTextAsync("连不上服务");

        await using var again = await Service.StartAsync(index.Path, service.Address.Port);
        await visit.Turn.GetByRole(AriaRole.Button, new() { Name = "重试" }).ClickAsync();

        await Expect(visit.Marks).Not.ToHaveCountAsync(0);
        await Expect(visit.Page.Locator(".turn")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task A_service_without_an_index_says_what_is_missing()
    {
        using var empty = new TemporaryFolder();
        await using var service = await Service.StartAsync(empty.Path);
        await using var visit = await fixture.VisitAsync(address: service.Address);
        await Expect(visit.Page.Locator(".notice")).ToContainTextAsync("还没有可用的索引");

        await visit.Question.FillAsync(Visit.Answerable);
        await visit.Question.PressAsync("Enter");

        await Expect(visit.Turn.GetByRole(AriaRole.Alert)).ToContainTextAsync("还没有可用的索引");
        await Expect(visit.Turn.Locator(".detail")).Not.ToBeEmptyAsync();
    }

    [Theory]
    [InlineData(429, "请在 17 秒后再试")]
    [InlineData(400, "请改短或换一种问法")]
    [InlineData(500, "服务出了问题")]
    public async Task A_refused_request_says_what_to_do(int status, string sentence)
    {
        await using var visit = await fixture.VisitAsync(prepare: page => page.RouteAsync("**/api/ask", route => route.FulfillAsync(new()
        {
            Status = status,
            ContentType = "application/problem+json",
            Headers = new Dictionary<string, string> { ["Retry-After"] = "17" },
            Body = """{"title":"No","detail":"The reason."}""",
        })));

        await visit.Question.FillAsync(Visit.Answerable);
        await visit.Question.PressAsync("Enter");

        await Expect(visit.Turn.GetByRole(AriaRole.Alert)).ToContainTextAsync(sentence);
        await Expect(visit.Turn.Locator(".detail")).ToContainTextAsync("The reason.");
        await Expect(visit.Turn.GetByRole(AriaRole.Button, new() { Name = "重试" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task An_answer_that_breaks_off_is_said_to_be_incomplete()
    {
        await using var service = await ScriptedService.StartAsync();
        await using var visit = await fixture.VisitAsync(address: service.Address);
        await visit.Question.FillAsync("问");
        await visit.Question.PressAsync("Enter");
        service.Send("delta", new { text = "第一句。" });
        await Expect(visit.Statements).ToHaveTextAsync(["第一句。"]);

        service.End();

        await Expect(visit.Turn.GetByRole(AriaRole.Alert)).ToContainTextAsync("回答中断了");
        await Expect(visit.Statements).ToHaveTextAsync(["第一句。"]);
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
}
