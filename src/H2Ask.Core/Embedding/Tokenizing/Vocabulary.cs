namespace H2Ask.Core.Embedding.Tokenizing;

/// <summary>The pieces of a model and the special tokens added to them: each id from 0 to the last stands for one text.</summary>
internal sealed class Vocabulary
{
    private readonly Dictionary<string, int> _ids;
    private readonly HashSet<int> _special;

    private Vocabulary(Dictionary<string, int> ids, HashSet<int> special)
    {
        _ids = ids;
        _special = special;
    }

    public int Size => _ids.Count;

    /// <summary>The pieces that a text can be made of.</summary>
    public IEnumerable<(string Text, int Id)> Pieces => _ids.Where(piece => piece.Key.Length > 0 && !_special.Contains(piece.Value)).Select(piece => (piece.Key, piece.Value));

    /// <summary>Reads the added tokens of a file to the pieces of its model.</summary>
    public static Vocabulary Read(FilePart file, FilePart model, IEnumerable<(string Text, int Id, FilePart Part)> pieces)
    {
        var ids = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (text, id, part) in pieces)
        {
            if (!ids.TryAdd(text, id)) throw part.Refuse("is there twice");
        }

        if (ids.Count == 0) throw model.Refuse("has an empty vocabulary");
        var special = ReadAdded(file, ids);
        RequireEachIdOnce(model, ids);
        return new Vocabulary(ids, special);
    }

    /// <summary>The id of a text; -1 where it has none.</summary>
    public int IdOf(string text) => _ids.GetValueOrDefault(text, -1);

    /// <summary>From now on no text is made of this piece.</summary>
    public void MarkSpecial(int id) => _special.Add(id);

    private static HashSet<int> ReadAdded(FilePart file, Dictionary<string, int> ids)
    {
        var special = new HashSet<int>();
        if (file.TryMember("added_tokens") is not { } added) return special;
        foreach (var token in added.Items())
        {
            if (!token.FlagOf("special", byDefault: false)) throw token.Refuse("is not special: tokens that are found in the text before the model reads it are not known here");
            var (text, id) = (token.Member("content").Text, token.Member("id").Count);
            if (!ids.TryAdd(text, id) && ids[text] != id) throw token.Refuse($"has the id {id}, but the model gives the same text the id {ids[text]}");
            special.Add(id);
        }

        return special;
    }

    private static void RequireEachIdOnce(FilePart model, Dictionary<string, int> ids)
    {
        var isTaken = new bool[ids.Count];
        foreach (var (text, id) in ids)
        {
            if (id >= isTaken.Length) throw model.Refuse($"has {ids.Count} pieces in all, but the id {id}: ids should run from 0 without gaps");
            if (isTaken[id]) throw model.Refuse($"gives the id {id} twice");
            isTaken[id] = true;
        }
    }
}
