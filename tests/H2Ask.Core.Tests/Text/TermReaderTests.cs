using FsCheck;
using FsCheck.Fluent;
using H2Ask.Core.Text;
using H2Ask.Tests;

namespace H2Ask.Core.Tests.Text;

public sealed class TermReaderTests
{
    private static readonly string[] Pieces =
    [
        "氢能", "加氢站", "二〇二五年", "三百二十万", "十四五", "百分之", "第", "号", "〔", "〕", "［", "（", "）", "2021", "23", "1,000", "，", ",", ".", "3.2.1", "０．５", "％", "万", "亿", "千瓦",
        "元", " ", "\u3000", "\n", "\t", "R&D", "CO₂", "kW·h", "5G-A", "GB/T 29912", "PM2.5", "-", "/", "é", "Я", "カ", "𠮷", "\uD842", "😀", "\0", "点", "零", "两",
    ];

    private static readonly Gen<string> Texts = Gen.Elements(Pieces).ListOf().Select(string.Concat);

    [Fact]
    public void Chinese_gives_each_character_and_each_pair()
    {
        var terms = Terms("加氢站");

        Assert.Equal(5, terms.Count);
        Assert.Equal([.. Terms("加氢"), .. Terms("氢站")[1..]], terms);
    }

    [Theory]
    [InlineData("１０００", "1000")]
    [InlineData("ＰＥＭ", "pem")]
    [InlineData("PEM", "pem")]
    [InlineData("2025", "2025.")]
    [InlineData("加 氢\n站", "加氢站")]
    [InlineData("１０００万", "1000万")]
    [InlineData("1,000 万", "1000万")]
    [InlineData("2020 年", "2020年")]
    [InlineData("5％", "5%")]
    [InlineData("3.50亿元", "3.5 亿元")]
    [InlineData("0.5", "00.50")]
    [InlineData("CO₂", "co2")]
    [InlineData("国发〔2021〕23号", "国发[ 2021 ] 23 号")]
    public void Ways_of_writing_do_not_matter(string one, string other) => Assert.Equal(Terms(one), Terms(other));

    [Theory]
    [InlineData("1.5", "15")]
    [InlineData("15", "150")]
    [InlineData("0", "1")]
    [InlineData("2020", "2021")]
    [InlineData("3", "3a")]
    [InlineData("3.2.1", "3.21")]
    [InlineData("加氢", "氢加")]
    public void Different_texts_give_different_terms(string one, string other) => Assert.NotEqual(Terms(one), Terms(other));

    [Theory]
    [InlineData("二〇二五年", "2025年")]
    [InlineData("到二零三五年", "2035年")]
    [InlineData("三百万元", "300万元")]
    [InlineData("一千二百家", "1200家")]
    [InlineData("一万零五百座", "10500座")]
    [InlineData("二十三条", "23条")]
    [InlineData("三万亿元", "30000亿元")]
    [InlineData("0.1亿元", "1000万元")]
    [InlineData("1.8万人", "18000人")]
    [InlineData("5千万立方米", "5000万立")]
    [InlineData("百分之五", "5%")]
    [InlineData("百分之二十五", "25%")]
    [InlineData("百分之5", "5％")]
    [InlineData("GB/T 29912", "gbt")]
    [InlineData("GB12268", "12268")]
    [InlineData("DC-DC变换器", "DCDC")]
    [InlineData("AR/VR设备", "VR")]
    [InlineData("70MPa", "70 Mpa")]
    [InlineData("5G-A", "5G")]
    [InlineData("100 kW·h", "100kWh")]
    public void A_text_can_be_found_by_the_other_way_of_writing(string text, string asked) =>
        Assert.Contains(WholeTerm(asked), Terms(text));

    [Theory]
    [InlineData("十四五", "145")]
    [InlineData("百千万", "1000")]
    [InlineData("一二三", "123")]
    [InlineData("三百五", "350")]
    [InlineData("两万五", "25000")]
    [InlineData("五六百", "600")]
    [InlineData("三十点五", "30")]
    [InlineData("3千瓦", "3000")]
    [InlineData("2,3000", "23000")]
    public void Numerals_that_can_be_read_otherwise_are_no_number(string text, string number) => Assert.DoesNotContain(Terms(number)[0], Terms(text));

    [Theory]
    [InlineData("国发〔2021〕23号")]
    [InlineData("国发[2021]23号")]
    [InlineData("国发 ﹝2021﹞ 第 23 号")]
    [InlineData("（国发（２０２１）２３号）")]
    [InlineData("《关于印发的通知》（国发〔2021〕23号）要求")]
    [InlineData("关于印发方案的通知国发〔2021〕23号各省")]
    public void A_document_number_is_one_term(string text)
    {
        var number = DocumentNumberTerms("国发〔2021〕23号");

        Assert.Contains(Assert.Single(number), Terms(text));
    }

    [Theory]
    [InlineData("国办发〔2021〕23号", "鲁政办发〔2021〕23号")]
    [InlineData("国发〔2021〕23号", "国发〔2022〕23号")]
    [InlineData("国发〔2021〕23号", "国发〔2021〕2号")]
    [InlineData("工信部联节〔2018〕43号", "工信部联财〔2018〕43号")]
    public void Different_document_numbers_have_different_terms(string one, string other) =>
        Assert.NotEqual(DocumentNumberTerms(one)[^1], DocumentNumberTerms(other)[^1]);

    [Fact]
    public void Every_document_number_of_the_corpus_is_a_term()
    {
        var numbers = 0;
        foreach (var text in Repository.SeedFiles.Select(File.ReadAllText))
        {
            for (var at = text.IndexOf("国发〔", StringComparison.Ordinal); at >= 0; at = text.IndexOf("国发〔", at + 1, StringComparison.Ordinal))
            {
                var written = text[at..(text.IndexOf('号', at) + 1)];
                numbers++;
                Assert.Contains(DocumentNumberTerms(written)[0], Terms(text.Substring(at - 12, 12 + written.Length)));
            }
        }

        Assert.True(numbers > 5);
    }

    [Fact]
    public void A_sentence_mark_parts_two_characters() => Assert.DoesNotContain(Terms("氢站")[1], Terms("氢。站"));

    [Fact]
    public void Terms_tell_where_they_stand()
    {
        const string Text = "到 2020 年，投入１,０００ 万元。";
        var spans = new List<string>();
        var reader = new TermReader(Text);
        while (reader.Read()) spans.Add(reader.Span.Of(Text).ToString());

        Assert.Equal(["到", "2020", "2020 年", "年", "投", "投入", "入", "１,０００", "１,０００ 万", "１,０００ 万元", "万", "万元", "元"], spans);
    }

    [Fact]
    public void Any_text_gives_terms_in_their_order_within_it() =>
        Prop.ForAll(Texts.ToArbitrary(), text =>
        {
            var reader = new TermReader(text);
            var last = 0;
            while (reader.Read())
            {
                Assert.True(reader.Span.Length > 0);
                Assert.InRange(reader.Span.Start, 0, text.Length - 1);
                Assert.InRange(reader.Span.End, last, text.Length);
                last = reader.Span.Start;
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1000).WithEndSize(40));

    [Fact]
    public void Any_text_gives_the_same_terms_in_full_width() =>
        Prop.ForAll(Texts.ToArbitrary(), text =>
        {
            var wide = string.Concat(text.Select(letter => letter is > ' ' and <= '~' ? (char)(letter + 0xFEE0) : letter));
            Assert.Equal(Terms(text), Terms(wide));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500).WithEndSize(40));

    [Fact]
    public void Any_amount_is_one_number_in_figures_and_in_ten_thousands() =>
        Prop.ForAll(Gen.Choose(1, int.MaxValue).ToArbitrary(), amount =>
        {
            var decimals = $"{amount / 10000}.{amount % 10000:D4}万元";
            Assert.Contains(Terms($"{amount}元").First(IsLong), Terms(decimals));
            Assert.Equal(Terms($"{amount:N0}元"), Terms($"{amount}元"));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    /// <summary>The term that takes in most of the text, of those that are no pair.</summary>
    private static ulong WholeTerm(string text)
    {
        var best = (Length: 0, Term: 0UL);
        var reader = new TermReader(text);
        while (reader.Read())
        {
            if (IsLong(reader.Current) && reader.Span.Length > best.Length) best = (reader.Span.Length, reader.Current);
        }

        return best.Term;
    }

    private static bool IsLong(ulong term) => term >= 1UL << 63;

    /// <summary>The terms that stand for the whole number and not for a part.</summary>
    private static List<ulong> DocumentNumberTerms(string number)
    {
        var terms = new List<ulong>();
        var reader = new TermReader(number);
        while (reader.Read())
        {
            if (reader.Span.End == number.Length && reader.Span.Start < number.IndexOfAny(['〔', '[']) && IsLong(reader.Current)) terms.Add(reader.Current);
        }

        return terms;
    }

    private static List<ulong> Terms(string text)
    {
        var terms = new List<ulong>();
        var reader = new TermReader(text);
        while (reader.Read()) terms.Add(reader.Current);
        return terms;
    }
}
