using System.Numerics.Tensors;
using H2Ask.Core.Index;

namespace H2Ask.Core.Retrieval.Findings;

/// <summary>What the tokens of a question and of each finding, its title and its headings have in common.</summary>
internal sealed class TokenFeatures
{
    private const int Heaviest = 3;
    private const float Missed = 0.4f;
    private const float Met = 0.9f;
    private const float Told = 0.7f;
    private const int Measures = 30;

    private static readonly string[] Names =
    [
        "token.sentence", "token.inTitle", "token.inPlace", "token.inPassage", "token.mean", "token.meanInPlace", "token.heaviest", "token.heaviestMissed", "token.heaviestInPlace",
        "token.least", "token.missed", "token.met", "token.rest", "token.share", "token.asked", "token.near", "token.spread", "token.length",
        "focus.clause", "focus.clauseInPlace", "focus.clauseRest", "focus.word", "focus.wordInPlace", "focus.wordRest",
        "rare.sentence", "rare.inPlace", "rare.rest", "rare.clause", "rare.clauseInPlace", "rare.clauseRest",
    ];

    /// <summary>How far each stays behind the best of all findings.</summary>
    private static readonly string[] GapNames = Array.ConvertAll(Names, name => name + "Gap");

    private readonly IReadOnlyList<Finding> _findings;
    private readonly TokenMatch _match;

    /// <summary>What each token counts in the parts of the question that are looked at by themselves: the clauses that ask, the words that ask, what is rare among the findings, and what is rare of the clauses.</summary>
    private readonly float[][] _parts;
    private readonly TokenEvidence[] _sentences;
    private readonly TokenEvidence[] _titles;

    /// <summary>What the title, the headings and the sentence that leads in to a finding meet.</summary>
    private readonly float[][] _places;
    private readonly float[][] _passages;
    private readonly int[] _heaviest;
    private readonly float[] _measures;
    private readonly float[] _best = new float[Measures];

    private TokenFeatures(TokenMatch match, float[] clauses, float[] words, IReadOnlyList<Finding> findings, TokenEvidence[] titles, TokenEvidence[] headings, TokenEvidence[] sentences, TokenEvidence?[] leadIns)
    {
        (_match, _findings, _titles, _sentences) = (match, findings, titles, sentences);
        float[][] heads = [.. titles.Select((title, hit) => Greater(title.Nearest, headings[hit].Nearest))];
        _passages = [.. heads.Select(place => (float[])place.Clone())];
        for (var i = 0; i < findings.Count; i++)
        {
            var passage = _passages[findings[i].Hit];
            TensorPrimitives.Max(passage, sentences[i].Nearest, passage);
        }

        _places = [.. findings.Select((finding, i) => leadIns[i] is { } leadIn ? Greater(heads[finding.Hit], leadIn.Nearest) : heads[finding.Hit])];
        var rarity = Rarity();
        _parts = [clauses, words, Weigh(match.Weights, rarity), Weigh(clauses, rarity)];
        _heaviest = [.. Enumerable.Range(0, match.Count).OrderByDescending(token => match.Weights[token]).Take(Heaviest)];
        _measures = new float[findings.Count * Measures];
        Array.Fill(_best, float.NegativeInfinity);
        for (var i = 0; i < findings.Count; i++)
        {
            var measures = _measures.AsSpan(i * Measures, Measures);
            Measure(i, measures);
            for (var j = 0; j < Measures; j++) _best[j] = Math.Max(_best[j], measures[j]);
        }
    }

    /// <summary>Compares a question with findings, items of lists with the sentences that lead in to them; null where no model is at hand, or the question has no token that means something.</summary>
    public static TokenFeatures? Of(IPassageEmbedder? embedder, string question, IReadOnlyList<SearchHit> hits, IReadOnlyList<Finding> findings, CancellationToken cancelled)
    {
        if (embedder is null || findings.Count == 0) return null;
        if (TokenMatch.Of(question, embedder, cancelled) is not { } match) return null;

        string[] texts = [.. hits.Select(hit => hit.Document.Document.Title), .. hits.Select(hit => string.Join('\n', hit.Passage.Section)), .. findings.Select(finding => finding.Words)];
        var number = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var text in texts.Concat(findings.Select(finding => finding.LeadIn).OfType<string>())) number.TryAdd(text, number.Count);
        var evidence = new TokenEvidence[number.Count];
        Array.Fill(evidence, match.Read([]));
        embedder.ReadTokens([.. number.Keys], (text, vectors) => evidence[text] = match.Read(vectors), cancelled);
        var read = Array.ConvertAll(texts, text => evidence[number[text]]);
        var clauses = match.WeightsIn(QuestionFocus.ClausesOf(question), embedder, cancelled);
        var words = match.WeightsIn(QuestionFocus.WordsOf(question), embedder, cancelled);
        return new TokenFeatures(match, clauses, words, findings, read[..hits.Count], read[hits.Count..(2 * hits.Count)], read[(2 * hits.Count)..], [.. findings.Select(finding => finding.LeadIn is { } leadIn ? evidence[number[leadIn]] : null)]);
    }

    /// <summary>How near the question is to a finding under its title, as a whole.</summary>
    public float Nearness(int finding) => _match.Nearness(_titles[_findings[finding].Hit].Sum, _sentences[finding].Sum);

    /// <summary>How much of the question's tokens a finding, its title and its headings meet.</summary>
    public float InPlace(int finding) => _measures[(finding * Measures) + 2];

    /// <summary>How much of them the other findings of its passage meet too.</summary>
    public float InPassage(int finding) => _measures[(finding * Measures) + 3];

    /// <summary>Adds what of the question's meaning a finding, its title and its headings do not meet, along <see cref="MeaningDirections"/>.</summary>
    public void AddUnmet(int finding, Span<float> unmet) => _match.AddUnmet(_sentences[finding].Nearest, _places[finding], unmet);

    /// <summary>Takes the features of a finding.</summary>
    public void Add(ref FeatureRow row, int finding)
    {
        var measures = _measures.AsSpan(finding * Measures, Measures);
        for (var i = 0; i < Measures; i++)
        {
            row.Add(Names[i], measures[i]);
            row.Add(GapNames[i], measures[i] - _best[i]);
        }
    }

    /// <summary>Takes features that say nothing, where no tokens can be compared.</summary>
    public static void AddNone(ref FeatureRow row)
    {
        for (var i = 0; i < Measures; i++)
        {
            row.Add(Names[i], 0);
            row.Add(GapNames[i], 0);
        }
    }

    private static float[] Greater(float[] one, float[] other)
    {
        var greater = new float[one.Length];
        TensorPrimitives.Max(one, other, greater);
        return greater;
    }

    /// <summary>How rare each token of the question is among the findings: what many of them meet is little, and so is what none meets.</summary>
    private float[] Rarity()
    {
        var (sum, most, met) = (new float[_match.Count], new float[_match.Count], new float[_match.Count]);
        for (var i = 0; i < _findings.Count; i++)
        {
            TensorPrimitives.Max(_sentences[i].Nearest, _places[i], met);
            TensorPrimitives.Add<float>(sum, met, sum);
            TensorPrimitives.Max<float>(most, met, most);
        }

        return [.. most.Zip(sum, (highest, all) => highest - (all / _findings.Count))];
    }

    private static float[] Weigh(ReadOnlySpan<float> weights, float[] rarity)
    {
        var weighed = new float[rarity.Length];
        TensorPrimitives.Multiply(weights, rarity, weighed);
        var whole = TensorPrimitives.Sum<float>(weighed);
        if (whole > 0) TensorPrimitives.Divide(weighed, whole, weighed);
        return weighed;
    }

    /// <summary>How a sentence meets a part of the question: alone, in its place, and where the title doesn't.</summary>
    private static void MeasurePart(float[] weights, float[] said, float[] title, float[] place, Span<float> measures)
    {
        var (rest, found) = (0f, 0f);
        for (var i = 0; i < weights.Length; i++)
        {
            measures[0] += weights[i] * said[i];
            measures[1] += weights[i] * Math.Max(said[i], place[i]);
            if (title[i] < Told) (rest, found) = (rest + weights[i], found + (weights[i] * said[i]));
        }

        measures[2] = rest > 0 ? found / rest : 0;
    }

    private void Measure(int finding, Span<float> measures)
    {
        var hit = _findings[finding].Hit;
        var sentence = _sentences[finding];
        var weights = _match.Weights;
        var (title, place, passage) = (_titles[hit].Nearest, _places[finding], _passages[hit]);
        var (rest, restFound, least, near) = (0f, 0f, 1f, 0);
        for (var i = 0; i < weights.Length; i++)
        {
            var said = sentence.Nearest[i];
            var saidInTitle = Math.Max(said, title[i]);
            var saidInPlace = Math.Max(said, place[i]);
            measures[0] += weights[i] * said;
            measures[1] += weights[i] * saidInTitle;
            measures[2] += weights[i] * saidInPlace;
            measures[3] += weights[i] * Math.Max(said, passage[i]);
            measures[4] += said / weights.Length;
            measures[5] += saidInPlace / weights.Length;
            least = Math.Min(least, saidInPlace);
            if (saidInPlace < Missed) measures[10] += weights[i];
            if (saidInPlace > Met) measures[11] += weights[i];
            if (title[i] < Told) (rest, restFound) = (rest + weights[i], restFound + (weights[i] * said));
            if (said > 0.6f) near++;
        }

        measures[7] = measures[8] = 1;
        foreach (var token in _heaviest)
        {
            measures[6] += sentence.Nearest[token] / _heaviest.Length;
            measures[7] = Math.Min(measures[7], Math.Max(sentence.Nearest[token], title[token]));
            measures[8] = Math.Min(measures[8], Math.Max(sentence.Nearest[token], place[token]));
        }

        measures[9] = least;
        measures[12] = rest > 0 ? restFound / rest : 0;
        measures[13] = near / (float)weights.Length;
        measures[14] = sentence.Asked;
        measures[15] = sentence.Near;
        measures[16] = sentence.Spread;
        measures[17] = sentence.Tokens;
        for (var part = 0; part < _parts.Length; part++) MeasurePart(_parts[part], sentence.Nearest, title, place, measures.Slice(18 + (3 * part), 3));
    }
}
