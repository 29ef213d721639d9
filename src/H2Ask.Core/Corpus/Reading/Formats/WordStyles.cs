using System.Text.RegularExpressions;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace H2Ask.Core.Corpus.Reading.Formats;

/// <summary>What a Word file's paragraph styles say of headings and numbers.</summary>
internal sealed partial class WordStyles
{
    private const int LongestChain = 20;

    private readonly Dictionary<string, Style> _styles = new(StringComparer.Ordinal);

    public WordStyles(StyleDefinitionsPart? part)
    {
        foreach (var style in part?.Styles?.Elements<Style>() ?? [])
        {
            if (style.StyleId?.Value is { } id) _styles.TryAdd(id, style);
        }
    }

    /// <summary>The level of a heading, from 1; 0 where the paragraph is none.</summary>
    public int HeadingLevel(ParagraphProperties? properties)
    {
        if (properties?.OutlineLevel?.Val?.Value is { } own) return Level(own);
        foreach (var style in Chain(properties?.ParagraphStyleId?.Val?.Value))
        {
            if (style.StyleParagraphProperties?.OutlineLevel?.Val?.Value is { } outline) return Level(outline);
            var name = style.StyleName?.Val?.Value ?? style.StyleId!.Value!;
            if (HeadingName().Match(name) is { Success: true } match) return match.Groups[1].ValueSpan[0] - '0';
            if (name is "Title" or "标题") return 1;
        }

        return 0;
    }

    /// <summary>The list and level that a paragraph is numbered by; null where it is not numbered.</summary>
    public (int Number, int Level)? Numbering(ParagraphProperties? properties)
    {
        int? number = null, level = null;
        Take(properties?.NumberingProperties);
        foreach (var style in Chain(properties?.ParagraphStyleId?.Val?.Value))
        {
            if (number is not null && level is not null) break;
            Take(style.StyleParagraphProperties?.NumberingProperties);
        }

        // 0 takes the number of the style away.
        return number is null or 0 ? null : (number.Value, level ?? 0);

        void Take(NumberingProperties? numbering)
        {
            number ??= numbering?.NumberingId?.Val?.Value;
            level ??= numbering?.NumberingLevelReference?.Val?.Value;
        }
    }

    private IEnumerable<Style> Chain(string? id)
    {
        for (var length = 0; id is not null && length < LongestChain && _styles.TryGetValue(id, out var style); length++)
        {
            yield return style;
            id = style.BasedOn?.Val?.Value;
        }
    }

    private static int Level(int outline) => outline is >= 0 and < 9 ? outline + 1 : 0;

    [GeneratedRegex(@"^(?:heading|标题)\s?([1-9])$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex HeadingName();
}
