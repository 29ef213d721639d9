using H2Ask.Core.Text;

namespace H2Ask.Core.Corpus.Splitting;

/// <summary>Brings runs that are left out into order.</summary>
internal static class Omission
{
    /// <summary>The parts of the runs that lie in a document, in order and without overlap.</summary>
    public static IReadOnlyList<TextSpan> Within(TextSpan document, IEnumerable<TextSpan> runs)
    {
        var kept = new List<TextSpan>();
        foreach (var run in runs.OrderBy(run => run.Start))
        {
            var start = Math.Max(run.Start, kept.Count > 0 ? Math.Max(document.Start, kept[^1].End) : document.Start);
            var end = Math.Min(run.End, document.End);
            if (start < end) kept.Add(new TextSpan(start, end));
        }

        return kept;
    }
}
