using System.Globalization;
using H2Ask.Core.Corpus.Splitting;

namespace H2Ask.Core.Corpus.Describing;

/// <summary>Links the documents of a corpus by their titles: reports to what they report on, documents to what takes their place.</summary>
internal static class DocumentRelations
{
    private const int ShortestCore = 8;
    private const int ShortestName = 6;

    /// <summary>The documents with their links filled in, in their order.</summary>
    public static IReadOnlyList<PolicyDocument> Link(IReadOnlyList<DescribedDocument> described)
    {
        ArgumentNullException.ThrowIfNull(described);
        var policies = described.Where(document => document.Role != DocumentRole.Report).Select(document => new Edition(document)).ToList();
        var byKey = policies.Where(edition => edition.Key.Length >= ShortestName).ToLookup(edition => edition.Key);
        var byCore = policies.Where(edition => edition.Core.Length >= ShortestCore).ToLookup(edition => edition.Core);
        var byNumber = policies.Where(edition => edition.Document.DocumentNumber is not null).ToLookup(edition => edition.Document.DocumentNumber!);
        var superseded = new Dictionary<string, string>();
        foreach (var editions in byCore) Supersede(editions, superseded);
        // Where several put one out of force, the first did.
        var repealed = new HashSet<string>();
        foreach (var document in described.OrderBy(document => document.Document.Date is null).ThenBy(document => document.Document.Date)) Repeal(document, byKey, byNumber, superseded, repealed);
        return
        [
            .. described.Select(document => document.Document with
            {
                ReportOf = document.RelatedId ?? ReportedBy(document, byKey, byCore),
                SupersededBy = superseded.GetValueOrDefault(document.Document.Id),
            }),
        ];
    }

    private static string? ReportedBy(DescribedDocument report, ILookup<string, Edition> byKey, ILookup<string, Edition> byCore)
    {
        if (report.ReportedTitle is not { } title) return null;
        var core = TitleKey.CoreOf(title);
        var period = TitleWords.PeriodOf(DenseText.Of(title).Text);
        var named = byKey[TitleKey.Of(title)];
        var candidates = named.Any() || core.Length < ShortestCore ? named : byCore[core].Where(edition => edition.Period == period);
        return candidates.Where(edition => Nested(edition.Document.Region, report.Document.Region))
            .OrderByDescending(edition => edition.Document.File == report.Document.File)
            .ThenBy(edition => Math.Abs(edition.Document.Start - report.Document.Start))
            .FirstOrDefault()?.Document.Id;
    }

    /// <summary>Of documents of one place that differ in years, edition or status only, each gives way to the next.</summary>
    private static void Supersede(IEnumerable<Edition> editions, Dictionary<string, string> superseded)
    {
        foreach (var series in editions.Where(edition => edition.Document.Region.Count > 0).GroupBy(edition => string.Join('/', edition.Document.Region)))
        {
            var ordered = series.OrderBy(edition => edition.Rank).ThenBy(edition => edition.Document.Date).ToList();
            for (var i = 0; i < ordered.Count; i++)
            {
                var next = ordered.Skip(i + 1).FirstOrDefault(later => later.TakesPlaceOf(ordered[i]));
                if (next is not null) superseded.TryAdd(ordered[i].Document.Id, next.Document.Id);
            }
        }
    }

    private static void Repeal(DescribedDocument document, ILookup<string, Edition> byKey, ILookup<string, Edition> byNumber, Dictionary<string, string> superseded, HashSet<string> repealed)
    {
        foreach (var name in document.Repeals)
        {
            foreach (var edition in byNumber[name].Concat(byKey[TitleKey.Of(name)]))
            {
                var isOther = edition.Document.Id != document.Document.Id && edition.Key != TitleKey.Of(document.Document.Title);
                if (!isOther || repealed.Contains(edition.Document.Id) || IsOlder(document.Document, edition.Document)) continue;
                if (GivesWayTo(document.Document.Id, edition.Document.Id, superseded)) continue;
                superseded[edition.Document.Id] = document.Document.Id;
                repealed.Add(edition.Document.Id);
            }
        }
    }

    /// <summary>Whether every day that the one date can mean is before every day of the other.</summary>
    private static bool IsOlder(PolicyDocument document, PolicyDocument other) =>
        document.Date is { } date && other.Date is { } otherDate && date.LastDay() < new DateOnly(otherDate.Year, otherDate.Month ?? 1, otherDate.Day ?? 1);

    /// <summary>Whether a document gives way to another, if need be over several in between; then the other cannot give way to it.</summary>
    private static bool GivesWayTo(string document, string other, Dictionary<string, string> superseded)
    {
        while (superseded.TryGetValue(document, out var next))
        {
            if (next == other) return true;
            document = next;
        }

        return false;
    }

    private static bool Nested(IReadOnlyList<string> left, IReadOnlyList<string> right)
    {
        var shared = Math.Min(left.Count, right.Count);
        return left.Take(shared).SequenceEqual(right.Take(shared));
    }

    /// <summary>A document as one of the editions of a title.</summary>
    private sealed class Edition
    {
        public Edition(DescribedDocument described)
        {
            Document = described.Document;
            var title = DenseText.Of(Document.Title).Text;
            Key = TitleKey.Of(Document.Title);
            Core = TitleKey.CoreOf(Document.Title);
            Period = TitleWords.PeriodOf(title);
            var year = Period is { } period ? int.Parse(period.AsSpan(0, 4), CultureInfo.InvariantCulture) : TitleWords.EditionYearOf(title) ?? 0;
            Rank = (year, Document.Status switch { TitleWords.Draft => 0, TitleWords.Revised => 2, _ => 1 });
        }

        public PolicyDocument Document { get; }

        public string Key { get; }

        public string Core { get; }

        public string? Period { get; }

        public (int Year, int Step) Rank { get; }

        /// <summary>Whether it is a later edition; where both name issuers they share one, and no date speaks against it.</summary>
        public bool TakesPlaceOf(Edition other)
        {
            if (Rank.CompareTo(other.Rank) <= 0 || Document.Status == TitleWords.Draft) return false;
            if (Rank.Year != other.Rank.Year && (Rank.Year == 0 || (other.Rank.Year == 0 && Document.Status != TitleWords.Revised))) return false;
            if (Document.Date is { } date && other.Document.Date is { } otherDate && date < otherDate) return false;
            var isNational = Document.Region[0] == RegionEvidence.Country[0];
            var bothNameIssuers = Document.Issuers.Count > 0 && other.Document.Issuers.Count > 0;
            return !isNational || !bothNameIssuers || Document.Issuers.Intersect(other.Document.Issuers).Any();
        }
    }
}
