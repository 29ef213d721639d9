using System.Numerics.Tensors;
using H2Ask.Core.Index;
using H2Ask.Core.Retrieval;
using H2Ask.Core.Retrieval.Findings;
using H2Ask.Core.Text;

namespace H2Ask.Core.Answering.Extractive;

/// <summary>Cuts a long sentence to the clauses that answer: those that say what is asked beyond what title and headings say, and the figure that is asked for.</summary>
internal sealed class ClauseTrimming
{
    /// <summary>A shorter sentence stays whole.</summary>
    private const int ShortestTrimmed = 100;

    /// <summary>A clause that says this share of what the best says belongs to the answer.</summary>
    private const float LeastShare = 0.15f;

    /// <summary>What is cut off must be worth it.</summary>
    private const double MostKept = 0.75;

    /// <summary>A clause as short as this before the first one tells of whom or when it speaks: 到2025年，</summary>
    private const int ShortLead = 14;

    private readonly IPassageEmbedder _embedder;
    private readonly TokenMatch _question;
    private readonly AskedKind? _figure;
    private readonly bool _asksWho;
    private readonly CancellationToken _cancelled;

    private ClauseTrimming(IPassageEmbedder embedder, TokenMatch match, string question, CancellationToken cancelled)
    {
        (_embedder, _question, _cancelled) = (embedder, match, cancelled);
        _figure = AskedKind.Of(question) is { IsFigure: true } figure ? figure : null;
        _asksWho = AnswerSigns.AsksWho(question);
    }

    /// <summary>Trims for a question; null where it asks for several things, no model is at hand, or the question has no token that means something.</summary>
    public static ClauseTrimming? For(string question, IPassageEmbedder? embedder, CancellationToken cancelled) =>
        embedder is not null && !QuestionFocus.AsksSeveral(question) && TokenMatch.Of(question, embedder, cancelled) is { } match
            ? new ClauseTrimming(embedder, match, question, cancelled)
            : null;

    /// <summary>The part of a finding that answers: where it stands in its words; null where that is all.</summary>
    public TextSpan? Trim(Finding finding, SearchHit hit)
    {
        if (finding.IsRow || finding.Words.Length < ShortestTrimmed || (_asksWho && DutyNote.IsAtEnd(finding.Words))) return null;
        var clauses = new List<TextSpan>();
        foreach (var clause in Sentences.Clauses(finding.Words)) clauses.Add(clause);
        if (clauses.Count < 3) return null;

        var said = Relevance(finding, hit, clauses);
        var most = said.Max();
        if (most <= 0) return null;
        var (first, last) = (Array.FindIndex(said, share => share >= LeastShare * most), Array.FindLastIndex(said, share => share >= LeastShare * most));
        (first, last) = WithFigure(finding.Words, clauses, first, last);
        if (first > 0 && clauses[first - 1].Length <= ShortLead) first--;
        var kept = new TextSpan(clauses[first].Start, clauses[last].End);
        return kept.Length <= MostKept * finding.Words.Length ? kept : null;
    }

    /// <summary>How much each clause says of what is asked that title and headings don't say.</summary>
    private float[] Relevance(Finding finding, SearchHit hit, List<TextSpan> clauses)
    {
        string[] texts = [hit.Document.Document.Title, string.Join('\n', hit.Passage.Section), .. clauses.Select(clause => clause.Of(finding.Words).ToString())];
        var evidence = new float[texts.Length][];
        Array.Fill(evidence, new float[_question.Count]);
        _embedder.ReadTokens(texts, (text, vectors) => evidence[text] = _question.Read(vectors).Nearest, _cancelled);
        var place = new float[_question.Count];
        TensorPrimitives.Max(evidence[0], evidence[1], place);
        return [.. evidence.Skip(2).Select(Beyond)];

        float Beyond(float[] clause)
        {
            var sum = 0f;
            for (var i = 0; i < clause.Length; i++) sum += _question.Weights[i] * Math.Max(0, clause[i] - Math.Max(0.4f, 0.8f * place[i]));
            return sum;
        }
    }

    /// <summary>The clauses with the nearest one that gives a figure of the kind asked for, where they give none.</summary>
    private (int First, int Last) WithFigure(string words, List<TextSpan> clauses, int first, int last)
    {
        if (_figure is null) return (first, last);
        // 补助30%，最高不超过500万元: what follows in the same measure belongs to it.
        while (last + 1 < clauses.Count && _figure.IsIn(clauses[last + 1].Of(words).ToString())) last++;
        if (_figure.IsIn(words[clauses[first].Start..clauses[last].End])) return (first, last);
        for (var step = 1; step < clauses.Count; step++)
        {
            if (last + step < clauses.Count && _figure.IsIn(clauses[last + step].Of(words).ToString())) return (first, last + step);
            if (first - step >= 0 && _figure.IsIn(clauses[first - step].Of(words).ToString())) return (first - step, last);
        }

        return (first, last);
    }
}
