using System.Text.RegularExpressions;
using H2Ask.Core.Text;

namespace H2Ask.Core.Answering.Checking;

/// <summary>Which pairs of letters of a clause stand behind a 不, 未, 无 or 禁止, and which do not.</summary>
/// <param name="Denied">Of each negation, the pairs that it reaches.</param>
/// <param name="Affirmed">The pairs that no negation reaches.</param>
internal sealed partial record Denials(IReadOnlyList<IReadOnlySet<string>> Denied, IReadOnlySet<string> Affirmed)
{
    private const int Reach = 5;

    /// <summary>Reads a clause without blanks.</summary>
    public static Denials In(string dense)
    {
        var denied = new List<IReadOnlySet<string>>();
        var affirmed = new HashSet<string>(StringComparer.Ordinal);
        var from = 0;
        foreach (Match negation in Negation().Matches(dense))
        {
            if (negation.Index < from) continue;
            AddPairs(dense, from, negation.Index, affirmed);
            var reached = new HashSet<string>(StringComparer.Ordinal);
            from = Math.Min(dense.Length, negation.Index + negation.Length + Reach);
            AddPairs(dense, negation.Index + negation.Length, from, reached);
            if (reached.Count > 0) denied.Add(reached);
        }

        AddPairs(dense, from, dense.Length, affirmed);
        return new Denials(denied, affirmed);
    }

    private static void AddPairs(string dense, int start, int end, HashSet<string> pairs)
    {
        for (var i = start; i + 1 < end; i++)
        {
            if (Characters.IsHan(dense[i]) && Characters.IsHan(dense[i + 1])) pairs.Add(dense.Substring(i, 2));
        }
    }

    // 不断, 未来 and 无人机 deny nothing, and 不超过 belongs to its figure.
    [GeneratedRegex(
        "不得(?!超过|突破|低于|高于|少于|大于|小于|多于)|不予|不能|不可|不应|不宜|不再|不允许|禁止|严禁|没有|未经|无需|无须|取消|停止|终止|暂停|废止"
        + "|不(?!得|断|同|仅|但|锈|动产|少于|低于|超过|突破|高于|大于|小于|多于|足|限|久|论|可再生)|未(?!来|必)|无(?!锡|人|线|缝|论|害|偿|障碍|机|碳|极|为)|非(?!常|洲)")]
    private static partial Regex Negation();
}
