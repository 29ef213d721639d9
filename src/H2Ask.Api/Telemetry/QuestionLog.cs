using Microsoft.Extensions.Options;

namespace H2Ask.Api.Telemetry;

/// <summary>Logs questions where the settings want it; nothing else logs any.</summary>
internal sealed partial class QuestionLog(IOptions<QuestionLogOptions> options, ILogger<QuestionLog> logger)
{
    private readonly bool _isOn = options.Value.Questions;

    /// <summary>Logs what was asked.</summary>
    public void Write(HttpContext context, string question)
    {
        if (_isOn) LogQuestion(logger, context.TraceIdentifier, question);
    }

    [LoggerMessage(EventId = 6, Level = LogLevel.Information, Message = "Request {RequestId} asks: {Question}")]
    private static partial void LogQuestion(ILogger logger, string requestId, string question);
}
