using System.Text.RegularExpressions;

namespace H2Ask.Core.Corpus.Describing;

/// <summary>The names and the date that a document is signed with.</summary>
/// <param name="Bodies">The bodies that sign.</param>
/// <param name="Date">The date under their names.</param>
/// <param name="Start">Where the names begin in the document's folded text.</param>
/// <param name="End">Where the date ends.</param>
internal sealed partial record Signature(IReadOnlyList<string> Bodies, PolicyDate Date, int Start, int End)
{
    private const int Front = 3000;
    private const int Back = 900;
    private const int LoneDateWithin = 1200;

    /// <summary>The signature of a document: under its notice in front of the text, else at its end; null where it has none.</summary>
    public static Signature? Find(DenseText text)
    {
        var front = Math.Min(Front, text.Length);
        if (Scan(text, 0, front, last: false) is { } first) return first;
        var back = Math.Max(front, text.Length - Back);
        return Scan(text, back, text.Length, last: true);
    }

    private static Signature? Scan(DenseText text, int from, int to, bool last)
    {
        Signature? found = null;
        for (var i = from; i < to; i++)
        {
            if (!IsYearStart(text.Text[i]) || i == 0 || IsYearStart(text.Text[i - 1])) continue;
            if (!ChineseDate.TryRead(text.Text, i, out var date, out var end) || date.Month is null) continue;
            if (SignedAt(text, i, end, date) is not { } signature)
            {
                i = end - 1;
                continue;
            }

            found = signature;
            if (!last) return found;
        }

        return found;
    }

    private static Signature? SignedAt(DenseText text, int dateStart, int dateEnd, PolicyDate date)
    {
        if (!EndsHere(text, dateEnd)) return null;
        var bodies = BodyNames.Before(text, dateStart, out var start);
        if (bodies.Count == 0 && StandsAlone(text, dateStart, dateEnd, date)) return new Signature([], date, dateStart, dateEnd);
        if (bodies.Count == 0)
        {
            var person = SignedByPerson().Match(text.Text, Math.Max(0, dateStart - 12), Math.Min(12, dateStart));
            return person.Success ? new Signature([], date, person.Index, dateEnd) : null;
        }

        // Behind a comma a body and a date are part of a sentence, not of a signature.
        return start > 0 && text.Text[start - 1] is ',' or '《' ? null : new Signature(bodies, date, start, dateEnd);
    }

    /// <summary>Some provinces put the date alone under a notice: a line of its own behind a whole sentence.</summary>
    private static bool StandsAlone(DenseText text, int start, int end, PolicyDate date) =>
        date.Day is not null
        && text.LineBreakBefore(start)
        && text.LineBreakBefore(end)
        && text.Text[start - 1] is '。' or ')'
        && (start < LoneDateWithin || end == text.Length);

    /// <summary>Whether the date is the end of something: prose goes on with 发布, 以来, 前, a comma.</summary>
    private static bool EndsHere(DenseText text, int end)
    {
        if (text.LineBreakBefore(end)) return true;
        return text.Text[end] is '(' or '〔' || !GoesOn().IsMatch(text.Text.AsSpan(end, Math.Min(4, text.Length - end)));
    }

    private static bool IsYearStart(char letter) => letter is '1' or '2' or '一' or '二';

    [GeneratedRegex("(?:[省市州区县]长|主席|部长|主任|局长|署长|行长|总理|厅长)[\\u4E00-\\u9FFF·]{2,5}$")]
    private static partial Regex SignedByPerson();

    [GeneratedRegex("^(?:以|之|前|后|起|至|到|在|印发|发布|公布|颁|出|联合|[,、.;:。)》]|对|召|与|的|会议|主持|通过|批准|正式|第|修|开|上午|下午|-)")]
    private static partial Regex GoesOn();
}
