using System.Collections.Frozen;

namespace H2Ask.Core.Corpus.Reading.Formats;

/// <summary>What HTML elements mean for readable text.</summary>
internal static class HtmlElements
{
    /// <summary>Elements whose content is no text of the page.</summary>
    public static readonly FrozenSet<string> Dropped = new[]
    {
        "nav", "aside", "footer", "template", "noscript", "iframe", "object", "svg", "math", "canvas", "audio", "video",
        "select", "button", "textarea", "dialog",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Elements that begin and end a line.</summary>
    public static readonly FrozenSet<string> Blocks = new[]
    {
        "address", "article", "blockquote", "body", "br", "caption", "center", "dd", "details", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure",
        "form", "head", "header", "hgroup", "hr", "html", "legend", "li", "main", "menu", "ol", "option", "p", "pre", "search", "section", "summary", "ul",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Elements without content, so without an end.</summary>
    public static readonly FrozenSet<string> Empty = new[]
    {
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The level of a heading's element; 0 where it is none.</summary>
    public static int HeadingLevel(string name) => name is ['h', >= '1' and <= '6'] ? name[1] - '0' : 0;
}
