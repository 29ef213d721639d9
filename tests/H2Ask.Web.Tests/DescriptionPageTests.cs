using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace H2Ask.Web.Tests;

[Collection(PageCollection.Name)]
public sealed class DescriptionPageTests(PageFixture fixture)
{
    [Fact]
    public async Task An_endpoint_can_be_read_and_tried_with_nothing_from_elsewhere_and_no_code_in_the_page()
    {
        var asked = new List<string>();
        await using var visit = await fixture.VisitAsync("/docs/index.html", prepare: page =>
        {
            page.Request += (_, request) => asked.Add(request.Url);
            return Task.CompletedTask;
        });

        await visit.Page.GetByText("Answers a question, with citations").ClickAsync();
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Execute" }).ClickAsync();

        await Expect(visit.Page.Locator(".live-responses-table .response .response-col_status")).ToContainTextAsync("200");
        await Expect(visit.Page.Locator(".curl-command")).ToContainTextAsync("/api/ask");
        Assert.All(asked, url => Assert.True(url.StartsWith("data:", StringComparison.Ordinal) || new Uri(url).Authority == fixture.Address.Authority, url));
        Assert.Empty(visit.Faults);
    }
}
