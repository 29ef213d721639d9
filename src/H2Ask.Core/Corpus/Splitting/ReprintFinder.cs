using H2Ask.Core.Text;

namespace H2Ask.Core.Corpus.Splitting;

/// <summary>Finds where an article stops telling of documents and begins to reprint them.</summary>
internal static class ReprintFinder
{
    private const int FarthestNumber = 90;
    private const int FarthestSignature = 900;
    private const int ShortestReport = 120;
    private const int FewestIndents = 8;

    /// <summary>The documents reprinted in the text of an article that ends at a place.</summary>
    public static List<Reprint> Find(string text, Article article, int end)
    {
        var starts = new List<Opening>();
        var ends = new List<int>();
        var names = Names(text, article, end);
        var first = First(text, article, end, names, ends);
        if (!first.Exists) return [];

        starts.Add(first);
        var titles = new HashSet<string>();
        if (first.Title.Length > 0) titles.Add(Wording.Key(first.Title.Of(text)));
        var numbered = new NumberingWatch(text, first);
        var tried = -1;
        for (var at = Math.Max(first.Title.End, first.Start + 1); at < end; at++)
        {
            if (at <= tried || !IsBoundary(text, at)) continue;
            var begin = tried = Wording.SkipBlanks(text, at, end);
            if (begin >= end) break;
            var next = OpeningFinder.Titled(text, begin, end, ends);
            if (!next.Exists || !numbered.SeenBefore(next.Start) || !titles.Add(Wording.Key(next.Title.Of(text)))) continue;
            starts.Add(next);
            numbered = new NumberingWatch(text, next);
            at = next.Title.End;
        }

        var reprints = new List<Reprint>(starts.Count);
        for (var i = 0; i < starts.Count; i++)
        {
            var stop = i + 1 < starts.Count ? starts[i + 1].Start : end;
            reprints.Add(new Reprint(starts[i].Start, stop, TitleOf(text, starts[i], stop)));
        }

        return reprints;
    }

    private static Opening First(string text, Article article, int end, HashSet<string> names, List<int> ends)
    {
        var body = article.Body.Start;
        var title = article.Title.Length > 0 ? Wording.Key(article.Title.Of(text)) : string.Empty;
        bool IsNamed(TextSpan run)
        {
            var key = Bare(Wording.Key(run.Of(text)));
            return names.Contains(key) || (key.Length >= 8 && title.Contains(key, StringComparison.Ordinal));
        }

        var lastSecond = Numbering.LastSecond(text, body, end);
        var opening = OpeningFinder.Led(text, body, end, lastSecond, ends);
        if (opening.Exists) return opening;
        var leadOut = OfficialMarks.LeadOut(text, body, end);
        // All places of a run of blanks lead to the same beginning, which is tried once.
        var tried = -1;
        for (var at = body + 1; at < end; at++)
        {
            if (leadOut.Length > 0 && at >= leadOut.End)
            {
                var led = Wording.SkipBlanks(text, at, end);
                opening = led < end ? OpeningFinder.Led(text, led, end, lastSecond, ends) : Opening.None;
                if (opening.Exists) return opening;
                leadOut = OfficialMarks.LeadOut(text, at, end);
            }

            if (at <= tried || !IsBoundary(text, at)) continue;
            var begin = tried = Wording.SkipBlanks(text, at, end);
            if (begin >= end) break;
            opening = OpeningFinder.InText(text, begin, end, lastSecond, ends, IsNamed);
            if (opening.Exists) return WithNumber(text, opening, body, end);
        }

        return Typeset(text, article.Body, end);
    }

    // Where the reporter's own text runs on without indents, the indented paragraphs below it are pasted.
    private static Opening Typeset(string text, TextSpan body, int end)
    {
        var (first, indents, items) = (-1, 0, 0);
        for (var at = body.Start; at + 2 < end; at++)
        {
            if (!IsWide(text[at]) || !IsWide(text[at + 1])) continue;
            if (first < 0 && (at - body.Start < ShortestReport || !Wording.EndsSentence(text[at - 1]))) return Opening.None;
            var next = Wording.SkipBlanks(text, at, end);
            if (first < 0) first = next;
            indents++;
            if (next < end && (text[next] == '—' || Numbering.End(text, next, end) > 0)) items++;
            at = next;
        }

        return indents >= FewestIndents && items * 2 >= indents && end - first > first - body.Start
            && text.AsSpan(first, end - first).IndexOf('？') < 0
            ? new Opening(first, default, false)
            : Opening.None;
    }

    private static bool IsWide(char c) => c is '\u3000' or '\u2003';

    // After a sentence, a blank, a date or a number another text can begin.
    private static bool IsBoundary(string text, int at)
    {
        var before = text[at - 1];
        return Wording.EndsSentence(before) || before is '”' or '：' or ':' or '）' or ')' or '号' || Wording.IsBlank(before)
            || (before == '日' && at > 1 && char.IsDigit(text[at - 2]));
    }

    // A notice's salutation with the 文号 glued before it, and the body's name that signs below before that.
    private static Opening WithNumber(string text, Opening opening, int floor, int end)
    {
        if (opening.Title.Length > 0 || opening.Start == floor || text[opening.Start - 1] != '号') return opening;
        var from = Math.Max(floor, opening.Start - FarthestNumber);
        var numberStart = -1;
        for (var at = opening.Start - 8; at >= from; at--)
        {
            var length = OfficialMarks.DocumentNumberLength(text, at, opening.Start);
            if (length > 0 && at + length == opening.Start) numberStart = at;
            else if (numberStart >= 0) break;
        }

        if (numberStart < 0) return opening;
        for (var at = opening.Start; at < Math.Min(end, opening.Start + FarthestSignature); at++)
        {
            if (OfficialMarks.DateLength(text, at, end) == 0) continue;
            var stop = Wording.Trim(text, opening.Start, at).End;
            var start = stop;
            while (start > opening.Start && Characters.IsHan(text[start - 1]) && stop - start < 24) start--;
            var name = stop - start >= 4 ? text.AsSpan(from, opening.Start - from).IndexOf(text.AsSpan(start, stop - start), StringComparison.Ordinal) : -1;
            return opening with { Start = name >= 0 ? from + name : numberStart };
        }

        return opening with { Start = numberStart };
    }

    private static TextSpan TitleOf(string text, Opening opening, int end)
    {
        var noticeEnd = opening.Title.Length > 0 ? opening.Title.End : opening.Start;
        var subject = opening.Title.Length > 0 ? NoticeSubject.OfTitle(text, opening.Title) : NoticeSubject.OfNotice(text, noticeEnd, end);
        var body = subject.Length > 0 ? NoticeSubject.BodyTitle(text, subject, noticeEnd, end) : default;
        return body.Length > 0 ? body : opening.Title.Length > 0 ? opening.Title : subject;
    }

    private static HashSet<string> Names(string text, Article article, int end)
    {
        var names = new HashSet<string>();
        AddNames(text, article.Title.Start, article.Title.End, names);
        AddNames(text, article.Body.Start, Math.Min(end, article.Body.Start + 3000), names);
        return names;
    }

    private static void AddNames(string text, int start, int end, HashSet<string> names)
    {
        for (var at = start; at < end; at++)
        {
            if (text[at] != '《') continue;
            var stop = text.AsSpan(at, end - at).IndexOf('》');
            if (stop < 0) return;
            names.Add(Bare(Wording.Key(text.AsSpan(at + 1, stop - 1))));
            at += stop;
        }
    }

    // A title without its last bracket: （征求意见稿） and the years are often left out in one of two places.
    private static string Bare(string key)
    {
        var open = key.LastIndexOf('(');
        return open > 4 && key.EndsWith(')') ? key[..open] : key;
    }
}
