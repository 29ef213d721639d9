using System.Text.RegularExpressions;
using H2Ask.Core.Text;

namespace H2Ask.Core.Retrieval.Findings;

/// <summary>The measure that a question counts in (多少座, 几家, 多少钱, 占几成), and whether a text gives a figure in it.</summary>
internal sealed partial class AskedMeasure
{
    /// <summary>What may stand between a figure and its measure: 30余万元.</summary>
    private const string Between = "多余来几万亿千百个 \u00A0\u3000";

    /// <summary>What is counted by one of them is as often counted by another.</summary>
    private static readonly string[] Things = ["个", "家", "座", "项", "条", "名", "位", "所", "处", "类", "种", "款"];

    private readonly string[] _units;

    private AskedMeasure(string[] units) => _units = units;

    /// <summary>The measure of a question; null where it counts in none that can be told.</summary>
    public static AskedMeasure? Of(string question)
    {
        if (Share().IsMatch(question)) return new AskedMeasure(["%", "％", "百分点", "成", "倍"]);
        if (Counted().Match(question) is { Success: true } counted)
        {
            var unit = counted.Groups["unit"].Value;
            return new AskedMeasure(Things.Contains(unit) ? Things : [unit]);
        }

        if (Money().IsMatch(question)) return new AskedMeasure(["元"]);
        return Lasting().IsMatch(question) ? new AskedMeasure(["年", "月", "日", "天", "小时", "个月"]) : null;
    }

    /// <summary>Whether a text gives a figure in the measure.</summary>
    public bool IsIn(ReadOnlySpan<char> text)
    {
        foreach (var unit in _units)
        {
            for (var at = 1; at < text.Length; at++)
            {
                var step = text[at..].IndexOf(unit, StringComparison.Ordinal);
                if (step < 0) break;
                at += step;
                if (IsCounted(text[..at])) return true;
            }
        }

        return false;
    }

    private static bool IsCounted(ReadOnlySpan<char> before)
    {
        var end = before.Length;
        while (end > 0 && Between.Contains(before[end - 1], StringComparison.Ordinal)) end--;
        return end > 0 && (char.IsAsciiDigit(TermReader.Fold(before[end - 1])) || ChineseNumeral.IsNumeral(before[end - 1]) || before[end - 1] == '两');
    }

    [GeneratedRegex("百分之|比例|占比|比重|[几多]成|百分点|几个点|多少个点|幅度")]
    private static partial Regex Share();

    [GeneratedRegex("(?:多少|几)个?(?<unit>公里|千米|平方米|立方米|小时|千瓦|[座家辆台套件项条款种类批人名位所处户吨亩瓦度米次倍级档支期岁公斤元])|(?:多少|几)(?<unit>个)")]
    private static partial Regex Counted();

    [GeneratedRegex("多少钱|几块|几万(?![立平辆家个吨千公人])|多少[万亿](?![立平辆家个吨千公人])|(?:补[贴助]|奖[励补]|罚款?|资助|扶持|[补奖掏给拨赔助减免交花])(?:资金|标准|上限)?(?:是|能|可以|会)?(?:拿|领|有|给)?多少|金额|多少资金|规模多[大少]|封顶|最[高多]能?[补奖给拿领]|投资多少")]
    private static partial Regex Money();

    [GeneratedRegex("多久|多长时间|几[年天日月]|什么时候|何时|期限|截止|时限|哪一?[年月日天]")]
    private static partial Regex Lasting();
}
