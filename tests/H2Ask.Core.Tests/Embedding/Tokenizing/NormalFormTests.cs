using System.Globalization;
using H2Ask.Core.Embedding.Tokenizing;
using H2Ask.Core.Embedding.Tokenizing.Normalizing;

namespace H2Ask.Core.Tests.Embedding.Tokenizing;

public sealed class NormalFormTests
{
    private static readonly NormalForm Composed = new(compatible: false, composed: true), Decomposed = new(compatible: false, composed: false);
    private static readonly NormalForm CompatibleComposed = new(compatible: true, composed: true), CompatibleDecomposed = new(compatible: true, composed: false);

    [Theory]
    [InlineData("é", "e\u0301", "é", "e\u0301", "é")]
    [InlineData("\u1E0A\u0323", "D\u0323\u0307", "\u1E0C\u0307", "D\u0323\u0307", "\u1E0C\u0307")]
    [InlineData("ﬁ", "ﬁ", "ﬁ", "fi", "fi")]
    [InlineData("각", "\u1100\u1161\u11A8", "각", "\u1100\u1161\u11A8", "각")]
    [InlineData("가\u11A8", "\u1100\u1161\u11A8", "각", "\u1100\u1161\u11A8", "각")]
    [InlineData("Å", "A\u030A", "Å", "A\u030A", "Å")]
    [InlineData("\u0958", "\u0915\u093C", "\u0915\u093C", "\u0915\u093C", "\u0915\u093C")]
    [InlineData("ｶﾞ", "ｶﾞ", "ｶﾞ", "カ\u3099", "ガ")]
    [InlineData("２０２１年（①）", "２０２１年（①）", "２０２１年（①）", "2021年(1)", "2021年(1)")]
    [InlineData("\U0002F800𝔸", "丽𝔸", "丽𝔸", "丽A", "丽A")]
    [InlineData("a\u0301\u0300b\u0327\u0301", "a\u0301\u0300b\u0327\u0301", "á\u0300b\u0327\u0301", "a\u0301\u0300b\u0327\u0301", "á\u0300b\u0327\u0301")]
    public void A_text_has_the_four_forms_of_Unicode(string text, string d, string c, string kd, string kc)
    {
        Assert.Equal(d, Apply(Decomposed, text));
        Assert.Equal(c, Apply(Composed, text));
        Assert.Equal(kd, Apply(CompatibleDecomposed, text));
        Assert.Equal(kc, Apply(CompatibleComposed, text));
    }

    [Fact]
    public void Merged_steps_do_what_the_steps_do_one_after_the_other()
    {
        LocalStep[][] rows =
        [
            [CompatibleComposed, new Lowercasing()],
            [new ControlCleaning(), new HanSpacing(), Decomposed, new Removal(CharacterKinds.NonspacingMark), new Lowercasing()],
            [new NmtCleaning(), Composed],
            [new Lowercasing(), CompatibleDecomposed, new Removal(CharacterKinds.Mark)],
        ];
        foreach (var row in rows)
        {
            var merged = new MergedSteps(row);
            Assert.All(GoldenFiles.Lines, line =>
            {
                var text = string.Concat(line.EnumerateRunes());
                Assert.Equal(row.Aggregate(text, (current, step) => Apply(step, current)), Apply(merged, text));
            });
        }
    }

    /// <summary>The rule of <see cref="PrecompiledMap.IsAlone"/> against the platform's graphemes.</summary>
    [Fact]
    public void Two_characters_that_are_alone_never_make_one_grapheme()
    {
        var map = PrecompiledMap.TryRead([4, 0, 0, 0, 0, 0, 0, 0, 0]);
        Assert.NotNull(map);
        char[] alone = [.. Enumerable.Range(0, 0x10000).Select(c => (char)c).Where(map.IsAlone)];
        Assert.True(alone.Length > 40_000);
        char[] partners = ['a', '中', '。', '\u0915', '\u2764', '\uFF76', '\u0E01', '\u0EA1', '\u1F00', alone[^1]];
        foreach (var c in alone)
        {
            foreach (var partner in partners)
            {
                Assert.Equal(1, StringInfo.GetNextTextElementLength([c, partner]));
                Assert.Equal(1, StringInfo.GetNextTextElementLength([partner, c]));
            }
        }
    }

    private static string Apply(TextStep step, string text)
    {
        var output = new TextBuffer();
        step.Apply(text, output, new Workspace());
        return output.Text.ToString();
    }
}
