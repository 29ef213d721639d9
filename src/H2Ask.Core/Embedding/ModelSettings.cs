namespace H2Ask.Core.Embedding;

/// <summary>How a model is to be used: what <c>h2ask.json</c> in its folder says. <c>models/README.md</c> describes the file.</summary>
public sealed record ModelSettings
{
    /// <summary>How the vectors of a text's tokens become the text's vector.</summary>
    public required Pooling Pooling { get; init; }

    /// <summary>The most tokens of a text that the model sees, special tokens included; what is longer is cut.</summary>
    public required int MaximumTokens { get; init; }

    /// <summary>How many numbers a vector has.</summary>
    public required int Dimensions { get; init; }

    /// <summary>Whether vectors are scaled to length 1.</summary>
    public bool Normalise { get; init; } = true;

    /// <summary>Stands before each question.</summary>
    public string QueryPrefix { get; init; } = "";

    /// <summary>Stands before each passage.</summary>
    public string PassagePrefix { get; init; } = "";
}
