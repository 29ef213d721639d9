namespace H2Ask.Core.Embedding.Tokenizing.Pieces;

/// <summary>The best path through a word up to a place.</summary>
internal struct PathNode
{
    /// <summary>The sum of the scores of its pieces.</summary>
    public double Score;

    /// <summary>Where its last piece starts, or, once the path is known, where the piece that starts here ends; -1 where no path leads here.</summary>
    public int Link;

    /// <summary>Its last piece.</summary>
    public int Piece;
}
