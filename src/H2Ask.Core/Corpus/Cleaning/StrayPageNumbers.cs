using System.Buffers;
using H2Ask.Core.Text;

namespace H2Ask.Core.Corpus.Cleaning;

/// <summary>Finds page numbers that a page break left inside sentences, as in 实行 3 属地管理: they count upwards and measure nothing.</summary>
internal sealed class StrayPageNumbers
{
    /// <summary>So many numbers, each larger than the one before, are no accident.</summary>
    private const int FewestInOrder = 3;

    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789");

    /// <summary>
    /// Characters that a number in a sentence measures or counts, or that it belongs to: units, classifiers, places and times. They are a closed class;
    /// no form tells 12 座 from 12 属地, and a number wrongly kept does less harm than a figure wrongly dropped.
    /// </summary>
    private static readonly SearchValues<char> Measures = SearchValues.Create(
        "年月日个家万亿千百十元吨项条公米立方座批级类倍分秒时天小种台辆套只次人位部章节处度升兆瓦余多大所省市区县以左片名期届件款路寸号层册字国毫微厘户亩轮支门把"
        + "蒸摄平英里周季岁例份根块组对双场站点至到和或与及起后前内外中上下之者张本");

    private readonly List<TextSpan> _found;
    private int _next;

    private StrayPageNumbers(List<TextSpan> found) => _found = found;

    public static StrayPageNumbers Find(string text, TextSpan span)
    {
        var candidates = new List<(TextSpan Span, int Number)>();
        var at = span.Start;
        while (at < span.End)
        {
            var step = text.AsSpan(at, span.End - at).IndexOfAny(Digits);
            if (step < 0) break;
            var start = at + step;
            var end = start;
            while (end < span.End && char.IsAsciiDigit(text[end])) end++;
            at = end;
            if (end - start > 3 || start - 2 < span.Start || end + 1 >= span.End) continue;
            if (text[end] != ' ' || !Characters.IsHan(text[end + 1]) || Measures.Contains(text[end + 1])) continue;
            var before = text[start - 1] == ' ' ? text[start - 2] : text[start - 1];
            if (before is '，' or '、' || (text[start - 1] == ' ' && Characters.IsHan(before) && !IsHeadOfNumber(before)))
            {
                candidates.Add((new TextSpan(start, end), int.Parse(text.AsSpan(start, end - start), provider: null)));
            }
        }

        return new StrayPageNumbers(InOrder(candidates));
    }

    /// <summary>Where to go on reading: behind the page number that begins at the place, or at the place itself. Places must come in order.</summary>
    public int SkipFrom(int place)
    {
        while (_next < _found.Count && _found[_next].Start < place) _next++;
        return _next < _found.Count && _found[_next].Start == place ? _found[_next].End : place;
    }

    private static bool IsHeadOfNumber(char c) => c is '第' or '栏' or '表' or '图' or '件' or '约' or '达' or '过' or '近' or '共' or '为' or '版' or '于' or '到' or '至';

    private static List<TextSpan> InOrder(List<(TextSpan Span, int Number)> candidates)
    {
        var found = new List<TextSpan>();
        var runStart = 0;
        for (var i = 1; i <= candidates.Count; i++)
        {
            if (i < candidates.Count && candidates[i].Number > candidates[i - 1].Number && candidates[i].Number - candidates[i - 1].Number <= 20) continue;
            if (i - runStart >= FewestInOrder) found.AddRange(candidates[runStart..i].Select(candidate => candidate.Span));
            runStart = i;
        }

        return found;
    }
}
