using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace H2Ask.Web.Tests;

[Collection(PageCollection.Name)]
public sealed class AccessKeyTests(PageFixture fixture)
{
    private const string Key = "h2a_right";

    [Fact]
    public async Task A_service_with_keys_asks_for_one_and_goes_on_with_it()
    {
        await using var visit = await fixture.VisitAsync(prepare: NeedKeyAsync);
        await AskAsync(visit);

        await Expect(visit.Page.GetByRole(AriaRole.Dialog, new() { Name = "输入访问密钥" })).ToBeVisibleAsync();
        await Expect(Field(visit)).ToBeFocusedAsync();
        await visit.Page.Keyboard.TypeAsync(Key);
        await visit.Page.Keyboard.PressAsync("Enter");
        await Expect(visit.Marks).Not.ToHaveCountAsync(0);
        await visit.Marks.First.ClickAsync();
        await Expect(visit.Highlights.First).ToBeInViewportAsync();

        await visit.Page.ReloadAsync();
        await Expect(Field(visit)).ToBeVisibleAsync();
        Assert.DoesNotContain(Key, await Kept(visit), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_service_that_tells_nothing_without_a_key_is_opened_from_the_start()
    {
        await using var visit = await fixture.VisitAsync(prepare: page => page.RouteAsync("**/health/ready", async route =>
        {
            if (await route.Request.HeaderValueAsync("Authorization") == $"Bearer {Key}") await route.ContinueAsync();
            else await route.FulfillAsync(new() { Json = new { status = "ok", documents = (int?)null, passages = (int?)null } });
        }));
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "输入密钥" }).ClickAsync();
        await Field(visit).FillAsync("h2a_wrong");
        await Field(visit).PressAsync("Enter");
        await Expect(visit.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Alert)).ToBeVisibleAsync();

        await Field(visit).FillAsync(Key);
        await Field(visit).PressAsync("Enter");

        await Expect(visit.Page.Locator(".collected")).ToBeVisibleAsync();
        Assert.Empty(visit.Faults);
    }

    [Fact]
    public async Task A_wrong_key_is_said_to_be_wrong_and_not_kept()
    {
        await using var visit = await fixture.VisitAsync(prepare: NeedKeyAsync);
        await AskAsync(visit);
        await visit.Page.GetByLabel("在这个浏览器里记住").CheckAsync();
        await Field(visit).FillAsync("h2a_wrong");
        await Field(visit).PressAsync("Enter");
        await Expect(visit.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Alert)).ToContainTextAsync("没有接受这个密钥");

        await visit.Page.Keyboard.PressAsync("Escape");

        await Expect(visit.Turn.GetByRole(AriaRole.Alert)).ToContainTextAsync("要有访问密钥");
        Assert.DoesNotContain("h2a_wrong", await Kept(visit), StringComparison.Ordinal);
        await visit.Turn.GetByRole(AriaRole.Button, new() { Name = "输入密钥" }).ClickAsync();
        await Field(visit).FillAsync(Key);
        await Field(visit).PressAsync("Enter");
        await Expect(visit.Marks).Not.ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_key_is_kept_where_that_is_wished_for_until_it_is_forgotten()
    {
        await using var visit = await fixture.VisitAsync(prepare: NeedKeyAsync);
        await AskAsync(visit);
        await visit.Page.GetByLabel("在这个浏览器里记住").CheckAsync();
        await Field(visit).FillAsync(Key);
        await Field(visit).PressAsync("Enter");
        await Expect(visit.Marks).Not.ToHaveCountAsync(0);

        await visit.Page.ReloadAsync();
        await AskAsync(visit);
        await Expect(visit.Marks).Not.ToHaveCountAsync(0);
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "忘记访问密钥" }).ClickAsync();

        await Expect(visit.Page.GetByRole(AriaRole.Button, new() { Name = "忘记访问密钥" })).ToBeHiddenAsync();
        Assert.DoesNotContain(Key, await Kept(visit), StringComparison.Ordinal);
        await AskAsync(visit);
        await Expect(Field(visit)).ToBeVisibleAsync();
    }

    private static ILocator Field(Visit visit) => visit.Page.Locator("#access-key");

    private static Task<string> Kept(Visit visit) => visit.Page.EvaluateAsync<string>("() => JSON.stringify({ ...localStorage, ...sessionStorage })");

    private static async Task AskAsync(Visit visit)
    {
        await visit.Question.FillAsync(Visit.Answerable);
        await visit.Question.PressAsync("Enter");
    }

    private static Task NeedKeyAsync(IPage page) => page.RouteAsync("**/api/**", async route =>
    {
        if (await route.Request.HeaderValueAsync("Authorization") == $"Bearer {Key}") await route.ContinueAsync();
        else await route.FulfillAsync(new() { Status = 401, Json = new { detail = "A key is needed." } });
    });
}
