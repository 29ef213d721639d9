using System.Buffers;
using System.Text.RegularExpressions;

namespace H2Ask.Core.Corpus.Describing;

/// <summary>Knows names of bodies that issue policy: how they begin, how they end, where one ends and the next begins.</summary>
internal static partial class BodyNames
{
    private const int LongestRun = 200;

    private static readonly SearchValues<char> LastLetters = SearchValues.Create("府厅室委局部署院会行社司处办组央");

    private static readonly string[] NationalBodies =
    [
        "国务院", "中共中央", "党中央", "中央办公厅", "中央网信办", "中央军委", "全国人大", "全国人民代表大会", "全国政协", "最高人民", "中华人民共和国", "国家", "中国",
        "外交部", "国防部", "发展改革委", "发改委", "教育部", "科技部", "科学技术部", "工业和信息化部", "工信部", "公安部", "民政部", "司法部", "财政部", "人力资源社会保障部",
        "人力资源和社会保障部", "人社部", "自然资源部", "国土资源部", "生态环境部", "环境保护部", "原环境保护部", "环保部", "住房和城乡建设部", "住房城乡建设部", "住建部", "交通运输部", "水利部",
        "农业农村部", "农业部", "商务部", "文化和旅游部", "文化部", "卫生健康委", "退役军人事务部", "应急管理部", "应急部", "人民银行", "审计署", "国资委", "海关总署", "税务总局", "市场监管总局",
        "金融监管总局", "证监会", "银保监会", "银监会", "保监会", "广电总局", "体育总局", "统计局", "国管局", "能源局", "国防科工局", "林草局", "铁路局", "民航局", "邮政局", "药监局", "知识产权局",
        "外汇局", "气象局", "网信办", "海事局", "中科院", "工程院", "中央", "共青团中央", "全国总工会", "全国妇联", "供销合作总社",
    ];

    // 中央商务区 is a quarter of a city; the centre that issues policy is not meant.
    private const string BusinessQuarter = "中央商务";

    private static readonly string[] Starts = ["国家", "中国", "中共", "中华人民共和国", "最高人民", "省", "市", "自治区", "原"];

    /// <summary>Whether the letter can end a body's name.</summary>
    public static bool CanEnd(char letter) => LastLetters.Contains(letter);

    /// <summary>Whether the name is that of a body of the whole country.</summary>
    public static bool IsNational(string name) => FindStart(name, 0, NationalBodies) is { Length: > 0 } && !NamesLocalCommittee(name);

    /// <summary>The bodies that are named right before a place, in their order; empty where none is.</summary>
    public static IReadOnlyList<string> Before(DenseText text, int end, out int start)
    {
        if (Seal().Match(text.Text, Math.Max(0, end - 8), Math.Min(8, end)) is { Success: true } seal) end = seal.Index;
        start = end;
        while (start > 0 && end - start < LongestRun && IsPartOfRun(text.Text[start - 1]) && !IsEndOfOtherLine(text, start, end)) start--;
        if (start < end && text.Text[start] == '号') start++;
        if (end - start < 2 || !CanEnd(text.Text[end - 1])) return [];
        return Split(text, start, end);
    }

    /// <summary>The bodies that a stretch names one after the other, with or without 、 and blanks between.</summary>
    public static IReadOnlyList<string> Split(DenseText dense, int start, int end)
    {
        var text = dense.Text;
        var bodies = new List<string>();
        var from = start;
        for (var i = start + 1; i <= end; i++)
        {
            var atMark = i < end && text[i] is '、' or ',' or '/';
            var isEnd = i == end || atMark || (CanEnd(text[i - 1]) && (dense.BreakBefore(i) || BeginsBody(text, i, end)));
            if (!isEnd) continue;
            if (Trim(text, from, i) is { } name && !bodies.Contains(name)) bodies.Add(name);
            from = atMark ? i + 1 : i;
        }

        return bodies;
    }

    private static bool IsPartOfRun(char letter) => letter is (>= '\u4E00' and <= '\u9FFF') or '、';

    /// <summary>Whether the line above ends with something that no body's name ends with, as a title does.</summary>
    private static bool IsEndOfOtherLine(DenseText text, int start, int end) => start < end && text.LineBreakBefore(start) && !CanEnd(text.Text[start - 1]);

    private static bool BeginsBody(string text, int at, int end)
    {
        if (end - at < 3) return false;
        if (FindStart(text, at, NationalBodies) is { } national) return at + national.Length <= end && !text.AsSpan(at, end - at).StartsWith(BusinessQuarter, StringComparison.Ordinal);
        return FindStart(text, at, Starts) is { Length: > 1 } || Gazetteer.China.TryRead(text, at, out _);
    }

    /// <summary>Takes off what stands in front of the name in glued text, and what counts the bodies behind it.</summary>
    private static string? Trim(string text, int start, int end)
    {
        var name = OthersBehind().Replace(text[start..end], string.Empty);
        if (name.Length < 3 && name is not "中央") return null;
        if (!CanEnd(name[^1]) || Unnamed().IsMatch(name) || (name[^1] is '会' && !Assembly().IsMatch(name)) || (name[^1] is '行' && !Bank().IsMatch(name))) return null;
        if (FindStart(name, 0, NationalBodies) is not null || FindStart(name, 0, Starts) is not null || Gazetteer.China.TryRead(name, 0, out _)) return name;
        for (var i = 1; i <= name.Length - 3; i++)
        {
            if (Gazetteer.China.TryRead(name, i, out _) || FindStart(name, i, NationalBodies) is { Length: > 2 } || name.AsSpan(i).StartsWith("国家", StringComparison.Ordinal)) return name[i..];
        }

        return name.Length <= 16 && !Prose().IsMatch(name) ? name : null;
    }

    private static bool NamesLocalCommittee(string name) => name.Length > 4 && name.StartsWith("中国共产党", StringComparison.Ordinal) && !name.Contains("中央", StringComparison.Ordinal);

    private static string? FindStart(string text, int at, string[] starts)
    {
        foreach (var start in starts)
        {
            if (text.AsSpan(at).StartsWith(start, StringComparison.Ordinal)) return start;
        }

        return null;
    }

    [GeneratedRegex(@"\([\u4E00-\u9FFF]{1,6}\)$")]
    private static partial Regex Seal();

    [GeneratedRegex("等(?:[0-9一二三四五六七八九十]{1,3}个?)?(?:部门|部委|单位|部|委|局|机关)?$")]
    private static partial Regex OthersBehind();

    [GeneratedRegex("(?:[一二三四五六七八九十多数几各]|\\d)+(?:个)?(?:部委|部门|部|委|局)$|^(?:有关|相关|其他|主管)|和地方")]
    private static partial Regex Unnamed();

    [GeneratedRegex("(?:委员会|委会|监会|联合会|联会|协会|商会|理事会|研究会|学会|总会|工会|基金会)$")]
    private static partial Regex Assembly();

    [GeneratedRegex("[银总分支央农工商建中]行$")]
    private static partial Regex Bank();

    [GeneratedRegex("的|了|是|各|由|将|已|请|按|为|与|各有关|落实|负责|根据|召开|组织|研究")]
    private static partial Regex Prose();
}
