using H2Ask.Core.Text;

namespace H2Ask.Core.Corpus.Splitting;

/// <summary>Finds where an article's text ends and adverts, lists of other articles and credits begin.</summary>
internal static class ArticleTail
{
    private const int SmallGap = 150;
    private const int CreditGap = 40;
    private const int ListGap = 800;
    private const int AddressGap = 200;

    private static readonly string[] Lists =
        ["推荐阅读", "延伸阅读", "相关阅读", "往期回顾", "往期推荐", "相关推荐", "热门推荐", "精彩推荐", "更多阅读", "拓展阅读", "推荐新闻", "相关新闻", "上一篇", "下一篇"];

    private static readonly string[] Calls =
        ["阅读原文", "扫码", "二维码", "长按", "关注公众号", "关注我们", "在线报名", "转载请", "免责声明", "点击关注", "点击报名", "联系我们删除"];

    private static readonly string[] Credits = ["来源：", "来源:", "排版：", "责任编辑", "责编：", "责编:", "编辑：", "校对：", "审核："];

    private static readonly string[] Addresses = ["原文地址", "原文链接", "原文网址"];

    /// <summary>Where the tail of an article begins; the end of its body where it has none.</summary>
    public static int Start(string text, Article article, Boilerplate? boilerplate)
    {
        var window = Boilerplate.WindowOf(article.Body);
        var runs = new List<TextSpan>();
        boilerplate?.AddRuns(article, runs);
        var tail = runs.ConvertAll(run => (Run: run, Gap: SmallGap));
        Add(text, window, Lists, ListGap, toSentence: false, tail);
        Add(text, window, Calls, SmallGap, toSentence: true, tail);
        Add(text, window, Credits, CreditGap, toSentence: false, tail);
        Add(text, window, Addresses, AddressGap, toSentence: false, tail);
        tail.Sort((left, right) => right.Run.End.CompareTo(left.Run.End));

        var start = article.Body.End;
        foreach (var (run, gap) in tail)
        {
            if (start - run.End > gap) continue;
            start = Math.Min(start, run.Start);
        }

        while (start > article.Body.Start && (Wording.IsBlank(text[start - 1]) || text[start - 1] is '（' or '(' or '【' or '—' or '·')) start--;
        return start;
    }

    private static void Add(string text, TextSpan window, string[] words, int gap, bool toSentence, List<(TextSpan Run, int Gap)> tail)
    {
        foreach (var word in words)
        {
            for (var at = window.Start; at < window.End; at++)
            {
                var found = text.AsSpan(at, window.End - at).IndexOf(word, StringComparison.Ordinal);
                if (found < 0) break;
                at += found;
                if (IsOfMoney(text, at, window.Start)) continue;
                tail.Add((new TextSpan(toSentence ? SentenceStart(text, at, window.Start) : at, at + word.Length), gap));
            }
        }
    }

    // 资金来源： is the text's own.
    private static bool IsOfMoney(string text, int at, int floor) =>
        at - 2 >= floor && text.AsSpan(at - 2, 2) is "资金" or "经费";

    private static int SentenceStart(string text, int at, int floor)
    {
        var start = at;
        while (start > floor && at - start < 60 && !Wording.EndsSentence(text[start - 1]) && text[start - 1] is not ('\n' or '”' or '）' or ')')) start--;
        return at - start < 60 ? start : at;
    }
}
