namespace H2Ask.Core.Answering;

/// <summary>One statement of an answer.</summary>
/// <param name="Text">What it says.</param>
/// <param name="Citations">The numbers of the citations that prove it; at least one.</param>
public sealed record Statement(string Text, IReadOnlyList<int> Citations)
{
    /// <summary>The part of the text that answers, where the rest is what stands around it; null where all of it does.</summary>
    public string? Key { get; init; }

    /// <summary>Which of the things compared it speaks of; null where nothing is compared.</summary>
    public string? Label { get; init; }

    /// <summary>What a reader must know of the document it is taken from, as that it is a draft; null where there is nothing to know.</summary>
    public string? Note { get; init; }

    /// <summary>The statement as it is shown: with its label, its note and the marks of its citations.</summary>
    public string Line =>
        $"{(Label is null ? string.Empty : Label + "：")}{Text}{(Note is null ? string.Empty : $"（{Note}）")}{string.Concat(Citations.Select(number => $" [{number}]"))}";
}
