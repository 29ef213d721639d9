using System.Globalization;
using H2Ask.Core.Corpus;
using H2Ask.Core.Corpus.Describing;
using H2Ask.Core.Index;

namespace H2Ask.Core.Retrieval;

/// <summary>How a document agrees with a question, worked out once for all its candidates.</summary>
internal sealed class DocumentEvidence
{
    private const int LongestPair = 2;

    /// <summary>Compares a document with a question.</summary>
    public DocumentEvidence(QuestionAnalysis question, TermCoverage coverage, IndexedDocument indexed)
    {
        var document = indexed.Document;
        Indexed = indexed;
        var title = TitleKey.CoreOf(document.Title);
        TitleTerms = coverage.In(document.Title);
        TitleShare = ShareOfPairs(title, question.Letters);
        IsNamed = title.Length > 3 && question.Letters.Contains(title, StringComparison.Ordinal);
        Quoted = question.Names.Count == 0 ? 0 : (float)question.Names.Max(name => TitleKey.Likeness(name, title));
        IsNumbered = question.NamesNumber(document.DocumentNumber);
        Place = question.Agree(document.Region);
        Years = question.Years.Count == 0 ? 0 : question.Years.Count(year => IsOf(document, year)) / (float)question.Years.Count;
    }

    /// <summary>The document.</summary>
    public IndexedDocument Indexed { get; }

    /// <summary>The terms of the question that its title holds.</summary>
    public ulong TitleTerms { get; }

    /// <summary>What share of its title's pairs of letters the question holds.</summary>
    public float TitleShare { get; }

    /// <summary>Whether the question holds its title.</summary>
    public bool IsNamed { get; }

    /// <summary>How alike its title is to a name in 《》.</summary>
    public float Quoted { get; }

    /// <summary>Whether the question names its 文号.</summary>
    public bool IsNumbered { get; }

    /// <summary>How its place agrees.</summary>
    public PlaceAgreement Place { get; }

    /// <summary>What share of the question's years it is of.</summary>
    public float Years { get; }

    /// <summary>The best score of its candidates.</summary>
    public float Best { get; set; } = float.NegativeInfinity;

    /// <summary>How many of its passages are among the first candidates.</summary>
    public int AmongFirst { get; set; }

    /// <summary>Adds the features that passages and findings have of their document in common.</summary>
    public void AddTo(ref FeatureRow row, QuestionAnalysis question)
    {
        row.Add("place.same", Place == PlaceAgreement.Same);
        row.Add("place.within", Place == PlaceAgreement.Within);
        row.Add("place.around", Place == PlaceAgreement.Around);
        row.Add("place.national", Place == PlaceAgreement.National);
        row.Add("place.other", Place == PlaceAgreement.Other);
        row.Add("place.unknown", Place == PlaceAgreement.Unknown);
        row.Add("place.country", question.IsNational && Indexed.Document.Region is ["国家", ..]);
        row.Add("year.share", Years);
        row.Add("year.none", question.Years.Count > 0 && Years == 0);
        row.Add("name.title", TitleShare);
        row.Add("name.whole", IsNamed);
        row.Add("name.quoted", Quoted);
        row.Add("name.otherQuoted", question.Names.Count > 0 && Quoted < 0.5f);
        row.Add("name.number", IsNumbered);
        row.Add("document.news", Indexed.Document.Kind == "新闻");
        row.Add("document.report", Indexed.Document.ReportOf is not null);
    }

    /// <summary>Whether a document is of a year: by its date, the years it plans for, or its title.</summary>
    public static bool IsOf(PolicyDocument document, int year) =>
        document.Date?.Year == year || (Bounds(document.Period) is var (first, last) && first <= year && year <= last)
        || document.Title.Contains(year.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);

    private static (int First, int Last)? Bounds(string? period) =>
        period?.Split('-') is [var first, var last]
        && int.TryParse(first, NumberStyles.None, CultureInfo.InvariantCulture, out var from)
        && int.TryParse(last, NumberStyles.None, CultureInfo.InvariantCulture, out var to) ? (from, to) : null;

    private static float ShareOfPairs(string title, string question)
    {
        if (title.Length < LongestPair) return 0;
        var shared = 0;
        for (var i = 0; i + LongestPair <= title.Length; i++)
        {
            if (question.AsSpan().Contains(title.AsSpan(i, LongestPair), StringComparison.Ordinal)) shared++;
        }

        return shared / (float)(title.Length - LongestPair + 1);
    }
}
