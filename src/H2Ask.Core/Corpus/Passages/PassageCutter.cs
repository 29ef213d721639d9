using H2Ask.Core.Text;

namespace H2Ask.Core.Corpus.Passages;

/// <summary>Cuts a group of atoms that is too long for one passage into even parts, at the best breaks.</summary>
internal static class PassageCutter
{
    /// <summary>The runs of atoms that become passages.</summary>
    public static IEnumerable<TextSpan> Cut(List<Atom> atoms, AtomGroup group, PassageOptions options)
    {
        var first = group.First;
        while (first < group.End)
        {
            var left = atoms[group.End - 1].End - atoms[first].Start;
            if (left <= options.Maximum)
            {
                yield return new TextSpan(first, group.End);
                yield break;
            }

            var parts = ((left - 1) / options.Maximum) + 1;
            var end = BestEnd(atoms, first, group.End, left / parts, options);
            yield return new TextSpan(first, end);
            first = end;
        }
    }

    private static int BestEnd(List<Atom> atoms, int first, int groupEnd, int target, PassageOptions options)
    {
        var (best, bestScore) = (first + 1, double.MinValue);
        for (var end = first + 1; end < groupEnd; end++)
        {
            var length = atoms[end - 1].End - atoms[first].Start;
            if (length > options.Maximum) break;
            var left = atoms[groupEnd - 1].End - atoms[end].Start;
            var score = Worth(atoms[end].Break) - (Math.Abs(length - target) / (double)target);
            if (length < options.Minimum || left < options.Minimum) score -= 2;
            // What leads in a list or heads a text goes with it.
            if (atoms[end - 1].IsLead) score -= 3;
            if (score <= bestScore) continue;
            (best, bestScore) = (end, score);
        }

        return best;
    }

    private static double Worth(BreakKind kind) => kind switch
    {
        BreakKind.Paragraph => 0.6,
        BreakKind.Sentence => 0.3,
        BreakKind.Series => 0.1,
        _ => -0.6,
    };
}
