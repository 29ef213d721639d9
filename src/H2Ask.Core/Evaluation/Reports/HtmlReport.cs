using Markdig;
using Markdig.Extensions.AutoIdentifiers;

namespace H2Ask.Core.Evaluation.Reports;

/// <summary>The report as one HTML file that needs nothing else: made of the Markdown, in which all foreign text is plain already.</summary>
internal static class HtmlReport
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .UsePipeTables()
        .UseAutoIdentifiers(AutoIdentifierOptions.GitHub)
        .DisableHtml()
        .Build();

    public static string Write(string markdown) => Head + Markdown.ToHtml(markdown, Pipeline) + "</main>\n</body>\n</html>\n";

    // The policy is a second guard: even were there a script or an address in it, nothing would run or be fetched.
    private const string Head = """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>Citation accuracy</title>
        <style>
        :root { color-scheme: light dark; --line: light-dark(#d4d8de, #3c434d); --soft: light-dark(#f3f5f7, #20252b); --quiet: light-dark(#57606a, #9aa4af); }
        body { margin: 0; background: light-dark(#fff, #15191e); color: light-dark(#1b2026, #e4e8ec);
          font: 1rem/1.6 system-ui, "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", sans-serif; }
        main { max-width: 72rem; margin: 0 auto; padding: 1rem 1.25rem 4rem; overflow-wrap: anywhere; }
        h1, h2, h3, h4 { line-height: 1.3; }
        h2 { margin-top: 2.5rem; border-bottom: 1px solid var(--line); padding-bottom: .3rem; }
        h3 { margin-top: 2rem; }
        h4 { margin: 2rem 0 .25rem; color: var(--quiet); font-weight: 600; }
        table { display: block; font-size: .9rem; overflow-x: auto; border-collapse: collapse; font-variant-numeric: tabular-nums; overflow-wrap: normal; }
        th, td { padding: .25rem .6rem; border: 1px solid var(--line); white-space: nowrap; }
        th { background: var(--soft); }
        a { color: light-dark(#0a5cad, #7cb7f2); }
        li { margin: .15rem 0; }
        </style>
        </head>
        <body>
        <main>

        """;
}
