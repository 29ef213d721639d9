using H2Ask.Core.Text;

namespace H2Ask.Core.Corpus.Splitting;

/// <summary>What a notice issues: of 《关于印发〈X〉的通知》, X.</summary>
internal static class NoticeSubject
{
    private const int FarthestBody = 6000;
    private const int LongestNotice = 600;

    private static readonly string[] Issues = ["印发", "征求", "发布", "转发", "公布", "下达", "批转", "颁布", "修订", "公示"];
    private static readonly string[] Ends = ["的通知", "的公告", "的通告", "的函", "意见的", "的公示", "的决定", "的批复"];

    /// <summary>The title of what a notice's title says it issues; empty where it issues nothing.</summary>
    public static TextSpan OfTitle(string text, TextSpan title)
    {
        if (title.Length > 0 && text[title.End - 1] == '令') return OfNotice(text, title.End, text.Length);
        foreach (var word in Issues)
        {
            var at = title.Of(text).IndexOf(word, StringComparison.Ordinal);
            if (at < 0) continue;
            var start = title.Start + at + word.Length;
            var quoted = Quoted(text, start, title.End);
            if (quoted.Length > 0) return quoted;
            if (word != "印发") continue;
            foreach (var end in Ends)
            {
                var stop = text.AsSpan(start, title.End - start).LastIndexOf(end, StringComparison.Ordinal);
                if (stop > 4) return new TextSpan(start, start + stop);
            }
        }

        return default;
    }

    /// <summary>The title of what a notice without a title of its own says it issues (现将《X》印发给你们).</summary>
    public static TextSpan OfNotice(string text, int start, int end)
    {
        var stop = Math.Min(end, start + LongestNotice);
        for (var at = start; at < stop; at++)
        {
            if (text[at] != '《') continue;
            var quoted = Quoted(text, at, stop);
            if (quoted.Length == 0) return default;
            var rest = text.AsSpan(quoted.End, Math.Min(stop, quoted.End + 60) - quoted.End);
            var before = text.AsSpan(Math.Max(start, at - 3), at - Math.Max(start, at - 3));
            if ((rest.Contains("印发", StringComparison.Ordinal) || rest.Contains("公布", StringComparison.Ordinal)) && (before.Contains("现将", StringComparison.Ordinal)
                || rest.Contains("已经", StringComparison.Ordinal) || rest.Contains("同意", StringComparison.Ordinal)))
            {
                return quoted;
            }

            at = quoted.End;
        }

        return default;
    }

    /// <summary>Where what is issued stands under its own title below the notice; empty where it does not.</summary>
    public static TextSpan BodyTitle(string text, TextSpan subject, int start, int end)
    {
        var key = Wording.Key(subject.Of(text));
        end = Math.Min(end, start + FarthestBody);
        while (start < end)
        {
            var found = Wording.Find(text, start, end, key);
            if (found.Length == 0) return default;
            start = found.End;
            if (found.Start > 0 && text[found.Start - 1] is '《' or '〈') continue;
            if (found.End < text.Length && text[found.End] is '》' or '〉') continue;
            return new TextSpan(WithPlace(text, found.Start), TitleForm.WithBracket(text, found.End, end));
        }

        return default;
    }

    // 《X》 in the notice may lack the place or body that the title itself begins with.
    private static int WithPlace(string text, int start)
    {
        var at = start;
        while (at > 0 && start - at < 9 && Characters.IsHan(text[at - 1]) && text[at - 1] != '日') at--;
        return start - at is > 1 and < 9 && text[start - 1] is '市' or '省' or '区' or '县' or '州' ? at : start;
    }

    private static TextSpan Quoted(string text, int start, int end)
    {
        var (open, depth) = (-1, 0);
        for (var at = start; at < end; at++)
        {
            if (text[at] is '《' or '〈' or '«')
            {
                if (depth++ == 0) open = at + 1;
            }
            else if (text[at] is '》' or '〉' or '»' && depth > 0 && --depth == 0)
            {
                return new TextSpan(open, at);
            }
            else if (depth == 0 && text[at] is '。')
            {
                return default;
            }
        }

        return default;
    }
}
