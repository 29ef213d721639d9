using System.Text.RegularExpressions;

namespace H2Ask.Core.Corpus.Describing;

/// <summary>The line that a compilation puts before a document: <c>3.标题（节选）（国发〔2021〕23号）（国务院/2021年10月26日）</c>.</summary>
/// <param name="Number">The 文号 that it gives.</param>
/// <param name="Bodies">The bodies that it names.</param>
/// <param name="Date">The date that it gives.</param>
/// <param name="IsExcerpt">Whether it says 节选.</param>
internal sealed partial record HeadLine(string? Number, IReadOnlyList<string> Bodies, PolicyDate? Date, bool IsExcerpt)
{
    /// <summary>A line that says nothing.</summary>
    public static HeadLine None { get; } = new(null, [], null, false);

    /// <summary>Reads the line.</summary>
    public static HeadLine Read(DenseText line)
    {
        if (line.Length == 0) return None;
        var text = line.Text;
        string? number = null;
        PolicyDate? date = null;
        IReadOnlyList<string> bodies = [];
        foreach (var bracket in Brackets(text))
        {
            var (start, end) = bracket;
            if (number is null && DocumentNumber.ReadWhole(text[start..end]) is { } read) number = read;
            var dateStart = DateAtEnd(text, start, end, out var found);
            if (dateStart < 0) continue;
            date = found;
            var bodiesEnd = dateStart > start && text[dateStart - 1] is '/' or ',' or '、' or ':' ? dateStart - 1 : dateStart;
            if (bodiesEnd > start) bodies = BodyNames.Split(line, start, bodiesEnd);
        }

        return new HeadLine(number, bodies, date, ExcerptMark().IsMatch(text));
    }

    private static int DateAtEnd(string text, int start, int end, out PolicyDate date)
    {
        date = default;
        for (var i = Math.Max(start, end - 12); i < end; i++)
        {
            if (ChineseDate.TryRead(text, i, out date, out var dateEnd) && dateEnd == end && (date.Month is not null || text[end - 1] == '年')) return i;
        }

        return -1;
    }

    /// <summary>The insides of the outermost round brackets, whichever kind they are.</summary>
    private static IEnumerable<(int Start, int End)> Brackets(string text)
    {
        var (depth, start) = (0, 0);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is '(' or '〔')
            {
                if (depth++ == 0) start = i + 1;
            }
            else if (text[i] is ')' or '〕' && depth > 0 && --depth == 0)
            {
                yield return (start, i);
            }
        }
    }

    [GeneratedRegex(@"[(〔](?:节选|摘选|摘录|摘编|摘要|选编|部分)[)〕]")]
    private static partial Regex ExcerptMark();
}
