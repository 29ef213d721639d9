namespace H2Ask.Core.Embedding.Tokenizing;

/// <summary>Reads the post-processor of a tokenizer's file: which special tokens stand around a text.</summary>
internal static class FrameReader
{
    private const int LongestFrame = 64;

    public static Frame Read(FilePart? part, int vocabularySize)
    {
        if (part is not { } processor) return Frame.None;
        var frame = ReadOne(processor, vocabularySize);
        return frame.Length <= LongestFrame ? frame : throw processor.Refuse($"puts more than {LongestFrame} special tokens around a text");
    }

    private static Frame ReadOne(FilePart part, int vocabularySize) => part.Kind switch
    {
        "Sequence" => part.Member("processors").Items().Aggregate(Frame.None, (inner, item) => inner.Within(ReadOne(item, vocabularySize))),
        "BertProcessing" or "RobertaProcessing" => new Frame([IdOfPair(part.Member("cls"), vocabularySize)], [IdOfPair(part.Member("sep"), vocabularySize)]),
        "TemplateProcessing" => Template(part, vocabularySize),
        // It moves offsets and adds nothing.
        "ByteLevel" => Frame.None,
        var kind => throw part.Unknown(kind),
    };

    /// <summary>The id of a pair like <c>["[CLS]", 101]</c>.</summary>
    private static int IdOfPair(FilePart part, int vocabularySize)
    {
        var pair = part.Items().ToArray();
        return pair.Length == 2 ? Id(pair[1], vocabularySize) : throw part.Refuse("should be a token and its id");
    }

    private static Frame Template(FilePart part, int vocabularySize)
    {
        var single = part.Member("single");
        var specials = part.Member("special_tokens");
        var sides = new List<int>[] { [], [] };
        var side = 0;
        foreach (var piece in single.Items())
        {
            if (piece.TryMember("SpecialToken") is { } special)
            {
                sides[side].AddRange(specials.Member(special.Member("id").Text).Member("ids").Items().Select(id => Id(id, vocabularySize)));
                continue;
            }

            if (piece.Member("Sequence").Member("id").Text != "A" || ++side > 1) throw single.Refuse("should have the text, “A”, once");
        }

        return side == 1 ? new Frame([.. sides[0]], [.. sides[1]]) : throw single.Refuse("should have the text, “A”, once");
    }

    private static int Id(FilePart part, int vocabularySize) =>
        part.Count is var id && id < vocabularySize ? id : throw part.Refuse($"is {part.Count}, which is no id of the vocabulary");
}
