using H2Ask.Core.Text;

namespace H2Ask.Core.Corpus.Splitting;

/// <summary>A document while its text is being read: what it is called so far, and what in it is said twice.</summary>
internal sealed class SequenceDocument(string text, int start, TextSpan title)
{
    private const int SameOpening = 60;
    private const int ShortestEnd = 8;

    private readonly List<TextSpan> _omitted = [];
    private readonly TextSpan _firstTitle = title;
    private TextSpan _subject = NoticeSubject.OfTitle(text, title);
    private bool _hasBody;

    /// <summary>Where it begins.</summary>
    public int Start { get; } = start;

    /// <summary>Its title, as far as it is known.</summary>
    public TextSpan Title { get; private set; } = title;

    /// <summary>Takes an opening that belongs to this document: the title of what its notice issues, its title again, its opening again, an annex.</summary>
    public bool Takes(Opening opening, bool hasText, bool isAnnex)
    {
        var same = Wording.Key(opening.Title.Of(text)) == Wording.Key(_firstTitle.Of(text));
        if (same && (!hasText || OpensAlike(opening.Title.End)))
        {
            // The later opening goes on into the text, so it is the complete one.
            if (OpensAlike(opening.Title.End)) _omitted.Add(Wording.Trim(text, Start, opening.Start));
            Title = opening.Title;
            _subject = NoticeSubject.OfTitle(text, opening.Title);
            _hasBody = false;
            return true;
        }

        if (_subject.Length > 0 && !_hasBody && !hasText)
        {
            // The notice names it whole, where the lines of the title stand apart.
            var named = NoticeSubject.BodyTitle(text, _subject, Title.End, opening.Title.End);
            Title = named.End == opening.Title.End && named.Start < opening.Title.Start ? named : opening.Title;
            _hasBody = true;
            return true;
        }

        var (key, own) = (Wording.Key(opening.Title.Of(text)), Wording.Key(Title.Of(text)));
        // Above its text the title often stands again, over two lines.
        return isAnnex || key == own || (!hasText && key.Length >= ShortestEnd && own.EndsWith(key, StringComparison.Ordinal));
    }

    /// <summary>The document as it stands before a place.</summary>
    public DraftDocument Draft(int end, List<Contents> contents)
    {
        var span = WithoutRule(Wording.Trim(text, Start, end));
        if (_subject.Length > 0 && !_hasBody)
        {
            var body = NoticeSubject.BodyTitle(text, _subject, Title.End, span.End);
            if (body.Length > 0) Title = body;
        }

        return new DraftDocument
        {
            Span = span,
            Title = Wording.Shown(Title.Of(text)),
            TitleSpan = Title,
            Omitted = Omission.Within(span, [.. _omitted, .. contents.Select(table => table.Span)]),
        };
    }

    // A line drawn between documents belongs to none.
    private TextSpan WithoutRule(TextSpan span)
    {
        var end = span.End;
        while (end > Title.End && (Wording.IsBlank(text[end - 1]) || text[end - 1] is '-' or '=' or '*' or '_' or '~' or '—' or '#')) end--;
        return new TextSpan(span.Start, end);
    }

    private bool OpensAlike(int at)
    {
        var here = Wording.Key(text.AsSpan(at, Math.Min(text.Length - at, SameOpening)));
        var first = Wording.Key(text.AsSpan(_firstTitle.End, Math.Min(text.Length - _firstTitle.End, SameOpening)));
        return here.Length > 0 && here == first;
    }
}
