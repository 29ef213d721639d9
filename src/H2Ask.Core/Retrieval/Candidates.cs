using H2Ask.Core.Index;

namespace H2Ask.Core.Retrieval;

/// <summary>The passages that may answer a question, the best by words and meaning together first, and what each side says of them.</summary>
/// <param name="Question">The question.</param>
/// <param name="Passages">The numbers of the passages.</param>
/// <param name="Words">What their words score.</param>
/// <param name="Fields">What their words are worth in each field alone.</param>
/// <param name="Sentence">How near the nearest of their sentences is.</param>
/// <param name="Whole">How near they are as a whole.</param>
/// <param name="Fused">What both sides score together.</param>
internal sealed record Candidates(string Question, int[] Passages, float[] Words, FieldWorths[] Fields, float[] Sentence, float[] Whole, float[] Fused)
{
    /// <summary>How many there are.</summary>
    public int Count => Passages.Length;
}
