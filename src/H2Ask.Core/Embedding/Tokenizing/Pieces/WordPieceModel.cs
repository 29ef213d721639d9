namespace H2Ask.Core.Embedding.Tokenizing.Pieces;

/// <summary>BERT's model: from left to right always the longest piece; a word that can't be made of pieces is unknown as a whole.</summary>
/// <param name="trie">The pieces.</param>
/// <param name="prefix">What a piece that continues a word begins with.</param>
/// <param name="unknown">The id of what is unknown.</param>
/// <param name="longestWord">A word of more characters is unknown.</param>
internal sealed class WordPieceModel(PieceTrie trie, string prefix, int unknown, int longestWord) : PieceModel
{
    private readonly int _continuation = trie.Walk(prefix);

    public override void Encode(ReadOnlySpan<char> word, ref IdWriter ids, Workspace workspace)
    {
        if (!IsTooLong(word) && TryEncode(word, ref ids)) return;
        ids.Write(unknown);
    }

    private bool TryEncode(ReadOnlySpan<char> word, ref IdWriter ids)
    {
        var before = ids;
        for (var start = 0; start < word.Length;)
        {
            var state = start == 0 ? PieceTrie.Root : _continuation;
            var piece = trie.Longest(state, word[start..], out var length);
            if (piece < 0)
            {
                ids = before;
                return false;
            }

            ids.Write(piece);
            start += length;
        }

        return true;
    }

    private bool IsTooLong(ReadOnlySpan<char> word)
    {
        if (word.Length <= longestWord) return false;
        var count = 0;
        for (var i = 0; i < word.Length && count <= longestWord; i += CodePoints.LengthAt(word, i)) count++;
        return count > longestWord;
    }
}
