using H2Ask.Core.Corpus;
using H2Ask.Core.Index;

namespace H2Ask.Core.Retrieval;

/// <summary>
/// What the ranker knows of each candidate. A feature's name begins with its group; the model that ships knows the features by
/// their order, so whoever changes them trains it anew.
/// </summary>
internal sealed class CandidateFeatures
{
    /// <summary>No row is longer.</summary>
    public const int Most = 80;

    private const int First = 10;
    private const int ShortPassage = 40;

    private readonly Candidates _candidates;
    private readonly QuestionAnalysis _question;
    private readonly TermCoverage _coverage;
    private readonly DocumentEvidence[] _documents;
    private readonly PassageEvidence[] _evidence;
    private readonly float[] _local;
    private readonly Dictionary<int, int> _places = [];
    private readonly int[] _wordRanks;
    private readonly int[] _sentenceRanks;
    private readonly int[] _wholeRanks;
    private readonly FieldWorths _mostFields;
    private readonly float _mostWords;
    private readonly float _mostSentence;
    private readonly float _mostWhole;

    /// <summary>Looks at the first candidates, whose passages are given.</summary>
    public CandidateFeatures(IPassageIndex index, Candidates candidates, Passage[] passages)
    {
        _candidates = candidates;
        _question = QuestionAnalysis.Of(candidates.Question);
        _coverage = new TermCoverage(index, candidates.Question);
        _documents = ReadDocuments(index);
        _evidence = Array.ConvertAll(passages, passage => PassageEvidence.Of(_coverage, candidates.Question, passage));
        _local = _coverage.WeightsAmong([.. _evidence.Select((evidence, i) => evidence.Terms | evidence.Headings | _documents[i].TitleTerms)]);
        foreach (var worth in candidates.Fields)
        {
            _mostFields = new FieldWorths(Math.Max(_mostFields.Body, worth.Body), Math.Max(_mostFields.Title, worth.Title), Math.Max(_mostFields.Section, worth.Section));
        }

        _wordRanks = Ranks(candidates.Words);
        _sentenceRanks = Ranks(candidates.Sentence);
        _wholeRanks = Ranks(candidates.Whole);
        _mostWords = candidates.Words.DefaultIfEmpty().Max();
        _mostSentence = candidates.Sentence.DefaultIfEmpty().Max();
        _mostWhole = candidates.Whole.DefaultIfEmpty().Max();
    }

    /// <summary>Writes the features of a candidate.</summary>
    /// <returns>How many there are.</returns>
    public int Write(int candidate, Span<float> values, List<string>? names = null)
    {
        var row = new FeatureRow(values, names);
        var document = _documents[candidate];
        var evidence = _evidence[candidate];
        AddScores(ref row, candidate);
        AddCoverage(ref row, evidence, document.TitleTerms);
        AddDocument(ref row, document);
        AddAnswer(ref row, evidence);
        AddPassage(ref row, candidate, evidence.Passage);
        return row.Count;
    }

    private static float Ratio(float part, float most) => most > 0 ? part / most : 0;

    /// <summary>The place of each score in the order of the greater before the less.</summary>
    private static int[] Ranks(float[] scores)
    {
        var order = Enumerable.Range(0, scores.Length).OrderByDescending(i => scores[i]).ToArray();
        var ranks = new int[scores.Length];
        for (var i = 0; i < order.Length; i++) ranks[order[i]] = i;
        return ranks;
    }

    private DocumentEvidence[] ReadDocuments(IPassageIndex index)
    {
        var known = new Dictionary<string, DocumentEvidence>();
        var documents = new DocumentEvidence[_candidates.Count];
        for (var i = 0; i < documents.Length; i++)
        {
            _places[_candidates.Passages[i]] = i;
            var indexed = index.DocumentOf(_candidates.Passages[i]);
            if (!known.TryGetValue(indexed.Document.Id, out var document))
            {
                known.Add(indexed.Document.Id, document = new DocumentEvidence(_question, _coverage, indexed));
            }

            document.Best = Math.Max(document.Best, _candidates.Fused[i]);
            if (i < First) document.AmongFirst++;
            documents[i] = document;
        }

        return documents;
    }

    private void AddScores(ref FeatureRow row, int candidate)
    {
        row.Add("words.total", Ratio(_candidates.Words[candidate], _mostWords));
        row.Add("words.body", Ratio(_candidates.Fields[candidate].Body, _mostFields.Body));
        row.Add("words.title", Ratio(_candidates.Fields[candidate].Title, _mostFields.Title));
        row.Add("words.section", Ratio(_candidates.Fields[candidate].Section, _mostFields.Section));
        row.Add("words.rank", 1f / (1 + _wordRanks[candidate]));
        row.Add("meaning.sentence", _candidates.Sentence[candidate] - _mostSentence);
        row.Add("meaning.whole", _candidates.Whole[candidate] - _mostWhole);
        row.Add("meaning.rank", 1f / (1 + _sentenceRanks[candidate]));
        row.Add("meaning.wholeRank", 1f / (1 + _wholeRanks[candidate]));
        row.Add("fused.score", _candidates.Fused[candidate]);
        row.Add("fused.gap", _candidates.Fused[candidate] - _candidates.Fused[0]);
        row.Add("fused.rank", 1f / (1 + candidate));
    }

    private void AddCoverage(ref FeatureRow row, PassageEvidence evidence, ulong title)
    {
        var place = title | evidence.Headings;
        row.Add("cover.passage", _coverage.Share(evidence.Terms));
        row.Add("cover.title", _coverage.Share(title));
        row.Add("cover.section", _coverage.Share(evidence.Headings));
        row.Add("cover.sentence", _coverage.Share(evidence.SentenceTerms));
        row.Add("cover.all", _coverage.Share(evidence.Terms | place));
        row.Add("cover.sentenceInPlace", _coverage.Share(evidence.SentenceTerms | place));
        row.Add("cover.restInPassage", _coverage.Share(evidence.Terms, ~title));
        row.Add("cover.restInSentence", _coverage.Share(evidence.SentenceTerms, ~title));
        row.Add("cover.rarestMissing", _coverage.RarestMissing(evidence.Terms | place));
        row.Add("cover.heading", _coverage.Share(evidence.Heading, ~title));
        row.Add("cover.run", evidence.Run / (float)Math.Max(1, _candidates.Question.Length));
        row.Add("local.passage", TermCoverage.Share(evidence.Terms, _local));
        row.Add("local.sentence", TermCoverage.Share(evidence.SentenceTerms, _local));
        row.Add("local.all", TermCoverage.Share(evidence.Terms | place, _local));
        row.Add("local.sentenceInPlace", TermCoverage.Share(evidence.SentenceTerms | place, _local));
        row.Add("cover.numbers", _coverage.Numbers == 0 ? 0 : (2 * _coverage.Share(evidence.Terms | place, _coverage.Numbers)) - 1);
    }

    private void AddDocument(ref FeatureRow row, DocumentEvidence evidence)
    {
        var document = evidence.Indexed.Document;
        evidence.AddTo(ref row, _question);
        row.Add("document.draft", document.Status == "征求意见稿");
        row.Add("document.superseded", document.SupersededBy is not null);
        row.Add("document.duplicate", document.DuplicateOf is not null);
        row.Add("document.excerpt", document.Excerpt);
        row.Add("document.length", MathF.Log(1 + evidence.Indexed.Passages));
        row.Add("siblings.best", evidence.Best - _candidates.Fused[0]);
        row.Add("siblings.first", evidence.AmongFirst / (float)First);
    }

    private void AddAnswer(ref FeatureRow row, PassageEvidence evidence)
    {
        row.Add("answer.amount", Fits(WantedAnswer.Amount));
        row.Add("answer.date", Fits(WantedAnswer.Date));
        row.Add("answer.body", Fits(WantedAnswer.Body));
        row.Add("answer.list", Fits(WantedAnswer.List));
        row.Add("answer.definition", Fits(WantedAnswer.Definition));

        float Fits(WantedAnswer kind) => !_question.Wanted.HasFlag(kind) ? 0 : evidence.Answers.HasFlag(kind) ? 1 : -1;
    }

    private void AddPassage(ref FeatureRow row, int candidate, Passage passage)
    {
        var number = _candidates.Passages[candidate];
        var document = _documents[candidate].Indexed;
        var position = number - document.FirstPassage;
        var length = passage.SearchText.Length;
        row.Add("passage.length", MathF.Log(1 + length));
        row.Add("passage.short", length < ShortPassage);
        row.Add("passage.first", position == 0);
        row.Add("passage.position", position / (float)Math.Max(1, document.Passages));
        row.Add("passage.depth", passage.Section.Count);
        row.Add("passage.twins", passage.Twins.Count > 0);
        row.Add("siblings.before", Neighbour(candidate, number - 1));
        row.Add("siblings.after", Neighbour(candidate, number + 1));
        row.Add("question.places", _question.Places.Count);
        row.Add("question.compares", _question.Wanted.HasFlag(WantedAnswer.Comparison));
        row.Add("question.amount", _question.Wanted.HasFlag(WantedAnswer.Amount));
        row.Add("question.list", _question.Wanted.HasFlag(WantedAnswer.List));
        row.Add("question.length", MathF.Log(1 + _candidates.Question.Length));
    }

    /// <summary>How far a neighbour of the same document is from the best; one that is no candidate is as far as the last.</summary>
    private float Neighbour(int candidate, int number) =>
        _candidates.Fused[_places.TryGetValue(number, out var place) && _documents[place] == _documents[candidate] ? place : ^1] - _candidates.Fused[0];
}
