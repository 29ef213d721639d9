using System.Text.RegularExpressions;
using H2Ask.Core.Corpus.Describing;
using H2Ask.Core.Text;

namespace H2Ask.Core.Answering.Checking;

/// <summary>Reads the clauses of a text.</summary>
internal static partial class ClauseReader
{
    /// <summary>The clauses, in their order.</summary>
    public static IReadOnlyList<Clause> Read(string text)
    {
        var clauses = new List<Clause>();
        IReadOnlyList<PlaceMention> before = [];
        var segment = 0;
        foreach (var span in Sentences.Clauses(text))
        {
            var dense = DenseText.Of(text, span, []).Text;
            if (dense.Length == 0) continue;
            PlaceMention[] places = [.. Gazetteer.China.Find(dense, 0, dense.Length)];
            clauses.Add(new Clause
            {
                Span = span,
                Dense = dense,
                Segment = segment,
                Places = places,
                Figures = [.. FigureReader.Read(dense, places).Select(figure => figure with { Places = PlacesOf(dense, figure.At, places, before) })],
                Terms = TermsOf(InSameWords(dense)),
                Denials = Denials.In(dense),
            });
            if (places.Length > 0) before = places;
            if (dense[^1] is not (',' or ':' or '，' or '：' or '、')) segment++;
        }

        return clauses;
    }

    /// <summary>The text with one word for what has several.</summary>
    public static string InSameWords(string dense) => Kilograms().Replace(dense, "千克");

    /// <summary>The terms of a text.</summary>
    public static HashSet<ulong> TermsOf(string text)
    {
        var terms = new HashSet<ulong>();
        var reader = new TermReader(text);
        while (reader.Read()) terms.Add(reader.Current);
        return terms;
    }

    /// <summary>The places named right before a figure, those named one after the other together; else those behind it, else those of the clauses before.</summary>
    private static IReadOnlyList<PlaceMention> PlacesOf(string dense, int at, PlaceMention[] places, IReadOnlyList<PlaceMention> before)
    {
        if (places.Length == 0) return before;
        var last = Array.FindLastIndex(places, place => place.End <= at);
        if (last < 0) return places;
        var first = last;
        while (first > 0 && dense.AsSpan(places[first - 1].End, places[first].Start - places[first - 1].End) is "、" or "和" or "与" or "及" or "以及") first--;
        return places[first..(last + 1)];
    }

    [GeneratedRegex("公斤|(?<=[0-9/])(?:kg|KG|Kg)")]
    private static partial Regex Kilograms();
}
