using H2Ask.Core.Index;
using H2Ask.Core.Retrieval;
using H2Ask.Core.Text;

namespace H2Ask.Core.Answering;

/// <summary>Answers with the documents' own sentences: those of the passages found that say most of what is asked.</summary>
public static class ExtractiveAnswerer
{
    private const int MostStatements = 3;
    private const float ShareOfBest = 0.7f;

    /// <summary>Below this share of the question's words (weighted by how much they tell) found together, the corpus is held not to answer.</summary>
    private const double LeastConfidence = 0.45;

    /// <summary>Answers a question from the index.</summary>
    public static Answer Answer(PassageIndex index, string question, IReadOnlyList<Turn> history, SearchFilters filters, int top)
    {
        var standalone = FollowUp.Resolve(question, history);
        var hits = PassageSearcher.Search(index, standalone, filters, top);
        var terms = Terms(standalone, index.Lexical);
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

        var citations = Sentences(hits, terms).Select((sentence, place) => Cite(sentence.Hit, sentence.Span, place + 1)).ToList();
        var statements = citations.ConvertAll(citation => new Statement(OnOneLine(citation.Quote), [citation.Number]));
        return answer with
        {
            Text = string.Join('\n', statements.Select(statement => $"{statement.Text} [{statement.Citations[0]}]")),
            Statements = statements,
            Citations = citations,
        };
    }

    private static IEnumerable<(SearchHit Hit, TextSpan Span)> Sentences(IReadOnlyList<SearchHit> hits, Dictionary<ulong, float> terms)
    {
        var sentences = hits
            .SelectMany(hit => Text.Sentences.Split(hit.Passage.Text, new TextSpan(0, hit.Passage.Text.Length)).Select(span => (Hit: hit, Span: span)))
            .Select(sentence => (sentence.Hit, sentence.Span, Score: Share(terms, [sentence.Span.Of(sentence.Hit.Passage.Text).ToString()]) * sentence.Hit.Score))
            .OrderByDescending(sentence => sentence.Score)
            .ToList();
        var quotes = new HashSet<string>(StringComparer.Ordinal);
        return sentences
            .TakeWhile(sentence => sentence.Score >= ShareOfBest * sentences[0].Score)
            .Where(sentence => quotes.Add(sentence.Span.Of(sentence.Hit.Passage.Text).ToString()))
            .Take(MostStatements)
            .Select(sentence => (sentence.Hit, sentence.Span));
    }

    private static Citation Cite(SearchHit hit, TextSpan span, int number) =>
        new(number, hit, hit.Passage.Start + span.Start, hit.Passage.Start + span.End, span.Of(hit.Passage.Text).ToString());

    private static Dictionary<ulong, float> Terms(string question, LexicalIndex index)
    {
        var terms = new Dictionary<ulong, float>();
        var reader = new TermReader(question);
        while (reader.Read()) terms[reader.Current] = index.Weight(reader.Current);
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
