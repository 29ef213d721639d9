using System.Buffers;
using System.Text.RegularExpressions;

namespace H2Ask.Core.Corpus.Describing;

/// <summary>Finds the documents that a text puts out of force: 《X》（文号）同时废止.</summary>
internal static partial class Repeals
{
    private static readonly SearchValues<string> Anchors = SearchValues.Create(["废止", "失效", "停止执行"], StringComparison.Ordinal);

    /// <summary>Their titles and numbers.</summary>
    public static IReadOnlyList<string> In(DenseText text)
    {
        var found = new List<string>();
        var at = 0;
        while (at < text.Length)
        {
            var anchor = text.Text.AsSpan(at).IndexOfAny(Anchors);
            if (anchor < 0) break;
            anchor += at;
            var start = Math.Max(at, text.Text.LastIndexOfAny(['。', ';'], anchor) + 1);
            var end = text.Text.IndexOfAny(['。', ';'], anchor);
            if (end < 0) end = text.Length;
            if (end - start < 1200 && Ends().IsMatch(text.Text.AsSpan(start, end - start)))
            {
                foreach (Match match in Cited().Matches(text.Text[start..end])) found.Add(match.Value.Trim('《', '》'));
            }

            at = end + 1;
        }

        return found;
    }

    [GeneratedRegex("》[^《》,]{0,60}?[,]?(?:同时|即行|予以|自行|即日起|同步|相应|自[^,。]{2,16}起|一并|到期|均|现)?(?:废止|失效|停止执行)|(?:同时|予以|现|即)废止[^《]{0,12}《")]
    private static partial Regex Ends();

    [GeneratedRegex(@"《[^《》]{4,120}》|[\u4E00-\u9FFF]{1,14}〔(?:19|20)\d\d〕\d{1,5}号")]
    private static partial Regex Cited();
}
