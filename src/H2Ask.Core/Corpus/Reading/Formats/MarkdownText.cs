using H2Ask.Core.Text;
using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Parsers.Inlines;
using Markdig.Renderers;
using Markdig.Syntax;

namespace H2Ask.Core.Corpus.Reading.Formats;

/// <summary>Markdown: headings and table rows are marked.</summary>
internal sealed class MarkdownText : ITextFormat
{
    private const int DeepestNesting = 64;

    // Some blocks take time that grows with the square of the text they are parsed with, so long text is parsed in pieces.
    private const int PieceLength = 32 * 1024;
    private const int LongestPiece = 4 * PieceLength;

    private static readonly MarkdownPipeline Beginning = BuildPipeline(new MarkdownPipelineBuilder().UseYamlFrontMatter());
    private static readonly MarkdownPipeline Rest = BuildPipeline(new MarkdownPipelineBuilder());

    /// <inheritdoc />
    public int Cut(ReadOnlySpan<char> stretch, int offset, int least) => 0;

    /// <inheritdoc />
    public IReadOnlyList<SourceMark> Mark(string stretch, int offset)
    {
        var marks = new List<SourceMark>();
        if (NestsTooDeep(stretch)) return marks;
        for (int start = 0, end; start < stretch.Length; start = end)
        {
            end = PieceEnd(stretch, start);
            var piece = stretch[start..end];
            foreach (var mark in MarkPiece(piece, offset + start == 0 ? Beginning : Rest)) marks.Add(mark with { Span = mark.Span.Shift(start) });
        }

        return marks;
    }

    private static IEnumerable<SourceMark> MarkPiece(string text, MarkdownPipeline pipeline)
    {
        foreach (var block in Parse(text, pipeline).Descendants())
        {
            if (block is HeadingBlock heading && Words(text, heading) is { Length: > 0 } words)
            {
                yield return new SourceMark(SourceMarkKind.Heading, words, heading.Level);
            }
            else if (block is TableRow row && Line(text, row.Span.Start) is { Length: > 0 } line)
            {
                yield return new SourceMark(row.IsHeader ? SourceMarkKind.TableHead : SourceMarkKind.TableRow, line);
            }
        }
    }

    // Behind a blank line, where no paragraph or table goes on.
    private static int PieceEnd(string text, int start)
    {
        if (text.Length - start <= LongestPiece) return text.Length;
        var reach = text.AsSpan(start, LongestPiece);
        var blank = reach[PieceLength..].IndexOf("\n\n");
        if (blank < 0) blank = reach[PieceLength..].IndexOf("\n\r\n");
        return blank >= 0 ? start + PieceLength + blank + 1 : TextCut.Last(text, start + PieceLength, start + LongestPiece);
    }

    private static MarkdownPipeline BuildPipeline(MarkdownPipelineBuilder builder) =>
        builder.UsePipeTables().Use<BlocksOnly>().UsePreciseSourceLocation().Build();

    // Quotes and lists in one line, each inside the one before it, take time that grows with the square of their depth.
    private static bool NestsTooDeep(string text)
    {
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            var depth = 0;
            for (var i = 0; i < line.Length; i++)
            {
                if (line[i] == '>' || (line[i] is '-' or '+' or '*' or '.' or ')' && i + 1 < line.Length && line[i + 1] is ' ' or '\t')) depth++;
                else if (line[i] is not (' ' or '\t') && !char.IsAsciiDigit(line[i])) break;
            }

            if (depth > DeepestNesting) return true;
        }

        return false;
    }

    private static MarkdownDocument Parse(string text, MarkdownPipeline pipeline)
    {
        try
        {
            return Markdown.Parse(text, pipeline);
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            // The parser refuses what is nested as no writer nests it; the text is still text.
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

    /// <summary>Leaves out emphasis and links: they tell nothing of blocks, and hostile runs of them take time that grows with their square.</summary>
    private sealed class BlocksOnly : IMarkdownExtension
    {
        public void Setup(MarkdownPipelineBuilder pipeline)
        {
            pipeline.InlineParsers.TryRemove<EmphasisInlineParser>();
            pipeline.InlineParsers.TryRemove<LinkInlineParser>();
            pipeline.InlineParsers.TryRemove<AutolinkInlineParser>();
            pipeline.InlineParsers.TryRemove<HtmlEntityParser>();
        }

        public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer)
        {
        }
    }
}
