namespace H2Ask.Core.Embedding.Tokenizing.Pieces;

/// <summary>A vocabulary of pieces of words, and the way to make words of them.</summary>
internal abstract class PieceModel
{
    /// <summary>Writes the ids of the pieces of a word, which is not empty.</summary>
    public abstract void Encode(ReadOnlySpan<char> word, ref IdWriter ids, Workspace workspace);
}
