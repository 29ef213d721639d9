using System.Buffers;
using System.Text.RegularExpressions;
using H2Ask.Core.Text;

namespace H2Ask.Core.Corpus.Describing;

/// <summary>Finds the documents that a text puts out of force: 《X》（文号）、《Y》同时废止, 同时废止《X》.</summary>
internal static partial class Repeals
{
    private const int LongestSentence = 1200;

    private static readonly SearchValues<string> Anchors = SearchValues.Create(["废止", "失效", "停止执行"], StringComparison.Ordinal);

    /// <summary>Their titles and numbers.</summary>
    public static IReadOnlyList<string> In(DenseText text)
    {
        var found = new List<string>();
        for (var at = 0; at < text.Length;)
        {
            var anchor = text.Text.AsSpan(at).IndexOfAny(Anchors);
            if (anchor < 0) break;
            anchor += at;
            var start = Math.Max(at, text.Text.LastIndexOfAny(['。', ';'], anchor) + 1);
            var end = text.Text.IndexOfAny(['。', ';'], anchor);
            if (end < 0) end = text.Length;
            if (end - start < LongestSentence) ReadSentence(text.Text[start..end], found);
            at = end + 1;
        }

        return found;
    }

    private static void ReadSentence(string sentence, List<string> found)
    {
        var from = 0;
        foreach (var verb in Verbs().EnumerateMatches(sentence))
        {
            var run = RunBehind(sentence, verb.Index, verb.Index + verb.Length);
            if (run.Length == 0) run = RunBefore(sentence, from, verb.Index);
            if (run.Length > 0) found.AddRange(Cited().Matches(run.Of(sentence).ToString()).Select(match => match.Value.Trim('《', '》')));
            // What one verb took the next does not take again.
            from = Math.Max(verb.Index + verb.Length, run.End);
        }
    }

    /// <summary>The titles behind the verb: 同时废止《X》和《Y》.</summary>
    private static TextSpan RunBehind(string sentence, int verb, int end)
    {
        if (!TakesObject().IsMatch(sentence.AsSpan(verb, end - verb)) && verb > 0 && sentence[verb - 1] != ',') return default;
        var first = sentence.IndexOf('《', end);
        if (first < 0 || !LeadsToTitle().IsMatch(sentence.AsSpan(end, first - end))) return default;
        var close = CloseOf(sentence, first);
        while (close >= 0 && sentence.IndexOf('《', close) is var next and >= 0 && Joins().IsMatch(WithoutBrackets(sentence[(close + 1)..next])))
        {
            if (CloseOf(sentence, next) is not (var nextClose and >= 0)) break;
            close = nextClose;
        }

        if (close < 0) return default;
        // The number stands in brackets behind its title.
        var bracket = close + 1 < sentence.Length && sentence[close + 1] == '(' ? sentence.IndexOf(')', close) : -1;
        return new TextSpan(first, Math.Max(close, bracket) + 1);
    }

    /// <summary>The titles directly before the verb; what the sentence only refers to (依据《X》) is none of them.</summary>
    private static TextSpan RunBefore(string sentence, int from, int verb)
    {
        var close = LastClose(sentence, from, verb);
        if (close < 0) return default;
        var between = WithoutBrackets(sentence[(close + 1)..verb]);
        if (!LeadsToVerb().IsMatch(between) || SaysOther().IsMatch(between)) return default;
        var accepted = verb;
        while (OpenOf(sentence, from, close) is var open and >= 0)
        {
            var before = LastClose(sentence, from, open);
            var gap = sentence[(before < 0 ? from : before + 1)..open];
            var cites = Cites().IsMatch(gap);
            var joint = WithoutBrackets(gap);
            var joins = before >= 0 && !cites && Joins().IsMatch(joint);
            // What is joined by a comma may belong to a clause of its own: it counts once its head is known.
            if (!cites && (!joins || joint.Contains(','))) accepted = open;
            if (!joins) break;
            close = before;
        }

        return new TextSpan(accepted, verb);
    }

    private static int LastClose(string sentence, int from, int end)
    {
        var at = end > from ? sentence.AsSpan(from, end - from).LastIndexOf('》') : -1;
        return at < 0 ? -1 : from + at;
    }

    private static int OpenOf(string sentence, int from, int close)
    {
        var depth = 0;
        var inner = -1;
        for (var i = close; i >= from; i--)
        {
            if (sentence[i] == '》') depth++;
            if (sentence[i] != '《') continue;
            if (inner < 0) inner = i;
            if (--depth == 0) return i;
        }

        return inner;
    }

    private static int CloseOf(string sentence, int open)
    {
        var depth = 0;
        for (var i = open; i < sentence.Length; i++)
        {
            if (sentence[i] == '《') depth++;
            else if (sentence[i] == '》' && --depth == 0) return i;
        }

        return sentence.IndexOf('》', open);
    }

    private static string WithoutBrackets(string text) => Bracketed().Replace(text, string.Empty);

    [GeneratedRegex("(?:同时|即行|予以|自行|即日起|同步|相应|自[^,。]{2,16}起|一并|到期|均|现|即|决定|宣布){0,3}(?:废止|失效|停止执行)")]
    private static partial Regex Verbs();

    [GeneratedRegex("^(?:同时|予以|现|即|决定|宣布|一并).*(?:废止|停止执行)")]
    private static partial Regex TakesObject();

    [GeneratedRegex("^[^《》,、(]{0,12}$")]
    private static partial Regex LeadsToTitle();

    [GeneratedRegex("^[^《》,]{0,60},?$")]
    private static partial Regex LeadsToVerb();

    /// <summary>What stands before the verb says something else of the title, or speaks of a part of it only.</summary>
    [GeneratedRegex(@"(?:施行|实施|执行|生效|印发|发布|公布|出台|制定|修订|修改),?$|(?:制定|修订|起草|规定|确定|要求)的|第[一二三四五六七八九十百\d]{1,5}[章条款项]|条款")]
    private static partial Regex SaysOther();

    [GeneratedRegex("^(?:(?:号|文件|等|[\u4E00-\u9FFF]{1,14}〔(?:19|20)[0-9]{2}〕[0-9]{1,5}号)?(?:[、,](?:以及|和|及|与|并)?|以及|和|及|与|并)(?:原|[^《》,、]{0,20}(?:印发|发布|公布|出台|下发|制定)的)?)?$")]
    private static partial Regex Joins();

    [GeneratedRegex("(?:根据|依据|依照|按照|遵照|参照|结合|贯彻|落实)[^,《》]{0,6}$")]
    private static partial Regex Cites();

    [GeneratedRegex(@"\([^()]*\)")]
    private static partial Regex Bracketed();

    [GeneratedRegex(@"《[^《》]{4,120}》|[\u4E00-\u9FFF]{1,14}〔(?:19|20)\d\d〕\d{1,5}号")]
    private static partial Regex Cited();
}
