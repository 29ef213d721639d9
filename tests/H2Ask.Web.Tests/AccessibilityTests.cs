using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace H2Ask.Web.Tests;

[Collection(PageCollection.Name)]
public sealed class AccessibilityTests(PageFixture fixture)
{
    [Theory]
    [InlineData(ColorScheme.Light, 1440)]
    [InlineData(ColorScheme.Dark, 1440)]
    [InlineData(ColorScheme.Light, 360)]
    [InlineData(ColorScheme.Dark, 360)]
    public async Task No_state_of_the_page_has_a_fault_that_axe_finds(ColorScheme theme, int width)
    {
        await using var visit = await fixture.VisitAsync(width: width, theme: theme);
        await Expect(visit.Page.Locator(".collected")).ToBeVisibleAsync();
        await Check(visit, "start");

        await visit.AskAsync(Visit.Answerable);
        await Check(visit, "answer");

        await visit.Marks.First.HoverAsync();
        await Expect(visit.Page.GetByRole(AriaRole.Tooltip)).ToBeVisibleAsync();
        await Check(visit, "popover");

        await visit.Marks.First.ClickAsync();
        await Expect(visit.Highlights.First).ToBeInViewportAsync();
        await Check(visit, "source");

        await visit.Page.Keyboard.PressAsync("Escape");
        await Expect(visit.Source).ToBeHiddenAsync();
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "新对话" }).ClickAsync();
        await visit.AskAsync(Visit.Unanswerable);
        await Expect(visit.Turn.Locator(".refusal")).ToBeVisibleAsync();
        await Check(visit, "refusal");

        await visit.Page.Locator("#to-documents").ClickAsync();
        await Expect(visit.Page.Locator(".document-list")).ToBeVisibleAsync();
        await Check(visit, "documents");
    }

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task No_problem_is_shown_with_a_fault_that_axe_finds(ColorScheme theme)
    {
        await using var visit = await fixture.VisitAsync(theme: theme, prepare: page => page.RouteAsync("**/api/ask", route => route.AbortAsync()));
        await visit.Question.FillAsync(Visit.Answerable);
        await visit.Question.PressAsync("Enter");
        await Expect(visit.Turn.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
        await Check(visit, "problem");
    }

    private static async Task Check(Visit visit, string state)
    {
        var result = await visit.Page.RunAxe();
        Assert.True(result.Violations.Length == 0, string.Join('\n', result.Violations.Select(violation =>
            $"{state}: {violation.Id}: {violation.Help}: {string.Join(" | ", violation.Nodes.Select(node => node.Html))}")));
    }
}
