using H2Ask.Core.Index;
using H2Ask.Core.Retrieval;
using H2Ask.Core.Text;

namespace H2Ask.Core.Answering;

/// <summary>Answers with the documents' own sentences: those of the passages found that say most of what is asked.</summary>
public static class ExtractiveAnswerer
{
    /// <summary>How many passages an answer is made from where nothing else is asked for.</summary>
    public const int UsualPassages = 6;

    private const int MostStatements = 3;
    private const float ShareOfBest = 0.7f;

    /// <summary>Below this share of the question's words (weighted by how much they tell) found together, the corpus is held not to answer.</summary>
    private const double LeastConfidence = 0.05;

    /// <summary>Answers a question from the index.</summary>
    public static async ValueTask<Answer> AnswerAsync(
        IPassageIndex index, string question, IReadOnlyList<Turn> history, SearchFilters filters, int top, CancellationToken cancelled = default)
    {
        var standalone = FollowUp.Resolve(question, history);
        var hits = await PassageSearcher.SearchAsync(index, standalone, filters, top, cancelled);
        var terms = Terms(standalone, index);
        var confidence = hits.Count == 0 ? 0 : Share(terms, [hits[0].Document.Document.Title, .. hits[0].Passage.Section, hits[0].Passage.SearchText]);
        var answer = new Answer
        {
            StandaloneQuestion = standalone,
            Answered = confidence >= LeastConfidence,
            Text = "资料中没有找到能回答这个问题的内容。",
            Confidence = Math.Round(confidence, 3),
            Hits = hits,
        };
        if (!answer.Answered) return answer;

        var citations = new List<Citation>();
        foreach (var (hit, span) in BestSentences(hits, terms)) citations.Add(await CiteAsync(index, hit, span, citations.Count + 1, cancelled));
        var statements = citations.ConvertAll(citation => new Statement(OnOneLine(citation.Quote), [citation.Number]));
        return answer with
        {
            Text = string.Join('\n', statements.Select(statement => $"{statement.Text} [{statement.Citations[0]}]")),
            Statements = statements,
            Citations = citations,
        };
    }

    private static IEnumerable<(SearchHit Hit, TextSpan Span)> BestSentences(IReadOnlyList<SearchHit> hits, Dictionary<ulong, float> terms)
    {
        var sentences = new List<(SearchHit Hit, TextSpan Span, double Score)>();
        var said = new HashSet<string>(StringComparer.Ordinal);
        foreach (var hit in hits)
        {
            // What another document says in the same words is named beside it, not cited again.
            if (said.Contains(hit.Passage.Id)) continue;
            said.UnionWith(hit.Passage.Twins);
            foreach (var span in Sentences.In(hit.Passage.Text))
            {
                var sentence = span.Of(hit.Passage.Text).ToString();
                if (said.Add(sentence)) sentences.Add((hit, span, Share(terms, [sentence]) * hit.Score));
            }
        }

        var best = sentences.Count == 0 ? 0 : sentences.Max(sentence => sentence.Score);
        return sentences
            .Where(sentence => sentence.Score >= ShareOfBest * best)
            .OrderByDescending(sentence => sentence.Score)
            .Take(MostStatements)
            .Select(sentence => (sentence.Hit, sentence.Span));
    }

    private static async ValueTask<Citation> CiteAsync(IPassageIndex index, SearchHit hit, TextSpan span, int number, CancellationToken cancelled)
    {
        var twins = await index.ReadPassagesAsync(hit.Passage.Twins, cancelled);
        return new Citation(
            number,
            hit,
            hit.Passage.Start + span.Start,
            hit.Passage.Start + span.End,
            span.Of(hit.Passage.Text).ToString(),
            [.. twins.Select(twin => new Twin(twin, index.FindDocument(twin.DocumentId)!.Document))]);
    }

    private static Dictionary<ulong, float> Terms(string question, IPassageIndex index)
    {
        var terms = new Dictionary<ulong, float>();
        var reader = new TermReader(question);
        while (reader.Read())
        {
            // One character alone says next to nothing: nearly every passage holds it.
            if (!TermReader.IsCharacter(reader.Current)) terms[reader.Current] = index.Weight(reader.Current);
        }

        return terms;
    }

    /// <summary>The share of the question's terms, by weight, that the texts hold.</summary>
    private static double Share(Dictionary<ulong, float> terms, IEnumerable<string> texts)
    {
        var found = new HashSet<ulong>();
        foreach (var text in texts)
        {
            var reader = new TermReader(text);
            while (reader.Read())
            {
                if (terms.ContainsKey(reader.Current)) found.Add(reader.Current);
            }
        }

        var all = terms.Values.Sum();
        return all > 0 ? found.Sum(term => terms[term]) / all : 0;
    }

    private static string OnOneLine(string quote) =>
        string.Join(' ', quote.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
