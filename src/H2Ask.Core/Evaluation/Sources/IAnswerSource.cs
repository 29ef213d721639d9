using H2Ask.Core.Retrieval;

namespace H2Ask.Core.Evaluation.Sources;

/// <summary>What is evaluated: an index in this process, or a running service.</summary>
public interface IAnswerSource
{
    /// <summary>Answers a question.</summary>
    /// <exception cref="FailedRequestException">This question got no answer.</exception>
    /// <exception cref="EvaluationException">No question can get one.</exception>
    Task<GivenAnswer> AskAsync(string question, IReadOnlyList<Turn> history, CancellationToken cancelled);

    /// <summary>Finds passages, the best first.</summary>
    /// <exception cref="FailedRequestException">This search failed.</exception>
    /// <exception cref="EvaluationException">No search can succeed.</exception>
    Task<IReadOnlyList<FoundPassage>> SearchAsync(string query, IReadOnlyList<Turn> history, int top, CancellationToken cancelled);
}
