using System.Text.RegularExpressions;
using H2Ask.Core.Corpus.Reading;
using H2Ask.Core.Corpus.Splitting;
using H2Ask.Core.Text;

namespace H2Ask.Core.Corpus.Describing;

/// <summary>A draft as the rules of description read it: its parts folded, the notice and the signature in it found.</summary>
internal sealed partial record DraftReading
{
    private const int NoticeWithin = 400;
    private const int Opening = 900;

    private DraftReading(DraftDocument draft, string title, HeadLine head, DenseText text) => (Draft, Title, Head, Text) = (draft, title, head, text);

    /// <summary>The draft.</summary>
    public DraftDocument Draft { get; }

    /// <summary>Its title, folded; empty where the text names none.</summary>
    public string Title { get; }

    /// <summary>The compilation's line in front of it.</summary>
    public HeadLine Head { get; }

    /// <summary>Its text without that line.</summary>
    public DenseText Text { get; }

    /// <summary>The fields that stand in front of its text.</summary>
    public FieldLines Fields { get; private init; } = new([], null, null, null, null);

    /// <summary>The history under its title.</summary>
    public Enactment Enactment { get; private init; } = Enactment.None;

    /// <summary>The notice that issues it; null where there is none.</summary>
    public NoticeTitle? Notice { get; private init; }

    /// <summary>Its signature; null where it has none.</summary>
    public Signature? Signature { get; private init; }

    /// <summary>What the article tells, where the draft is one; else null.</summary>
    public ReportLead? Lead { get; private init; }

    /// <summary>Whether the notice issues this document and no other.</summary>
    public bool NoticeBelongs { get; private init; } = true;

    /// <summary>Reads a draft.</summary>
    public static DraftReading Of(SourceText source, DraftDocument draft)
    {
        var title = draft.Unnamed ? string.Empty : DenseText.Of(draft.Title).Text;
        var head = HeadLine.Read(DenseText.Of(source.Text, draft.HeadSpan, []));
        var omitted = draft.HeadSpan.Length > 0 && draft.HeadSpan.Overlaps(draft.Span) ? [draft.HeadSpan, .. draft.Omitted] : draft.Omitted;
        var text = DenseText.Of(source.Text, draft.Span, InOrder(omitted));
        var reading = new DraftReading(draft, title, head, text);
        if (draft.Role == DocumentRole.Report) return reading with { Lead = ReportLead.Read(title, text) };
        var notice = NoticeIn(text);
        return reading with
        {
            Fields = FieldLines.Read(text),
            Enactment = Enactment.Read(text, title, isHeaded: draft.HeadSpan.Length > 0),
            Notice = notice,
            Signature = Signature.Find(text),
            NoticeBelongs = notice is null || title.Length == 0 || IsOf(notice, title),
        };
    }

    /// <summary>Whether an article says that the document is only put up for comment.</summary>
    public bool SpeaksOfDraft() => AskedForComments().IsMatch(Title) || AskedForComments().IsMatch(Text.Text.AsSpan(0, Math.Min(Text.Length, Opening)));

    /// <summary>The status that stands in brackets behind the title in the text, or that the opening of the text states; null where there is none.</summary>
    public string? StatusBehindTitle()
    {
        var at = Title.Length > 0 ? Text.Text.IndexOf(Title, StringComparison.Ordinal) : -1;
        if (at >= 0 && BehindTitle().Match(Text.Text[(at + Title.Length)..Math.Min(Text.Length, at + Title.Length + 24)]) is { Success: true } bracket) return TitleWords.StatusOf(bracket.Value);
        return PutUpForComment().IsMatch(Text.Text.AsSpan(0, Math.Min(Text.Length, Opening))) ? TitleWords.Draft : null;
    }

    /// <summary>The bodies of a heading 中共中央 国务院印发《…》 that is no notice.</summary>
    public IReadOnlyList<string> IssuersInFront()
    {
        if (Title.Length == 0) return [];
        var named = Text.Text.AsSpan(0, Math.Min(Text.Length, NoticeWithin)).IndexOf("《" + Title, StringComparison.Ordinal);
        if (named < 2 || Text.Text.AsSpan(named - 2, 2) is not ("印发" or "发布" or "公布")) return [];
        return BodyNames.Before(Text, named - 2, out _);
    }

    /// <summary>Whether a notice names the document of that title: by the same years and nearly the same words.</summary>
    private static bool IsOf(NoticeTitle notice, string title)
    {
        var (named, own) = (TitleKey.CoreOf(notice.Subject), TitleKey.CoreOf(title));
        if (named.Length == 0 || own.Length == 0) return true;
        if (TitleWords.PeriodOf(notice.Subject) is { } period && TitleWords.PeriodOf(title) is { } ownPeriod && period != ownPeriod) return false;
        return named.Contains(own, StringComparison.Ordinal) || own.Contains(named, StringComparison.Ordinal) || TitleKey.Likeness(named, own) >= 0.75;
    }

    /// <summary>The notice's title is the first thing in the text, or stands behind the fields of a page.</summary>
    private static NoticeTitle? NoticeIn(DenseText text)
    {
        for (var i = 0; i < Math.Min(text.Length, NoticeWithin); i++)
        {
            if (text.LineBreakBefore(i) && NoticeTitle.Read(text.Text, i) is { } notice) return notice;
        }

        return null;
    }

    private static IReadOnlyList<TextSpan> InOrder(IReadOnlyList<TextSpan> spans) => spans.Count < 2 ? spans : [.. spans.OrderBy(span => span.Start)];

    [GeneratedRegex("征求意见")]
    private static partial Regex AskedForComments();

    [GeneratedRegex(@"^[》]?\([^()]{0,12}(?:征求意见|试行|暂行|修订|送审稿|草案)[^()]{0,8}\)")]
    private static partial Regex BehindTitle();

    [GeneratedRegex("现(?:将[^,。]{0,60})?(?:面)?(?:向社会)?(?:各界)?(?:公开)?征求(?:社会)?(?:各界)?意见")]
    private static partial Regex PutUpForComment();
}
