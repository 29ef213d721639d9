namespace H2Ask.Core.Embedding.Tokenizing;

/// <summary>The special tokens around a text.</summary>
/// <param name="Before">Those before it.</param>
/// <param name="After">Those after it.</param>
internal sealed record Frame(int[] Before, int[] After)
{
    public static Frame None { get; } = new([], []);

    public int Length => Before.Length + After.Length;

    /// <summary>This frame with another around it.</summary>
    public Frame Within(Frame outer) => new([.. outer.Before, .. Before], [.. After, .. outer.After]);
}
