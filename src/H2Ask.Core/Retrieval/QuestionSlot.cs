using H2Ask.Core.Corpus.Describing;

namespace H2Ask.Core.Retrieval;

/// <summary>A part of a question that names a place, a time or a document.</summary>
/// <param name="Kind">What it names.</param>
/// <param name="Start">Where it begins.</param>
/// <param name="End">Where it ends, exclusive.</param>
/// <param name="Places">Of a place what the name can mean; otherwise none.</param>
internal readonly record struct QuestionSlot(SlotKind Kind, int Start, int End, IReadOnlyList<Place> Places)
{
    /// <summary>Its words.</summary>
    public string Of(string question) => question[Start..End];
}
