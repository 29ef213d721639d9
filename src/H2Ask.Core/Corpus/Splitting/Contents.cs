using H2Ask.Core.Text;

namespace H2Ask.Core.Corpus.Splitting;

/// <summary>A table of contents.</summary>
/// <param name="Span">Where it stands, its heading included.</param>
internal sealed record Contents(TextSpan Span)
{
    /// <summary>Whether a line stands in one of the tables, which are in order of place.</summary>
    public static bool Cover(List<Contents> tables, TextSpan line)
    {
        var (low, high) = (0, tables.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (tables[middle].Span.End <= line.Start) low = middle + 1;
            else high = middle;
        }

        return low < tables.Count && tables[low].Span.Start < line.End;
    }
}
