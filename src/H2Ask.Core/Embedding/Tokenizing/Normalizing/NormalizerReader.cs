using H2Ask.Core.Embedding.Tokenizing.Splitting;

namespace H2Ask.Core.Embedding.Tokenizing.Normalizing;

/// <summary>Reads the normalizer of a tokenizer's file.</summary>
internal static class NormalizerReader
{
    /// <summary>A text may become so many times as long by all replacements together.</summary>
    private const int MostGrowth = 64;

    public static TextStep[] Read(FilePart? part)
    {
        if (part is not { } normalizer) return [];
        var growth = 1.0;
        foreach (var replacement in Parts(normalizer).Where(step => step.Kind == "Replace")) growth *= Math.Max(1, replacement.Member("content").Text.Length);
        if (Parts(normalizer).Count(step => step.Kind == "Precompiled") > 1) throw normalizer.Refuse("has more than one map of characters, each of which may make a text longer");
        if (growth > MostGrowth) throw normalizer.Refuse($"makes a text more than {MostGrowth} times as long");
        return TextSteps.Merge(Parts(normalizer).SelectMany(Steps));
    }

    /// <summary>The part, or those of the sequence that it is.</summary>
    private static IEnumerable<FilePart> Parts(FilePart part) => part.Kind == "Sequence" ? part.Member("normalizers").Items().SelectMany(Parts) : [part];

    private static IEnumerable<TextStep> Steps(FilePart part) => part.Kind switch
    {
        "BertNormalizer" => BertSteps(part),
        "NFC" => [new NormalForm(compatible: false, composed: true)],
        "NFD" => [new NormalForm(compatible: false, composed: false)],
        "NFKC" => [new NormalForm(compatible: true, composed: true)],
        "NFKD" => [new NormalForm(compatible: true, composed: false)],
        "Lowercase" => [new Lowercasing()],
        "StripAccents" => [new Removal(CharacterKinds.Mark)],
        "Strip" => [new Trimming(part.Member("strip_left").Flag, part.Member("strip_right").Flag)],
        "Prepend" => [new Prefixing(part.Member("prepend").Text)],
        "Nmt" => [new NmtCleaning()],
        "Precompiled" => [Precompiled(part.Member("precompiled_charsmap"))],
        "Replace" => [Replacement(part)],
        var kind => throw part.Unknown(kind),
    };

    private static IEnumerable<TextStep> BertSteps(FilePart part)
    {
        var lowercases = part.FlagOf("lowercase", byDefault: true);
        if (part.FlagOf("clean_text", byDefault: true)) yield return new ControlCleaning();
        if (part.FlagOf("handle_chinese_chars", byDefault: true)) yield return new HanSpacing();
        if (part.FlagOf("strip_accents", byDefault: lowercases))
        {
            yield return new NormalForm(compatible: false, composed: false);
            yield return new Removal(CharacterKinds.NonspacingMark);
        }

        if (lowercases) yield return new Lowercasing();
    }

    private static PrecompiledMap Precompiled(FilePart part)
    {
        var text = part.Text;
        var bytes = new byte[text.Length];
        if (!Convert.TryFromBase64String(text, bytes, out var length)) throw part.Refuse("is not base64");
        return PrecompiledMap.TryRead(bytes.AsSpan(0, length)) ?? throw part.Refuse("is damaged: it leads beyond its own end or to what is no text");
    }

    private static TextStep Replacement(FilePart part)
    {
        var content = part.Member("content").Text;
        var pattern = part.Member("pattern");
        if (pattern.TryMember("String") is { } literal && literal.Text.Length > 0 && CodePoints.LengthAt(literal.Text, 0) == literal.Text.Length)
        {
            return new CharacterReplacement(CodePoints.At(literal.Text, 0, out _), content);
        }

        return new PatternReplacement(PatternReader.Read(pattern), content);
    }
}
