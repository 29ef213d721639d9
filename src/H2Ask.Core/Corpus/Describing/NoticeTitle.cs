using System.Text.RegularExpressions;

namespace H2Ask.Core.Corpus.Describing;

/// <summary>The title of a notice that issues, transmits or puts up for comment another document.</summary>
/// <param name="Issuer">The words in front: 北京市经济和信息化局; empty where there are none.</param>
/// <param name="Subject">The title of the other document.</param>
/// <param name="Start">Where the notice's title begins in the text.</param>
/// <param name="Length">How long it is.</param>
/// <param name="AsksForComments">Whether it asks for comments on a draft.</param>
internal sealed partial record NoticeTitle(string Issuer, string Subject, int Start, int Length, bool AsksForComments)
{
    private const int LongestTitle = 260;

    /// <summary>Reads the notice's title that a folded text begins with; null where it begins otherwise.</summary>
    public static NoticeTitle? Read(string dense, int start = 0)
    {
        var length = Math.Min(dense.Length - start, LongestTitle);
        if (length < 8 || dense.AsSpan(start, length).IndexOf("的", StringComparison.Ordinal) < 0) return null;
        var match = Pattern().Match(dense.Substring(start, length));
        if (!match.Success) return null;
        var subject = match.Groups["subject"].Value.Trim('《', '》');
        return new NoticeTitle(match.Groups["issuer"].Value, subject, start, match.Length, match.Groups["verb"].Value.EndsWith("征求", StringComparison.Ordinal));
    }

    [GeneratedRegex(@"^(?<issuer>[^,。;:!?《》]{0,60}?)(?:关于)?(?:联合)?(?<verb>印发|发布|公布|颁布|下发|转发|批转|(?:向社会)?公开征求|征求)(?:对|关于)?(?<subject>《[^》]{2,120}》(?!等)(?=(?:\([^()]{1,12}\))?(?:公开|征求|意见|的))|[^,。;:!?《》]{4,100}?)(?:(?<=》)\([^()]{1,12}\))?(?:公开征求意见|征求意见|意见)?的(?:通知|公告|通告|决定|命令|函)")]
    private static partial Regex Pattern();
}
