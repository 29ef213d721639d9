using H2Ask.Core.Text;
using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Syntax;

namespace H2Ask.Core.Corpus.Reading.Formats;

/// <summary>Markdown: headings and table rows are marked.</summary>
internal sealed class MarkdownText : ITextFormat
{
    private static readonly MarkdownPipeline Pipeline =
        new MarkdownPipelineBuilder().UsePipeTables().UseYamlFrontMatter().UsePreciseSourceLocation().Build();

    /// <inheritdoc />
    public int Cut(ReadOnlySpan<char> stretch, int offset, int least) => 0;

    /// <inheritdoc />
    public IReadOnlyList<SourceMark> Mark(string stretch, int offset)
    {
        var marks = new List<SourceMark>();
        foreach (var block in Parse(stretch).Descendants())
        {
            if (block is HeadingBlock heading && Words(stretch, heading) is { Length: > 0 } words)
            {
                marks.Add(new SourceMark(SourceMarkKind.Heading, words, heading.Level));
            }
            else if (block is TableRow row && Line(stretch, row.Span.Start) is { Length: > 0 } line)
            {
                marks.Add(new SourceMark(row.IsHeader ? SourceMarkKind.TableHead : SourceMarkKind.TableRow, line));
            }
        }

        return marks;
    }

    private static MarkdownDocument Parse(string text)
    {
        try
        {
            return Markdown.Parse(text, Pipeline);
        }
        catch (ArgumentException)
        {
            // The parser refuses elements that are nested as no writer nests them; the text is still text.
            return [];
        }
    }

    private static TextSpan Words(string text, HeadingBlock heading)
    {
        var start = Math.Max(0, heading.Span.Start);
        var end = Math.Min(text.Length, heading.Span.End + 1);
        if (heading.IsSetext)
        {
            end = Trim(text, start, end).End;
            var underline = text.LastIndexOfAny(['\n', '\r'], Math.Max(start, end - 1));
            return underline > start ? Trim(text, start, underline) : default;
        }

        var words = Trim(text, start, end);
        while (words.Length > 0 && text[words.Start] == '#') words = words with { Start = words.Start + 1 };
        words = Trim(text, words.Start, words.End);
        var closing = words.End;
        while (closing > words.Start && text[closing - 1] == '#') closing--;
        // A closing run of # stands apart; C# ends in one of its own.
        return closing == words.Start || (closing < words.End && text[closing - 1] is ' ' or '\t') ? Trim(text, words.Start, closing) : words;
    }

    private static TextSpan Line(string text, int place)
    {
        if (place < 0 || place >= text.Length) return default;
        var start = place == 0 ? 0 : text.LastIndexOfAny(['\n', '\r'], place - 1) + 1;
        var end = text.IndexOfAny(['\n', '\r'], place);
        return Trim(text, start, end < 0 ? text.Length : end);
    }

    private static TextSpan Trim(string text, int start, int end)
    {
        while (start < end && char.IsWhiteSpace(text[start])) start++;
        while (end > start && char.IsWhiteSpace(text[end - 1])) end--;
        return new TextSpan(start, end);
    }
}
