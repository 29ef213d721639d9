using FsCheck;
using FsCheck.Fluent;
using H2Ask.Core.Embedding;

namespace H2Ask.Core.Tests.Embedding.Tokenizing;

/// <summary>What holds for any text and any room.</summary>
public sealed class TokenizerProperties
{
    private static readonly string[] Pieces =
    [
        "氢能", "产业", "加氢站", "，", "。", "（", "Ａ", "１２", "abc", "ABC", "é", "e\u0301", "\u0301", "İ", "ﬁ", "㋀", "가", "\u1100", "\u1161", "\u11A8", "👨‍👩‍👧", "🇨🇳", "𠮷", "\uD842", "\uDFB7", "\u200D", "\uFE0F",
        " ", "  ", "\t", "\r\n", "\u00A0", "\u3000", "\0", "\uFFFD", "\u0001", "▁", "[CLS]", "</s>", "<0x0A>", "##a", "\u0600", "\u0903", "ｶﾞ",
    ];

    private static readonly Tokenizer[] Tokenizers = [.. new[] { "bert", "xlm", "plain", "bytes" }.Select(GoldenFiles.Load)];

    private static readonly Gen<string> Texts = Gen.OneOf(Gen.Elements(Pieces).ListOf().Select(string.Concat), ArbMap.Default.GeneratorFor<string>().Select(text => text ?? ""));

    [Fact]
    public void Any_text_fits_any_room_and_what_is_cut_is_the_start_of_the_whole() =>
        Prop.ForAll(Texts.ToArbitrary(), Gen.Choose(0, 40).ToArbitrary(), (text, room) => Array.ForEach(Tokenizers, tokenizer => AssertFits(tokenizer, text, room)))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(1000).WithEndSize(60));

    [Fact]
    public void Any_text_gets_ids_of_the_vocabulary_and_the_same_twice() =>
        Prop.ForAll(Texts.ToArbitrary(), text => Array.ForEach(Tokenizers, tokenizer =>
        {
            var ids = tokenizer.Encode(text);
            Assert.All(ids, id => Assert.InRange(id, 0, tokenizer.VocabularySize - 1));
            Assert.Equal(ids, tokenizer.Encode(text));
        })).Check(Config.QuickThrowOnFailure.WithMaxTest(1000).WithEndSize(60));

    [Fact]
    public void What_stands_around_a_text_does_not_change_how_it_is_read() =>
        Prop.ForAll(Texts.ToArbitrary(), Texts.ToArbitrary(), (one, other) =>
        {
            // Between two line ends nothing joins; the tokenizer without special tokens drops them.
            var plain = Tokenizers[2];
            Assert.Equal([.. plain.Encode(one), .. plain.Encode(other)], plain.Encode($"{one}\n\n{other}"));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1000).WithEndSize(60));

    private static void AssertFits(Tokenizer tokenizer, string text, int room)
    {
        var whole = tokenizer.Encode(text);
        var special = tokenizer.Encode("");
        var after = special.Length / 2;
        var ids = new int[room];

        var count = tokenizer.Encode(text, ids, out var isCut);

        Assert.Equal(whole.Length > room, isCut);
        Assert.Equal(Math.Min(whole.Length, room), count);
        if (room < special.Length) return;
        Assert.Equal([.. whole[..(count - after)], .. special[^after..]], ids[..count]);
    }
}
