using System.Text.Json;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace H2Ask.Web.Tests;

[Collection(PageCollection.Name)]
public sealed class FeedbackTests(PageFixture fixture)
{
    [Fact]
    public async Task A_thumb_up_is_sent_with_all_that_the_answer_showed()
    {
        var sent = new List<JsonElement>();
        await using var visit = await fixture.VisitAsync(prepare: page => TakeAsync(page, sent));
        var first = await visit.AskAsync(Visit.Answerable);
        var second = await visit.AskAsync("那到2025年呢？");

        await Thumb(visit, "有帮助").ClickAsync();

        await Expect(visit.Page.Locator("#toast")).ToContainTextAsync("已记下");
        await Expect(Thumb(visit, "有帮助")).ToHaveAttributeAsync("aria-pressed", "true");
        var body = Assert.Single(sent);
        Assert.Equal(("up", "那到2025年呢？"), (body.GetProperty("verdict").GetString(), body.GetProperty("question").GetString()));
        Assert.False(string.IsNullOrEmpty(body.GetProperty("answerId").GetString()));
        Assert.True(body.GetProperty("answered").GetBoolean());
        Assert.Equal(second.GetProperty("answer").GetString(), body.GetProperty("answer").GetString());
        Assert.Equal(
            [Visit.Answerable, first.GetProperty("answer").GetString()],
            body.GetProperty("history").EnumerateArray().Select(turn => turn.GetProperty("content").GetString()));
        Assert.Equal(Quotes(second), Quotes(body));
        Assert.Empty(visit.Faults);
    }

    [Fact]
    public async Task A_thumb_down_asks_what_is_wrong_without_a_mouse()
    {
        var sent = new List<JsonElement>();
        await using var visit = await fixture.VisitAsync(prepare: page => TakeAsync(page, sent));
        await visit.AskAsync(Visit.Answerable);
        var keyboard = visit.Page.Keyboard;

        await Thumb(visit, "有问题").FocusAsync();
        await keyboard.PressAsync("Enter");
        await Expect(visit.Turn.GetByRole(AriaRole.Radio, new() { Name = "说错了" })).ToBeFocusedAsync();
        await keyboard.PressAsync("ArrowRight");
        await keyboard.PressAsync("Tab");
        await keyboard.TypeAsync("数字对不上");
        await keyboard.PressAsync("Tab");
        await keyboard.PressAsync("Tab");
        await keyboard.PressAsync("Enter");

        await Expect(visit.Turn.Locator(".feedback")).ToHaveCountAsync(0);
        await Expect(Thumb(visit, "有问题")).ToBeFocusedAsync();
        Assert.Equal(["down", "down"], sent.Select(body => body.GetProperty("verdict").GetString()));
        Assert.Equal(("unsupported_citation", "数字对不上"), (sent[1].GetProperty("reason").GetString(), sent[1].GetProperty("comment").GetString()));
        Assert.False(sent[0].TryGetProperty("reason", out _));
    }

    [Fact]
    public async Task What_was_thought_is_remembered_and_can_be_changed()
    {
        var sent = new List<JsonElement>();
        await using var visit = await fixture.VisitAsync(prepare: page => TakeAsync(page, sent));
        await visit.AskAsync(Visit.Unanswerable);
        await Thumb(visit, "有问题").ClickAsync();
        await visit.Turn.GetByText("资料里其实有").ClickAsync();
        await visit.Turn.GetByRole(AriaRole.Button, new() { Name = "提交" }).ClickAsync();
        await Expect(visit.Turn.Locator(".feedback")).ToHaveCountAsync(0);

        await visit.Page.ReloadAsync();

        await Expect(Thumb(visit, "有问题")).ToHaveAttributeAsync("aria-pressed", "true");
        await Thumb(visit, "有问题").ClickAsync();
        await Expect(visit.Turn.GetByRole(AriaRole.Radio, new() { Name = "资料里其实有" })).ToBeCheckedAsync();
        await Thumb(visit, "有帮助").ClickAsync();
        await Expect(visit.Turn.Locator(".feedback")).ToHaveCountAsync(0);
        await Expect(Thumb(visit, "有问题")).ToHaveAttributeAsync("aria-pressed", "false");
        Assert.Equal(["down", "down", "up"], sent.Select(body => body.GetProperty("verdict").GetString()));
        Assert.False(sent[2].TryGetProperty("reason", out _));
        Assert.False(sent[2].GetProperty("answered").GetBoolean());
    }

    [Fact]
    public async Task A_verdict_that_the_service_does_not_take_is_not_shown_as_given()
    {
        await using var visit = await fixture.VisitAsync(prepare: page => page.RouteAsync("**/api/feedback", route => route.FulfillAsync(new() { Status = 507, Json = new { detail = "Full." } })));
        await visit.AskAsync(Visit.Answerable);

        await Thumb(visit, "有帮助").ClickAsync();

        await Expect(visit.Page.Locator("#toast")).ToContainTextAsync("服务出了问题");
        await Expect(Thumb(visit, "有帮助")).ToHaveAttributeAsync("aria-pressed", "false");
    }

    private static ILocator Thumb(Visit visit, string name) => visit.Turn.GetByRole(AriaRole.Button, new() { Name = name });

    private static Task<IAsyncDisposable> TakeAsync(IPage page, List<JsonElement> sent) => page.RouteAsync("**/api/feedback", route =>
    {
        sent.Add(route.Request.PostDataJSON()!.Value);
        return route.FulfillAsync(new() { Status = 201, Json = new { id = "1", receivedAt = "2026-01-01T00:00:00Z" } });
    });

    private static IEnumerable<(string?, string?, int, int)> Quotes(JsonElement holder) => holder.GetProperty("citations").EnumerateArray().Select(citation =>
        (citation.GetProperty("file").GetString(), citation.GetProperty("quote").GetString(), citation.GetProperty("start").GetInt32(), citation.GetProperty("end").GetInt32()));
}
