using System.Text;
using H2Ask.Api.Asking;
using H2Ask.Api.Hosting;
using H2Ask.Core.Answering;

namespace H2Ask.Api.OpenAi;

/// <summary>Writes an answer in OpenAI's shape, whole or piece by piece.</summary>
internal sealed class ChatWriting(ChatRequest request, QuestionModel tokens)
{
    private readonly string _id = $"chatcmpl-{Guid.CreateVersion7():N}";
    private readonly long _created = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
    private readonly StringBuilder _written = new();

    /// <summary>The whole answer.</summary>
    public ChatCompletion Whole(Answer answer)
    {
        var content = PlainAnswer.Write(answer);
        return new ChatCompletion
        {
            Id = _id,
            Created = _created,
            Model = request.Model!,
            Choices = [new ChatChoice(new ChatMessageResponse(content))],
            Usage = Usage(content),
            Answered = answer.Answered,
            Confidence = answer.Confidence,
            Citations = [.. answer.Citations.Select(CitationResponse.Of)],
            Notice = answer.Notice,
        };
    }

    /// <summary>The pieces that a step adds.</summary>
    public IEnumerable<ChatChunk> Next(AnswerEvent step)
    {
        var isFirst = _written.Length == 0;
        switch (step)
        {
            case StatementMade made:
                yield return Piece((isFirst ? string.Empty : "\n") + made.Statement.Line, isFirst);
                break;
            case AnswerMade { Answer: var answer }:
                var rest = (isFirst ? answer.Text : string.Empty) + PlainAnswer.Ending(answer);
                if (rest.Length > 0) yield return Piece(rest, isFirst);
                yield return Last(answer);
                if (request.StreamOptions?.IncludeUsage == true) yield return Chunk([]) with { Usage = Usage(_written.ToString()) };
                break;
        }
    }

    private ChatChunk Piece(string content, bool isFirst)
    {
        _written.Append(content);
        return Chunk([new ChunkChoice(new ChunkDelta(content, isFirst ? "assistant" : null))]);
    }

    private ChatChunk Last(Answer answer) => Chunk([new ChunkChoice(new ChunkDelta(), "stop")]) with
    {
        Answered = answer.Answered,
        Confidence = answer.Confidence,
        Citations = [.. answer.Citations.Select(CitationResponse.Of)],
        Notice = answer.Notice,
    };

    private ChatChunk Chunk(IReadOnlyList<ChunkChoice> choices) => new() { Id = _id, Created = _created, Model = request.Model!, Choices = choices };

    private TokenUsage Usage(string answer) =>
        new(request.Messages!.Sum(message => message.Content is { } content ? (long)tokens.CountTokens(content.Text) : 0), tokens.CountTokens(answer));
}
