using H2Ask.Core.Embedding.Tokenizing.Pieces;

namespace H2Ask.Core.Tests.Embedding.Tokenizing;

public sealed class PieceTrieTests
{
    [Fact]
    public void Every_piece_is_found_and_nothing_else()
    {
        var random = new Random(11);
        var pieces = new HashSet<string>();
        while (pieces.Count < 20_000) pieces.Add(string.Concat(Enumerable.Range(0, random.Next(1, 6)).Select(_ => (char)(random.Next(4) == 0 ? random.Next(1, 0xD000) : 0x4E00 + random.Next(60)))));
        string[] known = [.. pieces];

        var trie = PieceTrieBuilder.TryBuild(known.Select((piece, id) => (piece, id)));

        Assert.NotNull(trie);
        Assert.All(known.Index(), piece => Assert.Equal(piece.Index, trie.Find(piece.Item)));
        foreach (var piece in known.Take(5000).Select(piece => piece + "一").Concat(known.Take(5000).Select(piece => piece[1..])))
        {
            Assert.Equal(pieces.Contains(piece), trie.Find(piece) >= 0);
        }
    }

    [Fact]
    public void A_trie_of_no_pieces_finds_none()
    {
        var trie = PieceTrieBuilder.TryBuild([]);

        Assert.NotNull(trie);
        Assert.Equal(PieceTrie.None, trie.Find("a"));
        Assert.Equal(PieceTrie.None, trie.Longest(PieceTrie.Root, "a", out _));
    }

    [Fact]
    public void More_states_than_allowed_are_not_built() =>
        Assert.Null(PieceTrieBuilder.TryBuild([("ab", 0), ("cd", 1)], mostStates: 3));
}
