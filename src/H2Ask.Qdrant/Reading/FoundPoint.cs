using H2Ask.Core.Index;

namespace H2Ask.Qdrant.Reading;

/// <summary>A passage that a search found, with what the question's words are worth in it.</summary>
/// <param name="Id">The id of its point.</param>
/// <param name="Number">Its number.</param>
/// <param name="Words">Its score by words.</param>
/// <param name="Fields">What the words are worth in each of its fields.</param>
internal readonly record struct FoundPoint(Guid Id, int Number, float Words, FieldWorths Fields);
