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
        await using var visit = await fixture.VisitAsync(width: width, theme: theme, prepare: page =>
            page.RouteAsync("**/api/feedback", route => route.FulfillAsync(new() { Status = 201, Json = new { id = "1" } })));
        await Expect(visit.Page.Locator(".collected")).ToBeVisibleAsync();
        await Check(visit, "start");

        await visit.AskAsync(Visit.Answerable);
        await Check(visit, "answer");

        await visit.Turn.GetByRole(AriaRole.Button, new() { Name = "有问题" }).ClickAsync();
        await Expect(visit.Turn.Locator(".feedback")).ToBeVisibleAsync();
        await Check(visit, "feedback");
        await visit.Page.Keyboard.PressAsync("Escape");

        await visit.Marks.First.HoverAsync();
        await Expect(visit.Page.GetByRole(AriaRole.Tooltip)).ToBeVisibleAsync();
        await Check(visit, "popover");

        await visit.Marks.First.ClickAsync();
        await Expect(visit.Highlights.First).ToBeInViewportAsync();
        await Check(visit, "source");

        await visit.Source.GetByRole(AriaRole.Button, new() { Name = "目录" }).ClickAsync();
        await Check(visit, "outline");
        await visit.Page.Keyboard.PressAsync("Escape");

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

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task No_key_is_asked_for_with_a_fault_that_axe_finds(ColorScheme theme)
    {
        await using var visit = await fixture.VisitAsync(theme: theme, prepare: page => page.RouteAsync("**/api/ask", route => route.FulfillAsync(new() { Status = 401 })));
        await visit.Question.FillAsync(Visit.Answerable);
        await visit.Question.PressAsync("Enter");
        await visit.Page.Locator("#access-key").FillAsync("h2a_wrong");
        await visit.Page.Keyboard.PressAsync("Enter");
        await Expect(visit.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
        await Check(visit, "key");
    }

    private static async Task Check(Visit visit, string state)
    {
        var result = await visit.Page.RunAxe();
        Assert.True(result.Violations.Length == 0, string.Join('\n', result.Violations.Select(violation =>
            $"{state}: {violation.Id}: {violation.Help}: {string.Join(" | ", violation.Nodes.Select(node => node.Html))}")));
    }
}
