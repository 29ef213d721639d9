using System.Globalization;
using H2Ask.Core.Corpus.Reading;
using H2Ask.Core.Corpus.Splitting;

namespace H2Ask.Core.Corpus.Describing;

/// <summary>
/// Describes the documents of a text: number, issuers, place, kind, status, dates, period. What the text does not say stays empty.
/// One describer goes through all stretches of a file, since it counts the documents that share a title.
/// </summary>
internal sealed class DocumentDescriber
{
    private const string News = "新闻";

    // Keyed by the first id of a title, not its text: it lives as long as the file, and a file may hold millions of titles.
    private readonly Dictionary<ulong, int> _occurrences = [];

    /// <summary>Describes all drafts of a text, in their order.</summary>
    public IReadOnlyList<DescribedDocument> Describe(SourceText source, IReadOnlyList<DraftDocument> drafts)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(drafts);
        var readings = drafts.Select(draft => DraftReading.Of(source, draft)).ToList();
        var articlePlaces = readings.Select(PlaceOfArticle).ToList();
        var articles = ArticlesAround(readings);
        var documents = new PolicyDocument[drafts.Count];
        for (var i = 0; i < drafts.Count; i++)
        {
            if (readings[i].Lead is null) documents[i] = OfPolicy(source, readings, articlePlaces, articles[i], i);
        }

        for (var i = 0; i < drafts.Count; i++)
        {
            if (readings[i].Lead is not { } lead) continue;
            var related = Related(drafts, i);
            documents[i] = OfReport(source, readings[i], lead, articlePlaces[i], related >= 0 ? documents[related] : null);
        }

        var described = Identify(documents).Select((document, i) => new DescribedDocument
        {
            Document = document,
            Role = drafts[i].Role,
            ReportedTitle = readings[i].Lead is { } lead ? ReportedTitle(lead, drafts, i) : null,
            Repeals = readings[i].Lead is null ? Repeals.In(readings[i].Text) : [],
        }).ToList();
        return WithRelatedIds(described, drafts);
    }

    private static RegionEvidence PlaceOfArticle(DraftReading reading) =>
        reading.Lead is { } lead ? RegionFinder.OfReport(reading.Title, reading.Text, lead.Bodies, Fold(lead.Reported)) : RegionEvidence.None;

    private static string Fold(string? title) => title is null ? string.Empty : DenseText.Of(title).Text;

    private static PolicyDocument OfPolicy(SourceText source, List<DraftReading> readings, List<RegionEvidence> articlePlaces, int article, int index)
    {
        var reading = readings[index];
        var number = reading.Head.Number ?? DocumentNumber.Find(reading.Text, reading.Title, reading.Signature) ?? reading.Enactment.Number;
        var issuers = IssuersOf(reading, number);
        var notice = reading is { Notice: { } issuing, NoticeBelongs: true } ? issuing.Issuer + issuing.Subject : string.Empty;
        var region = RegionFinder.OfPolicy(reading.Title, notice, issuers, number, reading.Text, article >= 0 ? articlePlaces[article].Path : []);
        var saidAround = article >= 0 && readings[article].SpeaksOfDraft() ? TitleWords.Draft : TitleWords.Final;
        var status = TitleWords.StatusOf(reading.Title) ?? StatusOfText(reading) ?? saidAround;
        var kind = TitleWords.KindOf(reading.Title, reading.Text);
        var issued = IssueDate.Of(reading);
        var published = reading.Fields.Published;
        var start = status == TitleWords.Draft ? null : reading.Enactment.Made ?? issued ?? published;
        var validity = Validity.Of(reading.Text, reading.Title, start, IsPlan(kind), isReport: false);
        return Begin(source, reading) with
        {
            DocumentNumber = number,
            Issuers = issuers,
            Region = region.Path,
            Kind = kind,
            Status = status,
            IssueDate = issued,
            PublicationDate = published,
            EffectiveFrom = validity.EffectiveFrom ?? reading.Fields.Effective ?? reading.Enactment.Effective,
            ValidUntil = validity.ValidUntil ?? reading.Fields.Expires,
            Period = TitleWords.PeriodOf(reading.Title) ?? TitleWords.StatedPeriodOf(reading.Text),
            Excerpt = Excerpts.IsExcerpt(reading),
            Remarks = RemarksOn(reading, region),
        };
    }

    private static PolicyDocument OfReport(SourceText source, DraftReading reading, ReportLead lead, RegionEvidence place, PolicyDocument? related)
    {
        // News that names no place is news of the whole country.
        var region = related is { Region.Count: > 0 } ? related.Region : place.Path.Count > 0 ? place.Path : RegionEvidence.Country;
        var reported = Fold(lead.Reported);
        var status = related?.Status ?? (reading.SpeaksOfDraft() ? TitleWords.Draft : TitleWords.StatusOf(reported) ?? TitleWords.Final);
        var validity = Validity.Of(reading.Text, reading.Title, null, isPlan: false, isReport: true);
        var other = place.Contradiction ?? (IsElsewhere(place.Path, region) ? string.Concat(place.Path) : null);
        return Begin(source, reading) with
        {
            Issuers = lead.Bodies,
            Region = region,
            Kind = News,
            Status = status,
            PublicationDate = PublishedOn(lead, related),
            EffectiveFrom = validity.EffectiveFrom,
            ValidUntil = validity.ValidUntil,
            Remarks = other is null || region[^1] == other ? [] : [$"文章标题写的是{other}，所报道的文件属于{string.Concat(region)}。"],
        };
    }

    private static PolicyDocument Begin(SourceText source, DraftReading reading) => new()
    {
        Id = string.Empty,
        File = source.File,
        Start = source.Offset + reading.Draft.Span.Start,
        End = source.Offset + reading.Draft.Span.End,
        Title = reading.Draft.Title,
    };

    private static bool IsPlan(string kind) => kind is "规划" or "计划" or "纲要" or "方案" or "要点";

    /// <summary>Whether an article speaks of another place, or only of the province, where its document is that of a city.</summary>
    private static bool IsElsewhere(IReadOnlyList<string> place, IReadOnlyList<string> region) =>
        place.Count > 0 && place[0] != RegionEvidence.Country[0] && !place.Take(region.Count).SequenceEqual(region);

    private static IReadOnlyList<string> IssuersOf(DraftReading reading, string? number)
    {
        if (reading.Head.Bodies.Count > 0) return reading.Head.Bodies;
        if (reading.Signature is { Bodies.Count: > 0 } signature) return signature.Bodies;
        if (reading.Fields.Bodies.Count > 0) return reading.Fields.Bodies;
        var named = DenseText.Of(reading.Notice?.Issuer ?? string.Empty);
        if (BodyNames.Before(named, named.Length, out _) is { Count: > 0 } bodies) return bodies;
        if (reading.IssuersInFront() is { Count: > 0 } inFront) return inFront;
        var about = reading.Title.IndexOf("关于", StringComparison.Ordinal);
        if (about > 0 && BodyNames.Split(DenseText.Of(reading.Draft.Title), 0, about) is { Count: > 0 } inTitle) return inTitle;
        if (reading.Enactment.Bodies.Count > 0) return reading.Enactment.Bodies;
        if (about > 0) return [];
        // A decree is signed by a person; its number names the body.
        var decree = number?.LastIndexOf('令') ?? -1;
        return decree > 0 ? BodyNames.Split(DenseText.Of(number!), 0, decree) : [];
    }

    private static string? StatusOfText(DraftReading reading)
    {
        if (reading is not { Notice: { } notice, NoticeBelongs: true }) return reading.StatusBehindTitle();
        return notice.AsksForComments ? TitleWords.Draft : TitleWords.StatusOf(notice.Subject) ?? reading.StatusBehindTitle();
    }

    private static List<string> RemarksOn(DraftReading reading, RegionEvidence region)
    {
        var remarks = new List<string>();
        if (region.Contradiction is { } other) remarks.Add($"标题写的是{other}，正文属于{string.Concat(region.Path)}。");
        if (!reading.NoticeBelongs) remarks.Add($"前面的通知印发的是《{reading.Notice!.Subject}》，与本文件不一致，其日期未采用。");
        return remarks;
    }

    /// <summary>The day of the month is the article's; its year the article's too, or the first such day after the document was issued.</summary>
    private static PolicyDate? PublishedOn(ReportLead lead, PolicyDocument? related)
    {
        if (lead.Published is not { } published) return null;
        var year = published.Year;
        if (year is null && related?.IssueDate is { Day: not null } issued)
        {
            year = issued.Year;
            if ((published.Month, published.Day).CompareTo((issued.Month!.Value, issued.Day.Value)) < 0) year++;
        }

        if (year is not { } known || published.Day > DateTime.DaysInMonth(known, published.Month)) return null;
        return new PolicyDate(known, published.Month, published.Day);
    }

    private static string? ReportedTitle(ReportLead lead, IReadOnlyList<DraftDocument> drafts, int index) =>
        Related(drafts, index) is var related && related >= 0 && !drafts[related].Unnamed && drafts[related].Title.Length > 0 ? drafts[related].Title : lead.Reported;

    private static int Related(IReadOnlyList<DraftDocument> drafts, int index)
    {
        var related = drafts[index].RelatedTo;
        return related >= 0 && related < drafts.Count && drafts[related].Role != DocumentRole.Report ? related : -1;
    }

    /// <summary>Of each document the article that it is reprinted in: the first that names it, else the last before it; -1 where it is no reprint.</summary>
    private static int[] ArticlesAround(List<DraftReading> readings)
    {
        var around = new int[readings.Count];
        Array.Fill(around, -1);
        for (var i = 0; i < around.Length; i++)
        {
            if (readings[i] is { Lead: not null, Draft.RelatedTo: var named } && named >= 0 && named < around.Length && around[named] < 0) around[named] = i;
        }

        var last = -1;
        for (var i = 0; i < around.Length; i++)
        {
            if (readings[i].Draft.Role != DocumentRole.Reprint) (around[i], last) = (-1, readings[i].Lead is null ? -1 : i);
            else if (around[i] < 0) around[i] = last;
        }

        return around;
    }

    private static List<DescribedDocument> WithRelatedIds(List<DescribedDocument> described, IReadOnlyList<DraftDocument> drafts)
    {
        for (var i = 0; i < described.Count; i++)
        {
            var related = described[i].Role == DocumentRole.Report ? Related(drafts, i) : -1;
            if (related >= 0) described[i] = described[i] with { RelatedId = described[related].Document.Id };
        }

        return described;
    }

    private IEnumerable<PolicyDocument> Identify(PolicyDocument[] documents)
    {
        foreach (var document in documents)
        {
            var first = DocumentId.Of(document.File, document.Title, 0);
            var key = ulong.Parse(first, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            var occurrence = _occurrences.GetValueOrDefault(key);
            _occurrences[key] = occurrence + 1;
            yield return document with { Id = occurrence == 0 ? first : DocumentId.Of(document.File, document.Title, occurrence) };
        }
    }
}
