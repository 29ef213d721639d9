using H2Ask.Core.Corpus.Describing;
using H2Ask.Core.Retrieval;
using H2Ask.Core.Text;

namespace H2Ask.Core.Answering.Checking;

/// <summary>A passage with what is known of its document, as a source that may prove claims.</summary>
internal sealed class PassageSource
{
    /// <summary>Quotes of more clauses prove anything and show nothing.</summary>
    private const int MostClauses = 16;

    /// <summary>What share of a claim's words, by weight, must stand in the passage and what its document is.</summary>
    private const float LeastCovered = 0.75f;

    /// <summary>What share must stand in the passage itself.</summary>
    private const float LeastQuoted = 0.4f;

    /// <summary>What share of each of its clauses' words: or a short clause that says something else could hang on to a long one.</summary>
    private const float LeastOfClause = 0.25f;

    /// <summary>A quote, with what its document is, holds nearly as much of the claim's words as the whole passage would.</summary>
    private const float SpareShare = 0.92f;

    private readonly SearchHit _hit;
    private readonly IReadOnlyList<Clause> _clauses;
    private readonly string _context;
    private readonly HashSet<ulong> _contextTerms;
    private readonly IReadOnlyList<PlaceMention> _documentPlaces;
    private readonly string _title;

    /// <summary>Reads a passage.</summary>
    public PassageSource(SearchHit hit)
    {
        _hit = hit;
        _clauses = ClauseReader.Read(hit.Passage.Text);
        var document = hit.Document.Document;
        _title = TitleKey.Of(document.Title);
        var context = string.Join('|', [document.Title, .. document.Issuers, string.Concat(document.Region), .. hit.Passage.Section]);
        _context = DenseText.Of(context).Text;
        _contextTerms = ClauseReader.TermsOf(_context);
        _documentPlaces = [.. Gazetteer.China.Find(_context, 0, _context.Length)];
    }

    private bool IsNational => _hit.Document.Document.Region is ["国家", ..];

    /// <summary>The shortest run of clauses that proves a claim; null where none does.</summary>
    /// <param name="claim">The claim.</param>
    /// <param name="meant">The places that a claim which names none will be taken for.</param>
    public Proof? Prove(Claim claim, IReadOnlyList<PlaceMention> meant)
    {
        if (claim.Words.Count == 0 || _clauses.Count == 0 || !IsOfPlaces(claim, meant) || !PairsFigures(claim) || HasRivals(claim)) return null;
        var coverage = new ClaimCoverage(claim, _clauses, _contextTerms);
        var (quoted, covered) = coverage.Of(0, _clauses.Count - 1);
        if (quoted < LeastQuoted || covered < LeastCovered) return null;
        var enough = Math.Max(LeastCovered, SpareShare * covered);
        for (var length = 1; length <= Math.Min(MostClauses, _clauses.Count); length++)
        {
            for (var first = 0; first + length <= _clauses.Count; first++)
            {
                var (ownShare, share) = coverage.Of(first, first + length - 1);
                if (ownShare < LeastQuoted || share < enough) continue;
                var run = _clauses.Skip(first).Take(length).ToList();
                // More clauses would only hide that these say the opposite.
                if (HoldsFacts(claim, run)) return IsTurnedRound(claim, run) ? null : Quote(run);
            }
        }

        return null;
    }

    private Proof Quote(List<Clause> run) => new(_hit, new TextSpan(run[0].Span.Start, run[^1].Span.End));

    private bool HoldsFacts(Claim claim, List<Clause> run)
    {
        if (!claim.Clauses.SelectMany(clause => clause.Figures).All(figure => run.Exists(clause => clause.Figures.Any(source => States(source, figure))))) return false;
        var quote = string.Concat(run.Select(clause => clause.Dense));
        var evidence = $"{quote}|{_context}";
        var places = run.SelectMany(clause => clause.Places).Concat(_documentPlaces).ToList();
        return claim.Places.All(place => places.Exists(other => IsWithin(other, place)))
            && claim.Titles.All(title => _title.Contains(title, StringComparison.Ordinal) || TitleKey.Of(quote).Contains(title, StringComparison.Ordinal))
            && claim.Codes.All(code => evidence.Contains(code, StringComparison.OrdinalIgnoreCase))
            && (!claim.IsNational || IsNational || claim.Clauses.All(clause => NamesNation(clause.Dense, evidence)))
            && (!claim.IsBinding || Claim.Binds(quote))
            && BodyMentions.AllStandIn(claim.Dense, evidence)
            && claim.Clauses.All(clause => IsCovered(clause, claim, run));
    }

    private bool IsCovered(Clause clause, Claim claim, List<Clause> run)
    {
        var words = claim.Words.Where(word => clause.Terms.Contains(word.Term)).ToList();
        var found = words.Where(word => _contextTerms.Contains(word.Term) || run.Exists(source => source.Terms.Contains(word.Term)));
        return found.Sum(word => word.Weight) >= LeastOfClause * words.Sum(word => word.Weight);
    }

    private static bool NamesNation(string claim, string evidence) =>
        ((string[])["全国", "国家", "我国", "中央", "国务院"]).All(name => !claim.Contains(name, StringComparison.Ordinal) || evidence.Contains(name, StringComparison.Ordinal));

    /// <summary>Whether a claim that names no place would be taken for one that the document is not of.</summary>
    private bool IsOfPlaces(Claim claim, IReadOnlyList<PlaceMention> meant)
    {
        if (claim.Places.Count > 0 || claim.Titles.Count > 0 || meant.Count == 0 || _documentPlaces.Count == 0 || IsNational) return true;
        return meant.Any(place => _documentPlaces.Any(other => Agree(place, other)) || _clauses.Any(clause => clause.Places.Any(other => IsWithin(other, place))));
    }

    private bool States(StatedFigure source, StatedFigure claimed)
    {
        if (!claimed.IsStatedBy(source)) return false;
        var places = source.Places.Count > 0 ? source.Places : _documentPlaces;
        return places.Count == 0 || claimed.Places.All(place => places.Any(other => Agree(place, other)));
    }

    /// <summary>Whether figures that a claim joins stand together here: of 2025年500亿元，2030年1000亿元 nobody may make 2030年500亿元.</summary>
    private bool PairsFigures(Claim claim)
    {
        foreach (var segment in claim.Clauses.GroupBy(clause => clause.Segment))
        {
            StatedFigure[] figures = [.. segment.SelectMany(clause => clause.Figures)];
            for (var i = 1; i < figures.Length; i++)
            {
                var partner = figures[..i].LastOrDefault(figure => figure.Unit != figures[i].Unit);
                if (partner is not null && !StandTogether(partner, figures[i])) return false;
            }
        }

        return true;
    }

    private bool StandTogether(StatedFigure partner, StatedFigure figure)
    {
        var all = _clauses.SelectMany(clause => clause.Figures.Select(found => (Figure: found, clause.Segment))).ToList();
        for (var at = 0; at < all.Count; at++)
        {
            if (!States(all[at].Figure, figure)) continue;
            var segment = all[at].Segment;
            var found = all.FindLastIndex(at, at + 1, other => other.Segment == segment && other.Figure.Unit == partner.Unit);
            if (found < 0) found = all.FindIndex(at, other => other.Segment == segment && other.Figure.Unit == partner.Unit);
            if (found < 0) found = all.FindLastIndex(at, at + 1, other => other.Figure.Unit == partner.Unit);
            if (found >= 0 && partner.IsStatedBy(all[found].Figure)) return true;
        }

        return false;
    }

    /// <summary>Whether what a claim says of a figure is said here of another figure of the same unit rather than of this one.</summary>
    private bool HasRivals(Claim claim)
    {
        foreach (var clause in claim.Clauses)
        {
            foreach (var figure in clause.Figures)
            {
                // A date often stands in a clause of its own: of dates the whole segments compete.
                var parts = _clauses.GroupBy(source => figure.Unit == StatedFigure.Date ? source.Segment : source.Span.Start).ToLookup(part => part.Any(source => source.Figures.Any(found => States(found, figure))));
                var rivals = parts[false].Where(part => part.Any(source => source.Figures.Any(found => found.Unit == figure.Unit)));
                if (rivals.Select(Overlap).DefaultIfEmpty().Max() > parts[true].Select(Overlap).DefaultIfEmpty().Max()) return true;
            }

            int Overlap(IEnumerable<Clause> part) => claim.Words.Count(word => clause.Terms.Contains(word.Term) && part.Any(source => source.Terms.Contains(word.Term)));
        }

        return false;
    }

    /// <summary>Whether the claim denies what the run affirms, or affirms what it denies.</summary>
    private bool IsTurnedRound(Claim claim, List<Clause> run)
    {
        var claimDenied = claim.Clauses.SelectMany(clause => clause.Denials.Denied).ToList();
        var runDenied = run.SelectMany(clause => clause.Denials.Denied).ToList();
        if (claimDenied.Exists(denied => !runDenied.Exists(other => other.Overlaps(denied)))) return true;
        return runDenied.Exists(denied => denied.Any(pair =>
            claim.Clauses.Any(clause => clause.Denials.Affirmed.Contains(pair))
            && !claimDenied.Exists(other => other.Contains(pair))
            && !_context.Contains(pair, StringComparison.Ordinal)
            && !run.Exists(clause => clause.Denials.Affirmed.Contains(pair))));
    }

    private static bool Agree(PlaceMention one, PlaceMention other) => IsWithin(one, other) || IsWithin(other, one);

    private static bool IsWithin(PlaceMention inner, PlaceMention outer) => inner.Candidates.Any(place => outer.Candidates.Any(place.IsWithin));
}
