using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace H2Ask.Web.Tests;

/// <summary>One visitor with the page open.</summary>
internal sealed class Visit : IAsyncDisposable
{
    /// <summary>A question that the corpus answers.</summary>
    public const string Answerable = "2030年非化石能源消费比重要达到多少？";

    /// <summary>A question that it does not.</summary>
    public const string Unanswerable = "拉萨市加氢站补贴多少？";

    private static readonly HttpClient Client = new();

    static Visit() => SetDefaultExpectTimeout(30_000);

    public Visit(IPage page)
    {
        Page = page;
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning") Faults.Add(message.Text);
        };
        page.PageError += (_, fault) => Faults.Add(fault);
        page.Dialog += async (_, dialog) =>
        {
            Faults.Add("dialog: " + dialog.Message);
            await dialog.DismissAsync();
        };
    }

    public IPage Page { get; }

    /// <summary>What the page has complained about.</summary>
    public List<string> Faults { get; } = [];

    public ILocator Question => Page.Locator("#question");

    /// <summary>The last question with what came of it.</summary>
    public ILocator Turn => Page.Locator(".turn").Last;

    public ILocator Statements => Turn.Locator(".statement");

    public ILocator Marks => Turn.Locator(".statement .cite");

    public ILocator Source => Page.Locator("#source");

    public ILocator Highlights => Source.Locator("mark");

    /// <summary>Asks and, once the page shows the answer, returns what the service answers to the same request.</summary>
    public async Task<JsonElement> AskAsync(string question)
    {
        await Question.FillAsync(question);
        var request = await Page.RunAndWaitForRequestAsync(() => Question.PressAsync("Enter"), "**/api/ask");
        await Expect(Turn.Locator(".asked")).ToHaveTextAsync(question);
        await Expect(Turn.Locator(".answer")).ToHaveAttributeAsync("aria-busy", "false");
        var body = JsonNode.Parse(request.PostData!)!;
        body["stream"] = false;
        using var response = await Client.PostAsJsonAsync(request.Url, body);
        return await response.Content.ReadFromJsonAsync<JsonElement>();
    }

    /// <summary>The text that is highlighted in the source, letter for letter.</summary>
    public async Task<string> HighlightedAsync()
    {
        await Expect(Highlights.First).ToBeInViewportAsync();
        return string.Concat(await Highlights.EvaluateAllAsync<string[]>("marks => marks.map(mark => mark.textContent)"));
    }

    /// <summary>Whether something on the page stands out of it to the right, or makes more than its panes scroll.</summary>
    public Task<bool> OverflowsAsync() =>
        Page.EvaluateAsync<bool>(
            "() => document.documentElement.scrollHeight > document.documentElement.clientHeight"
            + " || [document.documentElement, document.getElementById('main'), document.getElementById('source')].some(node => node.scrollWidth > node.clientWidth)");

    public async ValueTask DisposeAsync() => await Page.Context.DisposeAsync();
}
