using System.Globalization;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace H2Ask.Web.Tests;

[Collection(PageCollection.Name)]
public sealed class AppearanceTests(PageFixture fixture)
{
    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task The_theme_follows_the_system_until_it_is_switched_and_then_stays(ColorScheme theme)
    {
        await using var visit = await fixture.VisitAsync(theme: theme);
        Assert.Equal(theme == ColorScheme.Dark, await IsDark(visit));

        await visit.Page.GetByRole(AriaRole.Button, new() { Name = theme == ColorScheme.Dark ? "切换到浅色" : "切换到深色" }).ClickAsync();
        Assert.NotEqual(theme == ColorScheme.Dark, await IsDark(visit));
        await visit.Page.ReloadAsync();
        Assert.NotEqual(theme == ColorScheme.Dark, await IsDark(visit));
    }

    [Theory]
    [InlineData(320)]
    [InlineData(360)]
    [InlineData(768)]
    [InlineData(1440)]
    public async Task Nothing_stands_out_to_the_side(int width)
    {
        await using var visit = await fixture.VisitAsync(width: width);
        await Expect(visit.Page.Locator(".collected")).ToBeVisibleAsync();
        Assert.False(await visit.OverflowsAsync());
        await visit.AskAsync(Visit.Answerable);
        Assert.False(await visit.OverflowsAsync());
        await visit.Marks.First.ClickAsync();
        await Expect(visit.Highlights.First).ToBeInViewportAsync();
        Assert.False(await visit.OverflowsAsync());
        await visit.Page.Keyboard.PressAsync("Escape");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "新对话" }).ClickAsync();
        await visit.AskAsync(Visit.Unanswerable);
        await Expect(visit.Turn.Locator(".refusal")).ToBeVisibleAsync();
        Assert.False(await visit.OverflowsAsync());
        await visit.Page.Locator("#to-documents").ClickAsync();
        await Expect(visit.Page.Locator(".document-list")).ToBeVisibleAsync();
        Assert.False(await visit.OverflowsAsync());
    }

    [Fact]
    public async Task The_source_stands_beside_the_answer_where_there_is_room_and_over_it_where_there_is_not()
    {
        await using var visit = await fixture.VisitAsync(width: 1440);
        await visit.AskAsync(Visit.Answerable);
        await visit.Marks.First.ClickAsync();
        await Expect(visit.Highlights.First).ToBeInViewportAsync();
        await Expect(visit.Marks.First).ToBeInViewportAsync();
        await Expect(visit.Page.GetByRole(AriaRole.Complementary)).ToBeVisibleAsync();

        await visit.Page.SetViewportSizeAsync(360, 800);

        await Expect(visit.Page.GetByRole(AriaRole.Dialog)).ToBeVisibleAsync();
        await Expect(visit.Page.Locator("#main")).ToHaveAttributeAsync("inert", "");
        await visit.Source.GetByRole(AriaRole.Button, new() { Name = "关闭原文" }).ClickAsync();
        await Expect(visit.Source).ToBeHiddenAsync();
        Assert.Null(await visit.Page.Locator("#main").GetAttributeAsync("inert"));
    }

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task On_paper_the_answer_stands_whole_in_ink_without_what_is_pressed(ColorScheme theme)
    {
        await using var visit = await fixture.VisitAsync(theme: theme);
        await visit.AskAsync(Visit.Answerable);
        await visit.Page.EmulateMediaAsync(new() { Media = Media.Print });

        Assert.False(await IsDark(visit));
        await Expect(visit.Turn.Locator(".sources")).ToBeVisibleAsync();
        await Expect(visit.Question).ToBeHiddenAsync();
        await Expect(visit.Turn.Locator(".turn-tools")).ToBeHiddenAsync();
        Assert.True(await visit.Page.EvaluateAsync<bool>("() => [...document.querySelectorAll('.quoted p, #main')].every(node => node.scrollHeight <= node.clientHeight + 1)"));

        await visit.Page.EmulateMediaAsync(new() { Media = Media.Screen });
        await visit.Marks.First.ClickAsync();
        await Expect(visit.Highlights.First).ToBeInViewportAsync();
        await visit.Page.EmulateMediaAsync(new() { Media = Media.Print });

        await Expect(visit.Source.Locator(".source-text")).ToBeVisibleAsync();
        await Expect(visit.Turn).ToBeHiddenAsync();
    }

    [Fact]
    public async Task The_page_speaks_English_after_the_switch_and_stays_so()
    {
        await using var visit = await fixture.VisitAsync();
        await visit.AskAsync(Visit.Answerable);
        await visit.Marks.First.ClickAsync();
        await Expect(visit.Highlights.First).ToBeInViewportAsync();

        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "EN: switch to English" }).ClickAsync();

        await Expect(visit.Page.Locator("html")).ToHaveAttributeAsync("lang", "en");
        await Expect(visit.Turn.GetByRole(AriaRole.Heading, new() { Name = "Sources" })).ToBeVisibleAsync();
        await Expect(visit.Turn.Locator(".answer")).ToHaveAttributeAsync("lang", "zh-CN");
        await Expect(visit.Source.GetByRole(AriaRole.Button, new() { Name = "Close the source" })).ToBeVisibleAsync();
        await Expect(visit.Highlights.First).ToBeInViewportAsync();
        await visit.Page.ReloadAsync();
        await Expect(visit.Page.GetByRole(AriaRole.Link, new() { Name = "Documents", Exact = true })).ToBeVisibleAsync();
        await Expect(visit.Page).ToHaveTitleAsync("H2Ask · Ask about policy, read the source");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "切换到中文" }).ClickAsync();
        await Expect(visit.Page.Locator("html")).ToHaveAttributeAsync("lang", "zh-CN");
        Assert.Empty(visit.Faults);
    }

    [Fact]
    public async Task The_first_load_is_under_60_KB()
    {
        var responses = new List<IResponse>();
        await using var visit = await fixture.VisitAsync(prepare: page =>
        {
            page.Response += (_, response) => responses.Add(response);
            return Task.CompletedTask;
        });
        await Expect(visit.Page.Locator(".collected")).ToBeVisibleAsync();
        await visit.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);

        var bytes = 0;
        foreach (var response in responses)
        {
            await response.FinishedAsync();
            var sizes = await response.Request.SizesAsync();
            bytes += sizes.ResponseBodySize + sizes.ResponseHeadersSize;
        }

        Assert.InRange(bytes, 1, 60 * 1024);
        Assert.All(responses, response => Assert.Equal(fixture.Address.Authority, new Uri(response.Url).Authority));
        Assert.Empty(visit.Faults);
    }

    private static async Task<bool> IsDark(Visit visit)
    {
        var color = await visit.Page.Locator("body").EvaluateAsync<string>("body => getComputedStyle(body).backgroundColor");
        return color[4..^1].Split(", ").Sum(part => int.Parse(part, CultureInfo.InvariantCulture)) < 3 * 128;
    }
}
