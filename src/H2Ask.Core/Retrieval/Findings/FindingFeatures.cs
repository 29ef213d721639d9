using System.Buffers;
using System.Globalization;
using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using H2Ask.Core.Index;
using H2Ask.Core.Text;

namespace H2Ask.Core.Retrieval.Findings;

/// <summary>
/// What is known of each finding: of its passage and document, and of itself. The model that ships knows the features by their order, so
/// whoever changes them trains it anew.
/// </summary>
internal sealed class FindingFeatures
{
    /// <summary>No row is longer.</summary>
    public const int Most = 180;

    /// <summary>What stands in openings, which say why a document was made and not what it says.</summary>
    private static readonly SearchValues<string> Preambles =
        SearchValues.Create(["为指导", "特制定", "制定本", "现印发", "请认真", "请结合实际", "贯彻落实党", "编制本"], StringComparison.Ordinal);

    private static readonly SearchValues<char> ClauseEnds = SearchValues.Create("，。；,;");
    private static readonly string[] UnmetNames = [.. Enumerable.Range(0, MeaningDirections.Count).Select(i => $"unmet.{i}")];

    private readonly string _text;
    private readonly IReadOnlyList<SearchHit> _hits;
    private readonly IReadOnlyList<Finding> _findings;
    private readonly QuestionAnalysis _question;
    private readonly TermCoverage _coverage;
    private readonly DocumentEvidence[] _documents;
    private readonly ulong[] _headings;
    private readonly ulong[] _heading;
    private readonly TokenFeatures? _tokens;
    private readonly AskedKind? _kind;
    private readonly AnswerSigns _signs;
    private readonly int _asked;
    private readonly bool _asksDefinition;

    /// <summary>How many findings of its passage have a mark of the same kind, itself included; 0 of one without a mark.</summary>
    private readonly int[] _alike;

    /// <summary>What of the question the sentence holds that leads in to an item of a list.</summary>
    private readonly ulong[] _leadIns;
    private readonly string[] _placeNames;
    private readonly string[] _yearNames;
    private readonly float[] _placesAround;
    private readonly float[] _yearsAround;
    private readonly ulong[] _passages;
    private readonly float[] _shares;
    private readonly ulong[] _terms;
    private readonly float[] _local;
    private readonly float[] _near;
    private readonly int[] _nearRank;
    private readonly float[] _nearInPassage;
    private readonly float _nearest;
    private readonly float[] _held;
    private readonly float _mostHeld;
    private readonly int[] _count;

    /// <summary>Looks at the findings of all hits.</summary>
    public FindingFeatures(IPassageIndex index, string question, IReadOnlyList<SearchHit> hits, IReadOnlyList<Finding> findings, CancellationToken cancelled)
    {
        _text = question;
        _hits = hits;
        _findings = findings;
        _question = QuestionAnalysis.Of(question);
        _kind = AskedKind.Of(question);
        _signs = AnswerSigns.Of(question);
        _asked = AskedCount.Of(question);
        _asksDefinition = AskedDefinition.IsIn(question);
        _alike = CountAlike(findings);
        _placeNames = [.. _question.PlaceNames];
        _yearNames = [.. _question.NamedYears.Select(year => year.ToString(CultureInfo.InvariantCulture))];
        _placesAround = [.. hits.Select(hit => Named(_placeNames, hit.Names))];
        _yearsAround = [.. hits.Select(hit => Named(_yearNames, hit.Names))];
        _coverage = new TermCoverage(index, question);
        _documents = new DocumentEvidence[hits.Count];
        var known = new Dictionary<string, DocumentEvidence>();
        for (var i = 0; i < hits.Count; i++)
        {
            if (!known.TryGetValue(hits[i].Document.Document.Id, out var document))
            {
                known.Add(hits[i].Document.Document.Id, document = new DocumentEvidence(_question, _coverage, hits[i].Document));
            }

            _documents[i] = document;
        }

        _headings = new ulong[hits.Count];
        _heading = new ulong[hits.Count];
        _passages = new ulong[hits.Count];
        _count = new int[hits.Count];
        for (var i = 0; i < hits.Count; i++)
        {
            foreach (var line in hits[i].Passage.Section) _headings[i] |= _heading[i] = _coverage.In(line);
        }

        _terms = [.. findings.Select(finding => _coverage.In(finding.Words))];
        for (var i = 0; i < findings.Count; i++)
        {
            _count[findings[i].Hit]++;
            _passages[findings[i].Hit] |= _terms[i];
        }

        _leadIns = [.. findings.Select(finding => finding.LeadIn is { } leadIn ? _coverage.In(leadIn) : 0)];
        ulong[] inPlace = [.. findings.Select((_, i) => _terms[i] | PlaceTerms(i))];
        _local = _coverage.WeightsAmong(inPlace);
        _held = Array.ConvertAll(inPlace, _coverage.Share);
        _mostHeld = _held.DefaultIfEmpty().Max();
        _shares = Softmax([.. hits.Select(hit => hit.Score)]);
        _tokens = TokenFeatures.Of(index.Embedder, question, hits, findings, cancelled);
        _near = [.. findings.Select((_, i) => _tokens?.Nearness(i) ?? 0)];
        _nearest = _near.DefaultIfEmpty().Max();
        _nearRank = new int[findings.Count];
        var order = Enumerable.Range(0, findings.Count).OrderByDescending(i => _near[i]).ToArray();
        for (var i = 0; i < order.Length; i++) _nearRank[order[i]] = i;
        _nearInPassage = new float[hits.Count];
        Array.Fill(_nearInPassage, float.NegativeInfinity);
        for (var i = 0; i < findings.Count; i++) _nearInPassage[findings[i].Hit] = Math.Max(_nearInPassage[findings[i].Hit], _near[i]);
    }

    /// <summary>What the question says.</summary>
    public QuestionAnalysis Question => _question;

    /// <summary>Whether the question asks for a figure.</summary>
    public bool AsksFigure => _kind is { IsFigure: true };

    /// <summary>Writes the features of a finding.</summary>
    /// <returns>How many there are.</returns>
    public int Write(int number, Span<float> values, List<string>? names = null)
    {
        var row = new FeatureRow(values, names);
        var finding = _findings[number];
        AddPassage(ref row, finding);
        AddDocument(ref row, _documents[finding.Hit]);
        AddMeaning(ref row, number, finding);
        AddWords(ref row, number, finding);
        AddAnswer(ref row, number, finding);
        AddForm(ref row, number, finding);
        AddQuestion(ref row);
        AddUnmet(ref row, number);
        return row.Count;
    }

    /// <summary>How near a finding is under its title, as a whole.</summary>
    public float Near(int number) => _near[number];

    /// <summary>What share of the question a finding, its title and its headings hold.</summary>
    public float Covered(int number) => _held[number];

    /// <summary>How much of the question's tokens a finding's passage, title and headings meet; 0 where none can be compared.</summary>
    public float TokensInPassage(int number) => _tokens?.InPassage(number) ?? 0;

    /// <summary>The same for a finding with title and headings.</summary>
    public float TokensInPlace(int number) => _tokens?.InPlace(number) ?? 0;

    /// <summary>Whether a finding gives what is asked for, by its kind: 1 or -1; 0 where none is asked for.</summary>
    public float Given(int number) => _kind is null ? 0 : _kind.IsIn(_findings[number].Words) ? 1 : -1;

    /// <summary>How many signs of an answer to such a question a finding lacks.</summary>
    public int CountLacking(int number) => _signs.CountLacking(_findings[number].LeadIn + _findings[number].Words);

    /// <summary>How many of the places asked for are named in a finding, around it or in its title: from -1 to 1; 0 where none is asked for.</summary>
    public float Placed(int number) => _placesAround[_findings[number].Hit];

    /// <summary>Whether a finding is an item of a list of so many, or leads in to it.</summary>
    private bool IsOneOf(int number, int count)
    {
        var leadsIn = _alike[number] == 0 && number + 1 < _alike.Length && _findings[number + 1].Hit == _findings[number].Hit;
        return _alike[leadsIn ? number + 1 : number] == count;
    }

    private static int[] CountAlike(IReadOnlyList<Finding> findings)
    {
        var kinds = new string?[findings.Count];
        var counts = new Dictionary<(int Hit, string Kind), int>();
        for (var i = 0; i < kinds.Length; i++)
        {
            kinds[i] = ItemMark.KindOf(findings[i].Words);
            if (kinds[i] is { } kind) CollectionsMarshal.GetValueRefOrAddDefault(counts, (findings[i].Hit, kind), out _)++;
        }

        return [.. kinds.Select((kind, i) => kind is null ? 0 : counts[(findings[i].Hit, kind)])];
    }

    private static float[] Softmax(float[] scores)
    {
        if (scores.Length == 0) return scores;
        var shares = new float[scores.Length];
        TensorPrimitives.SoftMax<float>(scores, shares);
        return shares;
    }

    private void AddPassage(ref FeatureRow row, Finding finding)
    {
        row.Add("passage.rank", 1f / (1 + finding.Hit));
        row.Add("passage.gap", _hits[finding.Hit].Score - _hits[0].Score);
        row.Add("passage.share", _shares[finding.Hit]);
        row.Add("passage.first", finding.Hit == 0);
        row.Add("passage.sentences", MathF.Log(1 + _count[finding.Hit]));
    }

    private void AddDocument(ref FeatureRow row, DocumentEvidence evidence)
    {
        var document = evidence.Indexed.Document;
        evidence.AddTo(ref row, _question);
        row.Add("document.superseded", document.SupersededBy is not null);
        row.Add("document.duplicate", document.DuplicateOf is not null);
    }

    private void AddMeaning(ref FeatureRow row, int number, Finding finding)
    {
        row.Add("meaning.near", _near[number]);
        row.Add("meaning.gap", _near[number] - _nearest);
        row.Add("meaning.rank", 1f / (1 + _nearRank[number]));
        row.Add("meaning.inPassage", _near[number] - _nearInPassage[finding.Hit]);
        if (_tokens is null) TokenFeatures.AddNone(ref row);
        else _tokens.Add(ref row, number);
    }

    private void AddWords(ref FeatureRow row, int number, Finding finding)
    {
        var title = _documents[finding.Hit].TitleTerms;
        var place = PlaceTerms(number);
        var terms = _terms[number];
        row.Add("cover.sentence", _coverage.Share(terms));
        row.Add("cover.inPlace", _held[number]);
        row.Add("cover.gap", _held[number] - _mostHeld);
        row.Add("cover.rest", _coverage.Share(terms, ~place));
        row.Add("cover.title", _coverage.Share(title));
        row.Add("cover.heading", _coverage.Share(_heading[finding.Hit], ~title));
        row.Add("cover.passage", _coverage.Share(_passages[finding.Hit] | place));
        row.Add("cover.ofPassage", _coverage.Share(terms, _passages[finding.Hit] & ~title));
        row.Add("cover.before", NeighbourTerms(number - 1, finding.Hit));
        row.Add("cover.after", NeighbourTerms(number + 1, finding.Hit));
        row.Add("cover.rarestMissing", _coverage.RarestMissing(terms | place));
        row.Add("cover.numbers", _coverage.Numbers == 0 ? 0 : (2 * _coverage.Share(terms | place, _coverage.Numbers)) - 1);
        row.Add("local.sentence", TermCoverage.Share(terms, _local));
        row.Add("local.inPlace", TermCoverage.Share(terms | place, _local));
        row.Add("cover.run", PassageEvidence.LongestRun(_text, finding.Words) / (float)Math.Max(1, _text.Length));
    }

    /// <summary>What the title, the headings and the sentence that leads in hold.</summary>
    private ulong PlaceTerms(int number)
    {
        var hit = _findings[number].Hit;
        return _documents[hit].TitleTerms | _headings[hit] | _leadIns[number];
    }

    private float NeighbourTerms(int number, int hit) =>
        number >= 0 && number < _findings.Count && _findings[number].Hit == hit ? _coverage.Share(_terms[number]) : 0;

    private void AddAnswer(ref FeatureRow row, int number, Finding finding)
    {
        var answers = PassageEvidence.AnswersIn(finding.Words);
        row.Add("answer.amount", Fits(WantedAnswer.Amount));
        row.Add("answer.date", Fits(WantedAnswer.Date));
        row.Add("answer.body", Fits(WantedAnswer.Body));
        row.Add("answer.list", Fits(WantedAnswer.List));
        row.Add("answer.definition", Fits(WantedAnswer.Definition));
        var (figures, years) = CountFigures(finding.Words);
        row.Add("answer.figures", MathF.Log(1 + figures));
        row.Add("answer.figuresWanted", _question.Wanted.HasFlag(WantedAnswer.Amount) ? MathF.Min(figures, 4) : 0);
        row.Add("answer.years", years);
        row.Add("answer.marks", finding.Words.AsSpan().Count('、'));
        row.Add("answer.measure", Given(number));
        row.Add("answer.lacking", CountLacking(number));
        row.Add("answer.clause", InClause(number, finding));
        row.Add("answer.defines", _asksDefinition && AskedDefinition.IsGiven(_text, finding.Words));
        row.Add("answer.count", _asked == 0 ? 0 : AskedCount.Lists(finding.Words, _asked) ? 1 : -1);
        row.Add("answer.counted", _asked == 0 ? 0 : AskedCount.IsStated(finding.Words, _asked) ? 1 : -1);
        row.Add("answer.items", _asked == 0 ? 0 : IsOneOf(number, _asked) ? 1 : -1);
        row.Add("named.place", Named(_placeNames, finding.Words));
        row.Add("named.placeAround", Placed(number));
        row.Add("named.year", Named(_yearNames, finding.Words));
        row.Add("named.yearAround", _yearsAround[finding.Hit]);

        float Fits(WantedAnswer kind) => !_question.Wanted.HasFlag(kind) ? 0 : answers.HasFlag(kind) ? 1 : -1;
    }

    /// <summary>What share of what the title and the headings don't say of the question stands in one clause with a figure of the kind asked for; 0 where none is asked for, or none is given.</summary>
    private float InClause(int number, Finding finding)
    {
        if (!AsksFigure || Given(number) < 0) return 0;
        var rest = ~(_documents[finding.Hit].TitleTerms | _headings[finding.Hit]);
        var most = 0f;
        foreach (var range in finding.Words.AsSpan().SplitAny(ClauseEnds))
        {
            var clause = finding.Words[range];
            if (_kind!.IsIn(clause)) most = Math.Max(most, _coverage.Share(_coverage.In(clause), rest));
        }

        return most;
    }

    private void AddUnmet(ref FeatureRow row, int number)
    {
        Span<float> unmet = stackalloc float[MeaningDirections.Count];
        unmet.Clear();
        _tokens?.AddUnmet(number, unmet);
        for (var i = 0; i < unmet.Length; i++) row.Add(UnmetNames[i], unmet[i]);
    }

    /// <summary>How many of the names are met: from -1 (none) to 1 (all); 0 where there are no names.</summary>
    private static float Named(string[] names, Func<string, bool> isMet) => names.Length == 0 ? 0 : (2f * names.Count(isMet) / names.Length) - 1;

    private static float Named(string[] names, string text) => names.Length == 0 ? 0 : Named(names, name => text.Contains(name, StringComparison.Ordinal));

    private void AddForm(ref FeatureRow row, int number, Finding finding)
    {
        var words = finding.Words.AsSpan();
        row.Add("form.length", MathF.Log(1 + words.Length));
        row.Add("form.short", words.Length < 16);
        row.Add("form.ends", words.Length > 0 && (Characters.IsSentenceEnd(words[^1]) || Characters.IsCloser(words[^1])));
        row.Add("form.question", words.Length > 0 && words[^1] is '？' or '?');
        row.Add("form.exclaims", words.Length > 0 && words[^1] is '！' or '!');
        row.Add("form.numbered", _alike[number] > 0);
        row.Add("form.listed", _alike[number] > 2);
        row.Add("form.preamble", words.ContainsAny(Preambles));
        row.Add("form.colon", words.Length > 0 && words[^1] is '：' or ':');
        row.Add("form.first", finding.Order == 0);
        row.Add("form.last", finding.Order == _count[finding.Hit] - 1);
        row.Add("form.position", finding.Order / (float)Math.Max(1, _count[finding.Hit]));
        row.Add("form.row", finding.IsRow);
        row.Add("form.named", words.Contains('《'));
    }

    private void AddQuestion(ref FeatureRow row)
    {
        row.Add("question.length", MathF.Log(1 + _text.Length));
        row.Add("question.places", _question.Places.Count);
        row.Add("question.amount", _question.Wanted.HasFlag(WantedAnswer.Amount));
        row.Add("question.list", _question.Wanted.HasFlag(WantedAnswer.List));
        row.Add("question.date", _question.Wanted.HasFlag(WantedAnswer.Date));
        row.Add("question.body", _question.Wanted.HasFlag(WantedAnswer.Body));
        row.Add("question.definition", _question.Wanted.HasFlag(WantedAnswer.Definition));
        row.Add("question.choice", _question.Wanted.HasFlag(WantedAnswer.Choice));
        row.Add("question.measured", _kind is not null);
        row.Add("question.compares", _question.Wanted.HasFlag(WantedAnswer.Comparison));
    }

    /// <summary>How many numbers a text holds, and how many of them are years.</summary>
    private static (int Figures, int Years) CountFigures(ReadOnlySpan<char> words)
    {
        var (figures, years) = (0, 0);
        for (var i = 0; i < words.Length; i++)
        {
            if (!char.IsAsciiDigit(words[i])) continue;
            while (i + 1 < words.Length && (char.IsAsciiDigit(words[i + 1]) || words[i + 1] is '.' or ',')) i++;
            if (i + 1 < words.Length && words[i + 1] == '年') years++;
            else figures++;
        }

        return (figures, years);
    }
}
