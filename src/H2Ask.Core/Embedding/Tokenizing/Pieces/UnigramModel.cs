namespace H2Ask.Core.Embedding.Tokenizing.Pieces;

/// <summary>
/// SentencePiece's model: of all ways to make a word of pieces the one with the highest sum of scores. A character that is no piece is
/// unknown, at ten less than the lowest score; unknown characters in a row are one token, or the pieces of their bytes.
/// </summary>
internal sealed class UnigramModel : PieceModel
{
    private const double UnknownPenalty = 10;

    private readonly PieceTrie _trie;
    private readonly double[] _scores;
    private readonly int _unknown;
    private readonly int[]? _bytes;
    private readonly double _unknownScore;

    /// <summary>Makes the model.</summary>
    /// <param name="trie">The pieces that text can be made of.</param>
    /// <param name="scores">The score of each piece, special ones too.</param>
    /// <param name="unknown">The id of what is unknown.</param>
    /// <param name="bytes">The piece of each byte, -1 where there is none; null where unknown characters stay unknown.</param>
    public UnigramModel(PieceTrie trie, double[] scores, int unknown, int[]? bytes)
    {
        _trie = trie;
        _scores = scores;
        _unknown = unknown;
        _bytes = bytes;
        _unknownScore = scores.Min() - UnknownPenalty;
    }

    public override void Encode(ReadOnlySpan<char> word, ref IdWriter ids, Workspace workspace)
    {
        var path = workspace.PathThrough(word.Length);
        FindBestPath(word, path);
        TurnAround(path);
        for (var start = 0; start < word.Length && !ids.IsCut;)
        {
            var end = path[start].Link;
            if (path[end].Piece != _unknown)
            {
                ids.Write(path[end].Piece);
            }
            else
            {
                while (end < word.Length && path[path[end].Link].Piece == _unknown) end = path[end].Link;
                WriteUnknown(word[start..end], ref ids);
            }

            start = end;
        }
    }

    private void FindBestPath(ReadOnlySpan<char> word, Span<PathNode> path)
    {
        foreach (ref var node in path) node.Link = -1;
        path[0].Score = 0;
        for (var start = 0; start < word.Length;)
        {
            var next = start + CodePoints.LengthAt(word, start);
            if (!OfferPieces(word, path, start, next)) Offer(ref path[next], path[start].Score + _unknownScore, start, _unknown);
            start = next;
        }
    }

    /// <summary>Tries all pieces that start at a place; returns whether the character that ends at <paramref name="next"/> is one.</summary>
    private bool OfferPieces(ReadOnlySpan<char> word, Span<PathNode> path, int start, int next)
    {
        var score = path[start].Score;
        var isPiece = false;
        var state = PieceTrie.Root;
        for (var i = start; i < word.Length;)
        {
            state = _trie.Next(state, word[i++], out var piece);
            if (state < 0) break;
            if (piece < 0) continue;
            Offer(ref path[i], score + _scores[piece], start, piece);
            if (i == next) isPiece = true;
        }

        return isPiece;
    }

    private static void Offer(ref PathNode node, double score, int start, int piece)
    {
        if (node.Link >= 0 && score <= node.Score) return;
        node.Score = score;
        node.Link = start;
        node.Piece = piece;
    }

    /// <summary>Makes the links lead from the start of each piece of the best path to its end.</summary>
    private static void TurnAround(Span<PathNode> path)
    {
        var end = path.Length - 1;
        var link = path[end].Link;
        while (end > 0)
        {
            var start = link;
            link = path[start].Link;
            path[start].Link = end;
            end = start;
        }
    }

    private void WriteUnknown(ReadOnlySpan<char> characters, ref IdWriter ids)
    {
        if (_trie.Find(characters) is var piece and >= 0) ids.Write(piece);
        else if (_bytes is null || !TryWriteBytes(characters, ref ids)) ids.Write(_unknown);
    }

    private bool TryWriteBytes(ReadOnlySpan<char> characters, ref IdWriter ids)
    {
        var before = ids;
        Span<byte> bytes = stackalloc byte[4];
        foreach (var character in characters.EnumerateRunes())
        {
            foreach (var b in bytes[..character.EncodeToUtf8(bytes)])
            {
                if (_bytes![b] < 0)
                {
                    ids = before;
                    return false;
                }

                ids.Write(_bytes[b]);
            }
        }

        return true;
    }
}
