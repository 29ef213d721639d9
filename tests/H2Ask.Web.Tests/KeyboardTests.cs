using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace H2Ask.Web.Tests;

[Collection(PageCollection.Name)]
public sealed class KeyboardTests(PageFixture fixture)
{
    [Theory]
    [InlineData(1280)]
    [InlineData(360)]
    public async Task Asking_reading_the_source_and_coming_back_needs_no_mouse(int width)
    {
        await using var visit = await fixture.VisitAsync(width: width);
        var keyboard = visit.Page.Keyboard;
        await Expect(visit.Page.Locator(".examples")).ToBeVisibleAsync();
        await keyboard.PressAsync("Tab");
        await Expect(visit.Page.GetByRole(AriaRole.Link, new() { Name = "跳到提问框" })).ToBeFocusedAsync();
        await keyboard.PressAsync("Enter");
        await Expect(visit.Question).ToBeFocusedAsync();
        await keyboard.TypeAsync(Visit.Answerable);
        await keyboard.PressAsync("Enter");
        await Expect(visit.Turn.Locator(".sources")).ToBeVisibleAsync();

        await TabTo(visit, visit.Marks.First, "Shift+Tab");
        await keyboard.PressAsync("Enter");

        await Expect(visit.Highlights.First).ToBeFocusedAsync();
        await Expect(visit.Page.Locator("#status")).ToContainTextAsync("定位到引文");
        await keyboard.PressAsync("Escape");
        await Expect(visit.Source).ToBeHiddenAsync();
        await Expect(visit.Marks.First).ToBeFocusedAsync();
        await keyboard.PressAsync("Escape");
        await keyboard.PressAsync("/");
        await Expect(visit.Question).ToBeFocusedAsync();
    }

    [Fact]
    public async Task Shift_and_Enter_begins_a_new_line_and_does_not_ask()
    {
        await using var visit = await fixture.VisitAsync();
        await visit.Question.FillAsync("第一行");
        await visit.Question.PressAsync("Shift+Enter");
        await visit.Page.Keyboard.TypeAsync("第二行");

        await Expect(visit.Question).ToHaveValueAsync("第一行\n第二行");
        await Expect(visit.Page.Locator(".turn")).ToHaveCountAsync(0);
    }

    private static async Task TabTo(Visit visit, ILocator target, string key)
    {
        const int MostPresses = 60;
        for (var i = 0; i < MostPresses; i++)
        {
            await visit.Page.Keyboard.PressAsync(key);
            if (await target.EvaluateAsync<bool>("node => node === document.activeElement")) return;
        }

        Assert.Fail("The keyboard does not reach it.");
    }
}
