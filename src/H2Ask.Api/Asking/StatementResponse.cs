using H2Ask.Core.Answering;

namespace H2Ask.Api.Asking;

/// <summary>One statement of an answer.</summary>
/// <param name="Text">What it says.</param>
/// <param name="Citations">The numbers of the citations that prove it.</param>
/// <param name="Label">Which of the things compared it speaks of.</param>
/// <param name="Note">What to know of the document it is taken from, as that it is a draft.</param>
/// <param name="Key">The part of the text that answers, where the rest is what stands around it.</param>
public sealed record StatementResponse(string Text, IReadOnlyList<int> Citations, string? Label = null, string? Note = null, string? Key = null)
{
    /// <summary>Describes a statement.</summary>
    internal static StatementResponse Of(Statement statement) => new(statement.Text, statement.Citations, statement.Label, statement.Note, statement.Key);
}
