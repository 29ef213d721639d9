using System.Globalization;

namespace H2Ask.Core.Embedding.Tokenizing.Pieces;

/// <summary>Reads the model of a tokenizer's file.</summary>
internal sealed class ModelReader
{
    /// <summary>A file is not trusted with the size of what is made of it.</summary>
    private const int LongestPiece = 1000;

    private readonly FilePart _model;
    private readonly string _kind;
    private readonly List<double> _scores = [];
    private readonly int _unknown;

    /// <summary>Reads the vocabulary of a file.</summary>
    public ModelReader(FilePart file)
    {
        _model = file.Member("model");
        _kind = Kind(_model);
        Vocabulary = Vocabulary.Read(file, _model, _kind switch
        {
            "WordPiece" => NumberedPieces(_model.Member("vocab")),
            "Unigram" => ScoredPieces(_model.Member("vocab")),
            _ => throw _model.Unknown(_kind),
        });
        _unknown = _kind == "WordPiece" ? UnknownToken() : UnknownId();
        Vocabulary.MarkSpecial(_unknown);
    }

    public Vocabulary Vocabulary { get; }

    /// <summary>Makes the model; no text is made of the pieces that are marked as special by now.</summary>
    public PieceModel Make()
    {
        var trie = PieceTrieBuilder.TryBuild(Vocabulary.Pieces) ?? throw _model.Refuse("has a vocabulary that is too large");
        if (_kind == "Unigram") return new UnigramModel(trie, [.. _scores], _unknown, _model.FlagOf("byte_fallback", byDefault: false) ? BytePieces() : null);
        return new WordPieceModel(trie, _model.Member("continuing_subword_prefix").Text, _unknown, _model.Member("max_input_chars_per_word").Count);
    }

    /// <summary>Old files name no type: then the model is what its members make it.</summary>
    private static string Kind(FilePart model)
    {
        if (model.TryMember("type") is { } type) return type.Text;
        if (model.TryMember("continuing_subword_prefix") is not null && model.TryMember("merges") is null) return "WordPiece";
        return model.TryMember("unk_id") is not null ? "Unigram" : throw model.Refuse("has no “type”");
    }

    private int UnknownToken()
    {
        var token = _model.Member("unk_token");
        return Vocabulary.IdOf(token.Text) is var id and >= 0 ? id : throw token.Refuse("is not in the vocabulary");
    }

    private int UnknownId()
    {
        var part = _model.Member("unk_id");
        return part.Count < _scores.Count ? part.Count : throw part.Refuse($"is {part.Count}, but there are only {_scores.Count} pieces");
    }

    private static IEnumerable<(string Text, int Id, FilePart Part)> NumberedPieces(FilePart part) =>
        part.Members().Select(piece => (Checked(piece.Name, piece.Value), piece.Value.Count, piece.Value));

    /// <summary>The pieces, each of which is a text and its score.</summary>
    private IEnumerable<(string Text, int Id, FilePart Part)> ScoredPieces(FilePart part)
    {
        foreach (var item in part.Items())
        {
            var pair = item.Items().ToArray();
            if (pair.Length != 2) throw item.Refuse("should be a text and its score");
            _scores.Add(pair[1].Number);
            yield return (Checked(pair[0].Text, pair[0]), _scores.Count - 1, item);
        }
    }

    private int[] BytePieces() =>
        [.. Enumerable.Range(0, 256).Select(b => Vocabulary.IdOf(string.Create(CultureInfo.InvariantCulture, $"<0x{b:X2}>")))];

    private static string Checked(string piece, FilePart part) =>
        piece.Length <= LongestPiece ? piece : throw part.Refuse($"is a piece of {piece.Length} characters; {LongestPiece} are the most");
}
