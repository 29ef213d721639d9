using H2Ask.Tests;
using static Microsoft.Playwright.Assertions;

namespace H2Ask.Web.Tests;

[Collection(PageCollection.Name)]
public sealed class HostileTextTests(PageFixture fixture)
{
    private const string Title = "<img src=x onerror=alert(1)>关于\"氢能\"补贴的办法<script>alert(2)</script>";
    private const string Sentence = "加氢站建设补贴<b onmouseover=alert(3)>二百万元</b><script>alert(4)</script>，见 [1] [99] 和 javascript:alert(5) 与 &lt;i&gt; \u202e \u0007 ]]>。";

    [Fact]
    public async Task Nothing_in_a_document_or_a_question_becomes_markup()
    {
        using var corpus = new TemporaryFolder();
        await using var service = await Service.ForAsync(corpus.With("<svg onload=alert(6)>.txt", $"{Title}\n{Sentence}\n"));
        await using var visit = await fixture.VisitAsync(address: service.Address);

        var response = await visit.AskAsync("加氢站建设补贴二百万元<img src=x onerror=alert(7)>吗？</h2><script>alert(8)</script>");

        Assert.True(response.GetProperty("answered").GetBoolean());
        await Expect(visit.Turn.Locator(".asked")).ToHaveTextAsync("加氢站建设补贴二百万元<img src=x onerror=alert(7)>吗？</h2><script>alert(8)</script>");
        await visit.Marks.First.HoverAsync();
        await Expect(visit.Page.Locator("#popover")).ToContainTextAsync("<script>");
        await AssertHarmless(visit);

        await visit.Marks.First.ClickAsync();
        Assert.Equal(response.GetProperty("citations")[0].GetProperty("quote").GetString(), await visit.HighlightedAsync());
        await Expect(visit.Source.Locator(".source-text")).ToContainTextAsync("<b onmouseover=alert(3)>二百万元</b>");
        await AssertHarmless(visit);

        await visit.Page.Keyboard.PressAsync("Escape");
        await visit.Page.Locator("#to-documents").ClickAsync();
        await Expect(visit.Page.Locator(".document-list")).ToContainTextAsync("<img src=x onerror=alert(1)>");
        await AssertHarmless(visit);

        await visit.Page.ReloadAsync();
        await visit.Page.Locator("#to-chat").ClickAsync();
        await Expect(visit.Statements.First).ToContainTextAsync("<");
        await AssertHarmless(visit);
    }

    [Fact]
    public async Task A_hostile_link_to_a_source_does_nothing()
    {
        await using var visit = await fixture.VisitAsync("/#source/%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E/1-5");

        await Expect(visit.Source).ToContainTextAsync("没有这份文件");
        Assert.Equal(0, await visit.Page.Locator("img, script:not([src])").CountAsync());
    }

    private static async Task AssertHarmless(Visit visit)
    {
        Assert.Equal(0, await visit.Page.Locator("img, b, i:not(.dots i), script:not([src]), iframe, object, embed, svg:not(.icon, .brand-mark), [onload], [onerror], [onmouseover]").CountAsync());
        Assert.Equal(2, await visit.Page.Locator("script").CountAsync());
        Assert.Empty(visit.Faults);
    }
}
