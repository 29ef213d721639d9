using H2Ask.Core.Text;

namespace H2Ask.Core.Index;

/// <summary>What a question searches for: its terms, and how much each counts before it is known how rare it is.</summary>
internal static class QuestionTerms
{
    /// <summary>A term that a question repeats counts twice, no more.</summary>
    private const int MostRepetitions = 2;

    /// <summary>The terms, in the order of the question.</summary>
    public static IReadOnlyList<(ulong Term, float Times)> Of(ReadOnlySpan<char> question, LexicalWeights weights)
    {
        var repetitions = new Dictionary<ulong, int>();
        var reader = new TermReader(question);
        while (reader.Read()) repetitions[reader.Current] = Math.Min(MostRepetitions, repetitions.GetValueOrDefault(reader.Current) + 1);
        return [.. repetitions.Select(term => (term.Key, term.Value * (TermReader.IsCharacter(term.Key) ? weights.Character : 1)))];
    }
}
