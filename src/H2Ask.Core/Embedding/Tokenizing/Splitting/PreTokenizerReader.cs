namespace H2Ask.Core.Embedding.Tokenizing.Splitting;

/// <summary>Reads the pre-tokenizer of a tokenizer's file.</summary>
internal static class PreTokenizerReader
{
    public static SplitStep[] Read(FilePart? part)
    {
        if (part is not { } preTokenizer) return [];
        var steps = new List<SplitStep>();
        Add(preTokenizer, steps);
        return [.. steps];
    }

    private static void Add(FilePart part, List<SplitStep> steps)
    {
        switch (part.Kind)
        {
            case "Sequence":
                foreach (var item in part.Member("pretokenizers").Items()) Add(item, steps);
                break;
            case "BertPreTokenizer":
                steps.Add(new PatternSplit(new KindPattern(CharacterKinds.Whitespace), SplitBehaviour.Removed));
                steps.Add(new PatternSplit(new KindPattern(CharacterKinds.Punctuation), SplitBehaviour.Isolated));
                break;
            case "Whitespace":
                steps.Add(new PatternSplit(new KindPattern(CharacterKinds.Whitespace), SplitBehaviour.Removed));
                steps.Add(new PatternSplit(new KindPattern(CharacterKinds.Symbol), SplitBehaviour.Contiguous));
                break;
            case "WhitespaceSplit":
                steps.Add(new PatternSplit(new KindPattern(CharacterKinds.Whitespace), SplitBehaviour.Removed));
                break;
            case "Punctuation":
                var behaviour = part.TryMember("behavior") is { } named ? Behaviour(named) : SplitBehaviour.Isolated;
                steps.Add(new PatternSplit(new KindPattern(CharacterKinds.Punctuation), behaviour));
                break;
            case "Digits":
                var digits = part.Member("individual_digits").Flag ? SplitBehaviour.Isolated : SplitBehaviour.Contiguous;
                steps.Add(new PatternSplit(new KindPattern(CharacterKinds.Numeric), digits));
                break;
            case "CharDelimiterSplit":
                steps.Add(new PatternSplit(new LiteralPattern(Character(part.Member("delimiter"))), SplitBehaviour.Removed));
                break;
            case "Split":
                steps.Add(new PatternSplit(PatternReader.Read(part.Member("pattern")), Behaviour(part.Member("behavior")), part.Member("invert").Flag));
                break;
            case "Metaspace":
                steps.Add(Metaspace(part, isFirst: steps.Count == 0));
                break;
            case var kind:
                throw part.Unknown(kind);
        }
    }

    private static Metaspace Metaspace(FilePart part, bool isFirst)
    {
        var mark = Character(part.Member("replacement"));
        if (mark.Length != 1) throw part.Member("replacement").Refuse("lies outside the basic plane, which is not known here");
        var addsPrefix = part.TryMember("add_prefix_space")?.Flag;
        var scheme = part.TryMember("prepend_scheme")?.Text ?? (addsPrefix == false ? "never" : "always");
        if (addsPrefix == false && scheme != "never") throw part.Refuse($"has a prepend_scheme “{scheme}” that goes against its add_prefix_space");
        var marksEach = scheme switch
        {
            "always" => true,
            "never" => false,
            "first" when isFirst => true,
            "first" => throw part.Refuse("has the prepend_scheme “first” behind another step, which is not known here"),
            _ => throw part.Refuse($"has the prepend_scheme “{scheme}”, which is not known here"),
        };
        return new Metaspace(mark[0], marksEach, part.FlagOf("split", byDefault: true));
    }

    private static SplitBehaviour Behaviour(FilePart part) =>
        Array.IndexOf(Enum.GetNames<SplitBehaviour>(), part.Text) is var index and >= 0 ? (SplitBehaviour)index : throw part.Unknown(part.Text);

    private static string Character(FilePart part) =>
        part.Text is { Length: > 0 } text && CodePoints.LengthAt(text, 0) == text.Length ? text : throw part.Refuse("should be one character");
}
