using H2Ask.Core.Text;

namespace H2Ask.Core.Corpus.Splitting;

/// <summary>Splits articles into the report and the documents that it reprints.</summary>
internal static class ArticleSplitter
{
    private static readonly string[] IssueVerbs = ["印发", "发布", "出台", "公布", "关于", "制定", "发出", "下发"];

    /// <summary>Adds the documents of an article: its report, then what it reprints.</summary>
    public static void Split(string text, Article article, Boilerplate? boilerplate, string file, List<DraftDocument> drafts)
    {
        var end = article.Body.Length > 0 ? ArticleTail.Start(text, article, boilerplate) : article.Body.End;
        var reprints = end > article.Body.Start ? ReprintFinder.Find(text, article, end) : [];
        if (IsDocument(text, article, reprints))
        {
            drafts.Add(Document(text, article, reprints[0]));
            foreach (var other in reprints[1..])
            {
                drafts.Add(Draft(text, article, other, article.Body.Start, -1, file));
            }

            return;
        }

        var report = drafts.Count;
        var reportEnd = reprints.Count > 0 ? reprints[0].Start : end;
        var span = Wording.Trim(text, article.Start, reportEnd > article.Body.Start ? reportEnd : Math.Max(article.Title.End, article.Start));
        var hasReport = article.Title.Length > 0 || reprints.Count == 0 || reportEnd > article.Body.Start;
        if (span.Length == 0 && reprints.Count == 0) return;
        if (hasReport && span.Length > 0)
        {
            drafts.Add(new DraftDocument
            {
                Span = span,
                Title = article.Title.Length > 0 ? Wording.Shown(article.Title.Of(text)) : Opening(text, span),
                TitleSpan = article.Title,
                Role = DocumentRole.Report,
                Omitted = Omission.Within(span, [Between(article)]),
                RelatedTo = reprints.Count > 0 ? report + 1 : -1,
            });
        }

        var hasReportDraft = drafts.Count > report;
        foreach (var reprint in reprints)
        {
            drafts.Add(Draft(text, article, reprint, reprints[0].Start, hasReportDraft ? report : -1, file));
        }
    }

    // A row whose title is the title of the document in it is no report.
    private static bool IsDocument(string text, Article article, List<Reprint> reprints) =>
        reprints.Count > 0 && reprints[0].Start == article.Body.Start && TitleForm.IsTitle(text, article.Title);

    private static DraftDocument Document(string text, Article article, Reprint reprint)
    {
        var span = Wording.Trim(text, article.Start, reprint.End);
        var subject = NoticeSubject.OfTitle(text, article.Title);
        var body = subject.Length > 0 ? NoticeSubject.BodyTitle(text, subject, article.Body.Start, reprint.End) : default;
        var title = body.Length > 0 ? body : article.Title;
        return new DraftDocument
        {
            Span = span,
            Title = Wording.Shown(title.Of(text)),
            TitleSpan = title,
            Omitted = Omission.Within(span, [Between(article), RunningContents.Find(text, span)]),
        };
    }

    private static TextSpan Between(Article article) => new(article.Title.End, Math.Max(article.Title.End, article.Body.Start));

    private static DraftDocument Draft(string text, Article article, Reprint reprint, int reportEnd, int report, string file)
    {
        var span = Wording.Trim(text, reprint.Start, reprint.End);
        var named = reprint.Title.Length > 0 ? reprint.Title : NameIn(text, article, reportEnd);
        var title = named.Length > 0 ? Wording.Shown(named.Of(text)) : TitleAround(text, article, file) + "（原文）";
        return new DraftDocument
        {
            Span = span,
            Title = title,
            Unnamed = named.Length == 0,
            TitleSpan = reprint.Title,
            Role = title.EndsWith("解读", StringComparison.Ordinal) ? DocumentRole.Report : DocumentRole.Reprint,
            Omitted = Omission.Within(span, [RunningContents.Find(text, span)]),
            RelatedTo = report,
        };
    }

    // A document without a title of its own is called what the report calls it.
    private static TextSpan NameIn(string text, Article article, int reportEnd)
    {
        var name = NameIn(text, article.Body.Start, reportEnd, issuedOnly: true);
        if (name.Length == 0) name = NameIn(text, article.Title.Start, article.Title.End, issuedOnly: false);
        return name.Length > 0 ? name : NameIn(text, article.Body.Start, reportEnd, issuedOnly: false);
    }

    private static string TitleAround(string text, Article article, string file) =>
        article.Title.Length > 0 ? Wording.Shown(article.Title.Of(text)) : SingleDocument.NameOf(file);

    private static TextSpan NameIn(string text, int start, int end, bool issuedOnly)
    {
        for (var at = start; at < end; at++)
        {
            if (text[at] != '《') continue;
            var length = text.AsSpan(at, end - at).IndexOf('》');
            if (length < 0) return default;
            var name = Wording.Trim(text, at + 1, at + length);
            var from = Math.Max(start, at - 12);
            var before = text.AsSpan(from, at - from);
            if (name.Length > 6 && (!issuedOnly || HoldsAny(before, IssueVerbs)) && TitleForm.EndsKind(text, name.Start, BeforeBracket(text, name))) return name;
            at += length;
        }

        return default;
    }

    private static int BeforeBracket(string text, TextSpan name)
    {
        if (text[name.End - 1] is not ('）' or ')')) return name.End;
        var open = name.Of(text).LastIndexOfAny('（', '(');
        return open > 0 ? name.Start + open : name.End;
    }

    private static string Opening(string text, TextSpan span)
    {
        var stop = span.Of(text).IndexOfAny("。！？\n");
        return Wording.Shown(text.AsSpan(span.Start, Math.Min(stop < 0 ? span.Length : stop, 60)));
    }

    private static bool HoldsAny(ReadOnlySpan<char> run, string[] words)
    {
        foreach (var word in words)
        {
            if (run.Contains(word, StringComparison.Ordinal)) return true;
        }

        return false;
    }
}
