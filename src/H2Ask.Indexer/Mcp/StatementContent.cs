using System.ComponentModel;

namespace H2Ask.Indexer.Mcp;

/// <summary>One statement of an answer.</summary>
internal sealed record StatementContent(
    [property: Description("What it says.")] string Text,
    [property: Description("The numbers of the citations that prove it.")] IReadOnlyList<int> Citations,
    [property: Description("Which of the things compared it speaks of.")] string? Label = null,
    [property: Description("What to know of the document it is taken from, as that it is a draft.")] string? Note = null);
