using System.Text.RegularExpressions;

namespace H2Ask.Core.Corpus.Describing;

/// <summary>Brings titles to a form in which the same document has the same title, however it is written.</summary>
internal static partial class TitleKey
{
    /// <summary>The letters and digits of a title, its 关于印发…的通知 taken off.</summary>
    public static string Of(string title)
    {
        var dense = DenseText.Of(title).Text;
        if (NoticeTitle.Read(dense) is { } notice) dense = notice.Subject;
        return Letters(dense);
    }

    /// <summary>What a title shares with its drafts, trial forms and later editions: its key without the marks of edition, period and status.</summary>
    public static string CoreOf(string title)
    {
        var dense = DenseText.Of(title).Text;
        if (NoticeTitle.Read(dense) is { } notice) dense = notice.Subject;
        dense = Brackets().Replace(dense, match => EditionMark().IsMatch(match.Value) ? string.Empty : match.Value);
        return Letters(EditionMark().Replace(dense, string.Empty));
    }

    /// <summary>How alike two keys are: the share of letter pairs that they have in common, from 0 to 1.</summary>
    public static double Likeness(string left, string right)
    {
        if (left.Length < 2 || right.Length < 2) return left == right ? 1 : 0;
        var pairs = new Dictionary<(char, char), int>();
        for (var i = 1; i < left.Length; i++) pairs[(left[i - 1], left[i])] = pairs.GetValueOrDefault((left[i - 1], left[i])) + 1;
        var common = 0;
        for (var i = 1; i < right.Length; i++)
        {
            var pair = (right[i - 1], right[i]);
            if (pairs.GetValueOrDefault(pair) == 0) continue;
            pairs[pair]--;
            common++;
        }

        return 2.0 * common / (left.Length + right.Length - 2);
    }

    private static string Letters(string dense) => string.Create(dense.Count(char.IsLetterOrDigit), dense, (span, text) =>
    {
        var count = 0;
        foreach (var letter in text)
        {
            if (char.IsLetterOrDigit(letter)) span[count++] = char.ToLowerInvariant(letter);
        }
    });

    [GeneratedRegex(@"\([^()]{1,30}\)")]
    private static partial Regex Brackets();

    [GeneratedRegex(@"(?:公开)?征求意见稿|征求意见|送审稿|草案|讨论稿|试行|暂行|修订版|修订稿|修订|修正|(?:19|20)\d\d年?(?:[-至](?:20)?\d\d)?年?(?:版|本)?|[“""]?十[一二三四五六]五[”""]?|第十[一二三四五六]个五年|第[一二三四五六七八九十]+批")]
    private static partial Regex EditionMark();
}
