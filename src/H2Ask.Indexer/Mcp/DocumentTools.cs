using H2Ask.Core.Answering;
using H2Ask.Core.Retrieval;
using ModelContextProtocol;
using ModelContextProtocol.Server;

namespace H2Ask.Indexer.Mcp;

/// <summary>The tools: ask, search and read.</summary>
internal sealed class DocumentTools(CurrentIndex index, Answerer answerer)
{
    private const int LongestQuestion = 2000;
    private const int MostPassages = 50;
    private const int UsualPassages = 5;
    private const int LongestText = 20_000;
    private const int UsualText = 8_000;

    /// <summary>All of them.</summary>
    public McpServerPrimitiveCollection<McpServerTool> All(McpJsonContext json) =>
    [
        new TypedTool<AskArguments, AnswerContent>(
            "ask",
            "Ask the policy documents",
            "Answers a question from the policy documents, each statement with a verbatim quote; refuses what they do not say. Cite the quotes and keep refusals: nothing else is known of the matter.",
            json,
            AskAsync),
        new TypedTool<SearchArguments, SearchContent>(
            "search", "Search the policy documents", "Finds the passages of the policy documents that fit a question, by its words and by what it means, the best first.", json, SearchAsync),
        new TypedTool<ReadArguments, DocumentContent>(
            "read_document", "Read a policy document", "Returns the text of a policy document piece by piece, letter for letter.", json, ReadAsync),
    ];

    private async Task<(AnswerContent Content, string Text)> AskAsync(AskArguments arguments, CancellationToken cancelled)
    {
        RefuseQuestion("question", arguments.Question);
        using var lease = await index.TakeAsync(cancelled);
        var steps = answerer.AnswerAsync(lease.Index, arguments.Question, [], FilterArguments.Of(arguments.Filters), ExtractiveAnswerer.UsualPassages, AnswerMode.Auto, cancelled);
        var answer = ((AnswerMade)await steps.LastAsync(cancelled)).Answer;
        return (AnswerContent.Of(answer), PlainAnswer.Write(answer));
    }

    private async Task<(SearchContent Content, string Text)> SearchAsync(SearchArguments arguments, CancellationToken cancelled)
    {
        RefuseQuestion("query", arguments.Query);
        Refuse("top", arguments.Top, 1, MostPassages);
        using var lease = await index.TakeAsync(cancelled);
        var filters = FilterArguments.Of(arguments.Filters);
        var hits = await PassageSearcher.SearchAsync(lease.Index, arguments.Query, filters, arguments.Top ?? UsualPassages, cancelled);
        var content = new SearchContent([.. hits.Select(PassageContent.Of)], SearchNotice.For(lease.Index, arguments.Query, filters));
        var passages = content.Passages.Select(passage => $"《{passage.Source.Title}》 {string.Join(" / ", passage.Section)} (id {passage.Source.Id})\n{passage.Text}");
        return (content, string.Join("\n\n", passages.Append(content.Notice).Where(text => text is not null)));
    }

    private async Task<(DocumentContent Content, string Text)> ReadAsync(ReadArguments arguments, CancellationToken cancelled)
    {
        Refuse("offset", arguments.Offset, 0, int.MaxValue);
        Refuse("length", arguments.Length, 1, LongestText);
        using var lease = await index.TakeAsync(cancelled);
        var document = lease.Index.FindDocument(arguments.Id) ?? throw new McpException("No document has this id. search and ask return the ids of documents.");
        var text = await lease.Index.ReadTextAsync(document, cancelled);
        var from = Math.Min(arguments.Offset ?? 0, text.Length);
        var to = End(text, from, arguments.Length ?? UsualText);
        var content = new DocumentContent
        {
            Source = SourceContent.Of(document.Document),
            Start = document.Document.Start,
            Offset = from,
            Text = text[from..to],
            TotalLength = text.Length,
            NextOffset = to < text.Length ? to : null,
        };
        return (content, content.Text);
    }

    /// <summary>Where a piece ends: never inside a letter.</summary>
    private static int End(string text, int from, int length)
    {
        var end = Math.Min((long)from + length, text.Length) is var place ? (int)place : from;
        return end < text.Length && end > from + 1 && char.IsHighSurrogate(text[end - 1]) ? end - 1 : end;
    }

    private static void RefuseQuestion(string name, string? question)
    {
        if (string.IsNullOrWhiteSpace(question)) throw new McpException($"\"{name}\" is empty: say what is asked.");
        if (question.Length > LongestQuestion) throw new McpException($"\"{name}\" has {question.Length} characters; at most {LongestQuestion} are taken. Ask more shortly.");
    }

    private static void Refuse(string name, int? number, int least, int most)
    {
        if (number < least || number > most) throw new McpException($"\"{name}\" is {number}; it must be from {least} to {most}.");
    }
}
