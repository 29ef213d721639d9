using H2Ask.Tests;
using Microsoft.Playwright;

namespace H2Ask.Web.Tests;

/// <summary>The service with the real corpus, and a browser.</summary>
public sealed class PageFixture : IAsyncLifetime
{
    private const string Chromium = "/usr/bin/chromium";
    private const float Patience = 30_000;

    private static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync",
    ];

    private IPlaywright _playwright = null!;
    private IBrowser _browser = null!;
    private Service _service = null!;

    internal Uri Address => _service.Address;

    public async Task InitializeAsync()
    {
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Environment.GetEnvironmentVariable("H2ASK_CHROMIUM") is { Length: > 0 } path ? path : Chromium,
            Headless = true,
            Args = Arguments,
        });
        _service = await Service.ForAsync(Repository.Seeds);
    }

    public async Task DisposeAsync()
    {
        await _service.DisposeAsync();
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }

    /// <summary>Opens the page as a visitor who has never been there.</summary>
    internal async Task<Visit> VisitAsync(
        string path = "/", Uri? address = null, int width = 1280, int height = 800, ColorScheme theme = ColorScheme.Light, Func<IPage, Task>? prepare = null)
    {
        var context = await _browser.NewContextAsync(new()
        {
            BaseURL = (address ?? Address).ToString(),
            ViewportSize = new() { Width = width, Height = height },
            ColorScheme = theme,
            ReducedMotion = ReducedMotion.Reduce,
            Permissions = ["clipboard-read", "clipboard-write"],
        });
        context.SetDefaultTimeout(Patience);
        var page = await context.NewPageAsync();
        if (prepare is not null) await prepare(page);
        var visit = new Visit(page);
        await page.GotoAsync(path);
        return visit;
    }
}
