namespace H2Ask.Core.Index;

/// <summary>What a question's words and its meaning find, and what each passage of it scores on both sides.</summary>
/// <param name="ByWords">Those that the words find, the best first.</param>
/// <param name="Numbers">All that one of the two sides finds, by their numbers; what follows stands in the same order.</param>
/// <param name="Fields">What the question's terms are worth in each field alone.</param>
/// <param name="Sentence">How near the nearest of a passage's sentences is to the question.</param>
/// <param name="Whole">How near a passage as a whole is.</param>
public sealed record FoundPassages(ScoredPassage[] ByWords, int[] Numbers, FieldWorths[] Fields, float[] Sentence, float[] Whole);
