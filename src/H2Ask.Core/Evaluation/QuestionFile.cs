using H2Ask.Core.Retrieval;
using H2Ask.Core.Text;

namespace H2Ask.Core.Evaluation;

/// <summary>Reads and writes question files: one JSON object a line, with gold passages whose spans count characters (Unicode code points) of the decoded file.</summary>
public static class QuestionFile
{
    private const string What = "a question";

    /// <summary>Reads the questions of a file about a corpus.</summary>
    /// <exception cref="EvaluationException">The file can't be read, or a line is not a question about this corpus; the message names the line.</exception>
    public static QuestionSet Read(string path, CorpusTexts texts)
    {
        var (questions, remarks, ids) = (new List<EvaluationQuestion>(), new List<string>(), new HashSet<string>(StringComparer.Ordinal));
        foreach (var (number, line) in JsonLines.Read(path, EvaluationJsonContext.OfFiles.QuestionLine, What))
        {
            var fault = Fault(line) ?? (ids.Add(line.Id!) ? null : $"the id {line.Id} stands on an earlier line too") ?? GoldFault(line, texts);
            if (fault is not null) throw JsonLines.Fault(path, number, fault);
            questions.Add(Question(line, texts));
            remarks.AddRange(Remarks(line, texts).Select(remark => $"Line {number} of {path}: {remark}"));
        }

        return questions.Count > 0 ? new QuestionSet(questions, remarks) : throw new EvaluationException($"{path} holds no question: write one JSON object a line.");
    }

    /// <summary>Writes questions about a corpus.</summary>
    public static void Write(string path, IEnumerable<EvaluationQuestion> questions, CorpusTexts texts) =>
        JsonLines.Write(path, questions.Select(question => Line(question, texts)), EvaluationJsonContext.OfFiles.QuestionLine);

    private static QuestionLine Line(EvaluationQuestion question, CorpusTexts texts) => new()
    {
        Id = question.Id,
        Type = question.Type,
        Question = question.Question,
        History = question.History.Count > 0 ? [.. question.History] : null,
        Gold = question.Gold.Count > 0 ? [.. question.Gold.Select(gold => Line(gold, texts))] : null,
        Facts = question.Facts.Count > 0 ? [.. question.Facts.Select(forms => forms.ToArray())] : null,
        Note = question.Note,
    };

    private static GoldLine Line(GoldPassage gold, CorpusTexts texts) => new()
    {
        File = gold.File,
        Quote = gold.Quote,
        Spans = [.. gold.Spans.Select(span => texts.CharactersOf(gold.File, span)).OfType<(int Start, int End)>().Select(span => new[] { span.Start, span.End })],
        Alt = gold.IsAlternative,
    };

    private static string? Fault(QuestionLine line) =>
        NameFault("id", line.Id) ?? NameFault("type", line.Type)
        ?? (string.IsNullOrWhiteSpace(line.Question) ? "\"question\" is missing or empty" : null)
        ?? (Array.Exists(line.History ?? [], turn => turn is not { Role: "user" or "assistant", Content: not null })
            ? "each turn of \"history\" needs a \"role\" (\"user\" or \"assistant\") and a \"content\" (a string)" : null)
        ?? (Array.Exists(line.Facts ?? [], forms => forms is not { Length: > 0 } || Array.Exists(forms, string.IsNullOrWhiteSpace))
            ? "each fact is a list of one or more accepted forms, none of them empty" : null);

    private static string? NameFault(string field, string? name) => name switch
    {
        _ when string.IsNullOrWhiteSpace(name) => $"\"{field}\" is missing or empty",
        _ when PlainLine.Of(name) != name => $"\"{field}\" holds line breaks, blanks or signs that are not shown",
        _ => null,
    };

    private static string? GoldFault(QuestionLine line, CorpusTexts texts)
    {
        foreach (var gold in line.Gold ?? [])
        {
            if (gold is not { File: { } file, Spans: { Length: > 0 } spans }) return "each gold passage needs a \"file\" and \"spans\" that hold one or more [start, end]";
            if (!texts.Holds(file)) return $"there is no file {PlainLine.Of(file, 80)} in the corpus";
            if (Array.Find(spans, span => span is not [var start, var end] || texts.SpanOfCharacters(file, start, end) is null) is { } wrong)
            {
                return $"the span [{string.Join(", ", wrong)}] is no place of {PlainLine.Of(file, 80)}: it needs a start before its end, both inside the text";
            }

            if (Array.Exists(spans, span => span is null)) return "a span is null instead of [start, end]";
        }

        return null;
    }

    private static EvaluationQuestion Question(QuestionLine line, CorpusTexts texts) => new()
    {
        Id = line.Id!,
        Type = line.Type!,
        Question = line.Question!,
        History = [.. (line.History ?? []).OfType<Turn>()],
        Gold = [.. (line.Gold ?? []).Select(gold => Gold(gold!, texts))],
        Facts = [.. (line.Facts ?? []).Select(forms => forms!.OfType<string>().ToList())],
        Note = line.Note,
    };

    private static GoldPassage Gold(GoldLine gold, CorpusTexts texts)
    {
        var spans = Spans(gold, texts).ToList();
        return new GoldPassage(gold.File!, texts.TextAt(gold.File!, spans[0].Start, spans[0].End)!, spans, gold.Alt);
    }

    /// <summary>Offsets that lead elsewhere than to the quote still score, but mean that the questions were written to another state of the corpus.</summary>
    private static IEnumerable<string> Remarks(QuestionLine line, CorpusTexts texts) =>
        from gold in line.Gold ?? []
        where gold.Quote is not null
        from span in Spans(gold, texts)
        where texts.TextAt(gold.File!, span.Start, span.End) != gold.Quote
        select $"the gold quote does not stand at {span.Start}–{span.End} of {gold.File}, but other text does.";

    private static IEnumerable<TextSpan> Spans(GoldLine gold, CorpusTexts texts) =>
        gold.Spans!.Select(span => texts.SpanOfCharacters(gold.File!, span![0], span[1])!.Value);
}
