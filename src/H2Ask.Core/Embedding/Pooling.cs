namespace H2Ask.Core.Embedding;

/// <summary>How the vectors of a text's tokens become the text's vector.</summary>
public enum Pooling
{
    /// <summary>The mean of all tokens' vectors.</summary>
    Mean,

    /// <summary>The vector of the first token.</summary>
    Cls,

    /// <summary>The model does it itself and gives one vector a text.</summary>
    Model,
}
