using AngleSharp.Html;
using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens;
using AngleSharp.Text;

namespace H2Ask.Core.Corpus.Reading.Formats;

/// <summary>
/// The readable text of a page: one block a line, cells separated by tabs, headings and table rows marked. It works on
/// AngleSharp's tokens, not on a tree: trees of hostile pages grow deep, and larger than the page.
/// </summary>
internal sealed class HtmlExtractor
{
    private const int ShortestTitleLine = 4;
    private const int LongestTitle = 300;
    private const int MostKept = 8;

    private readonly BlockText _text = new();
    private readonly HashSet<string> _kept;
    private readonly Stack<bool> _headRows = [];
    private string _title = "";
    private string? _dropped;
    private int _droppedDepth;
    private int _preformatted;

    private HtmlExtractor(HashSet<string> kept) => _kept = kept;

    /// <summary>The text of a page and its marks.</summary>
    public static (string Text, IReadOnlyList<SourceMark> Marks) Extract(string html)
    {
        // An element that is opened and never closed would take the rest of the page with it: it is kept then.
        var kept = new HashSet<string>(StringComparer.Ordinal);
        while (true)
        {
            var extractor = new HtmlExtractor(kept);
            extractor.Read(html);
            if (extractor._dropped is null || kept.Count == MostKept || !kept.Add(extractor._dropped)) return extractor.Finish();
        }
    }

    private void Read(string html)
    {
        using var source = new TextSource(html);
        var tokenizer = new HtmlTokenizer(source, HtmlEntityProvider.Resolver) { SkipComments = true };
        while (tokenizer.Get() is { Type: not HtmlTokenType.EndOfFile } token)
        {
            switch (token.Type)
            {
                case HtmlTokenType.Character when _dropped is null && _preformatted > 0:
                    foreach (var line in token.Data.AsSpan().EnumerateLines())
                    {
                        _text.EndBlock();
                        _text.Write(line);
                    }

                    break;
                case HtmlTokenType.Character when _dropped is null:
                    _text.WriteFlowing(token.Data);
                    break;
                case HtmlTokenType.StartTag when ContentMode(token.Name) is { } mode:
                    tokenizer.State = mode;
                    SkipContent(tokenizer, token.Name);
                    tokenizer.State = HtmlParseMode.PCData;
                    break;
                case HtmlTokenType.StartTag:
                    Start(token.AsTag());
                    break;
                case HtmlTokenType.EndTag:
                    End(token.Name);
                    break;
            }
        }
    }

    private static HtmlParseMode? ContentMode(string name) => name switch
    {
        "script" => HtmlParseMode.Script,
        "style" or "xmp" or "noframes" or "noembed" => HtmlParseMode.Rawtext,
        "title" => HtmlParseMode.RCData,
        _ => null,
    };

    private void SkipContent(HtmlTokenizer tokenizer, string name)
    {
        while (tokenizer.Get() is { Type: HtmlTokenType.Character } token)
        {
            if (name == "title" && _dropped is null && _title.Length == 0) _title = token.Data;
        }
    }

    private void Start(HtmlTagToken tag)
    {
        var name = tag.Name;
        if (_dropped is not null)
        {
            if (name == _dropped) _droppedDepth++;
            return;
        }

        if (!_kept.Contains(name) && (HtmlElements.Dropped.Contains(name) || IsHidden(tag)))
        {
            if (!HtmlElements.Empty.Contains(name) && !tag.IsSelfClosing) (_dropped, _droppedDepth) = (name, 1);
            return;
        }

        switch (name)
        {
            case "table":
                _text.BeginTable();
                _headRows.Push(true);
                break;
            case "tr":
                EndRow();
                _text.BeginRow();
                break;
            case "td" or "th":
                _text.BeginCell(Span(tag, "colspan"), Span(tag, "rowspan"));
                if (name == "td" && _headRows.Count > 0) SetHeadRow(false);
                break;
            case "pre":
                _preformatted++;
                break;
        }

        Break(name, begins: true);
    }

    private void End(string name)
    {
        if (_dropped is not null)
        {
            if (name == _dropped && --_droppedDepth == 0) _dropped = null;
            return;
        }

        switch (name)
        {
            case "table" when _headRows.Count > 0:
                EndRow();
                _text.EndTable();
                _headRows.Pop();
                break;
            case "tr":
                EndRow();
                break;
            case "pre" when _preformatted > 0:
                _preformatted--;
                break;
        }

        Break(name, begins: false);
    }

    private void Break(string name, bool begins)
    {
        if (HtmlElements.HeadingLevel(name) is > 0 and var level)
        {
            if (begins) _text.BeginHeading(level);
            else _text.EndHeading();
        }
        else if (HtmlElements.Blocks.Contains(name))
        {
            _text.EndBlock();
        }
    }

    private void EndRow()
    {
        if (_headRows.Count == 0) return;
        _text.EndRow(_headRows.Peek());
        SetHeadRow(true);
    }

    private void SetHeadRow(bool isHead)
    {
        _headRows.Pop();
        _headRows.Push(isHead);
    }

    private static int Span(HtmlTagToken tag, string name) => int.TryParse(tag.GetAttribute(name), out var span) ? span : 1;

    private static bool IsHidden(HtmlTagToken tag)
    {
        foreach (var attribute in tag.Attributes)
        {
            if (attribute.Name == "hidden") return true;
            if (attribute.Name != "style") continue;
            var style = attribute.Value.Replace(" ", "", StringComparison.Ordinal);
            if (style.Contains("display:none", StringComparison.OrdinalIgnoreCase)) return true;
        }

        return false;
    }

    private (string Text, IReadOnlyList<SourceMark> Marks) Finish()
    {
        var (text, marks) = _text.Finish();
        var title = string.Join(' ', _title.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (title.Length > LongestTitle) title = title[..TextCut.Whole(title, LongestTitle)].TrimEnd();
        if (title.Length == 0 || marks.Any(mark => mark.Kind == SourceMarkKind.Heading) || HasLineOf(text, title)) return (text, marks);
        // Only the head of the page names it.
        var shift = title.Length + 1;
        return ($"{title}\n{text}",
        [
            new SourceMark(SourceMarkKind.Heading, new(0, title.Length), 1),
            .. marks.Select(mark => mark with { Span = mark.Span.Shift(shift) }),
        ]);
    }

    // Titles carry the site's name and more behind the document's.
    private static bool HasLineOf(string text, string title)
    {
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            if (line.Length >= ShortestTitleLine && line.Length <= title.Length && title.AsSpan().Contains(line, StringComparison.Ordinal)) return true;
        }

        return false;
    }
}
