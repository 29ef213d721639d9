using System.Text.RegularExpressions;
using H2Ask.Core.Text;

namespace H2Ask.Core.Answering.Checking;

/// <summary>The bodies that a text names, as far as their names can be told in running text: by their last letters.</summary>
internal static partial class BodyMentions
{
    private const int MostLetters = 4;
    private const string Levels = "省市区县州国";

    /// <summary>Whether each body that a text names is named in another, and at no other level: 市发改委 is not 省发改委.</summary>
    public static bool AllStandIn(string dense, string evidence)
    {
        foreach (Match ending in Ending().Matches(dense))
        {
            var start = ending.Index;
            while (start > 0 && ending.Index - start < MostLetters && Characters.IsHan(dense[start - 1]) && !Joint().IsMatch(dense.AsSpan(start - 1, 1))) start--;
            if (ending.Index - start < 2 && ending.Length == 1) continue;
            var level = start > 0 && Levels.Contains(dense[start - 1], StringComparison.Ordinal) ? dense[start - 1] : '\0';
            if (!StandsIn(dense[start..(ending.Index + ending.Length)], level, evidence)) return false;
        }

        return true;
    }

    private static bool StandsIn(string name, char level, string evidence)
    {
        for (var at = evidence.IndexOf(name, StringComparison.Ordinal); at >= 0; at = evidence.IndexOf(name, at + 1, StringComparison.Ordinal))
        {
            var other = at > 0 && Levels.Contains(evidence[at - 1], StringComparison.Ordinal) ? evidence[at - 1] : '\0';
            if (level == '\0' || other == '\0' || level == other) return true;
        }

        return false;
    }

    [GeneratedRegex("管理委员会|委员会|管委会|发展改革委|发改委|国资委|卫健委|人民政府|国务院|办公厅|办公室|集团|公司|银行|大学|学院|研究院|研究所|协会|商会|联盟|总局|局(?!面|部|限|势)|厅|署(?!名)|(?<![全内外东西中南北总干俱乐一])部(?![署分门位件队委长])")]
    private static partial Regex Ending();

    // Words that stand before a name, and the level that stands in it.
    [GeneratedRegex("[由与及、向为是给各经报对在请将被含省市县区州的]")]
    private static partial Regex Joint();
}
