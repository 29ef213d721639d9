using System.Collections.Frozen;

namespace H2Ask.Core.Corpus.Cleaning;

/// <summary>Reads HTML tags and character references that were left in a text.</summary>
internal static class MarkupRemnant
{
    private const int LongestTag = 300;

    private static readonly FrozenSet<string> Inline = FrozenSet.ToFrozenSet(
        ["a", "b", "i", "u", "s", "em", "strong", "span", "font", "sub", "sup", "small", "big", "mark", "img", "label", "o:p"],
        StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> Block = FrozenSet.ToFrozenSet(
        ["p", "br", "div", "hr", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "table", "thead", "tbody", "tfoot", "tr", "section", "article", "center", "blockquote"],
        StringComparer.OrdinalIgnoreCase);

    private static readonly (string Name, char Shows)[] References =
        [("&nbsp;", ' '), ("&amp;", '&'), ("&lt;", '<'), ("&gt;", '>'), ("&quot;", '"'), ("&ldquo;", '“'), ("&rdquo;", '”'), ("&mdash;", '—'), ("&middot;", '·')];

    public static bool TryRead(ReadOnlySpan<char> text, out Remnant remnant)
    {
        remnant = default;
        return text[0] == '<' ? TryReadTag(text, out remnant) : TryReadReference(text, out remnant);
    }

    private static bool TryReadTag(ReadOnlySpan<char> text, out Remnant remnant)
    {
        remnant = default;
        var i = 1;
        var closing = i < text.Length && text[i] == '/';
        if (closing) i++;
        var nameStart = i;
        while (i < text.Length && i - nameStart <= 10 && (char.IsAsciiLetterOrDigit(text[i]) || text[i] == ':')) i++;
        if (i == nameStart || i >= text.Length || text[i] is not ('>' or '/' or ' ')) return false;
        var name = text[nameStart..i];
        var end = text[..Math.Min(text.Length, LongestTag)].IndexOf('>');
        if (end < i || text[1..end].Contains('<')) return false;
        if (name.Equals("td", StringComparison.OrdinalIgnoreCase) || name.Equals("th", StringComparison.OrdinalIgnoreCase))
        {
            remnant = new Remnant(end + 1, closing ? '\t' : '\0');
            return true;
        }

        if (Block.GetAlternateLookup<ReadOnlySpan<char>>().Contains(name)) remnant = new Remnant(end + 1, ' ');
        else if (Inline.GetAlternateLookup<ReadOnlySpan<char>>().Contains(name)) remnant = new Remnant(end + 1);
        return remnant.Length > 0;
    }

    private static bool TryReadReference(ReadOnlySpan<char> text, out Remnant remnant)
    {
        foreach (var (name, shows) in References)
        {
            if (!text.StartsWith(name, StringComparison.Ordinal)) continue;
            remnant = new Remnant(name.Length, shows);
            return true;
        }

        remnant = default;
        return false;
    }
}
