using H2Ask.Core.Text;

namespace H2Ask.Core.Evaluation;

/// <summary>A passage that answers a question of a test set.</summary>
/// <param name="File">The file it stands in.</param>
/// <param name="Quote">Its text, letter for letter.</param>
/// <param name="Spans">Every place where it stands in the file.</param>
/// <param name="IsAlternative">Whether it says the same as a required passage and may stand in for it.</param>
public sealed record GoldPassage(string File, string Quote, IReadOnlyList<TextSpan> Spans, bool IsAlternative = false);
