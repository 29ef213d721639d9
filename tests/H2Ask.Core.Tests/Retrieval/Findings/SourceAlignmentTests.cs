using System.Text;
using FsCheck;
using FsCheck.Fluent;
using H2Ask.Core.Retrieval.Findings;
using H2Ask.Core.Text;

namespace H2Ask.Core.Tests.Retrieval.Findings;

public sealed class SourceAlignmentTests
{
    [Fact]
    public void Every_letter_of_a_cleaned_text_is_found_where_it_stands() => Prop.ForAll<byte[]>(pieces =>
    {
        var text = Cleaning.Of(pieces);
        return IsInPlace(text.Searched, text.Source, text.Origins, leadIn: 0);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_lead_in_of_other_words_stands_nowhere_and_leaves_all_else_in_its_place() => Prop.ForAll<byte[], byte>((pieces, length) =>
    {
        var text = Cleaning.Of(pieces);
        var leadIn = string.Concat(Enumerable.Range(0, 1 + (length % 40)).Select(i => (char)('\u9000' + i))) + "：\n";
        var alignment = SourceAlignment.Of(leadIn + text.Searched, text.Source);
        return alignment.Find(new TextSpan(0, leadIn.Length)) is null && IsInPlace(leadIn + text.Searched, text.Source, text.Origins, leadIn.Length);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Any_two_texts_can_be_laid_side_by_side() => Prop.ForAll<string?, string?>((one, other) =>
    {
        var (searched, source) = (one + other, other + one);
        var alignment = SourceAlignment.Of(searched, source);
        var places = Enumerable.Range(0, searched.Length).Select(i => (At: i, Place: alignment.Find(new TextSpan(i, i + 1)))).Where(found => found.Place is not null).Select(found => (found.At, Place: found.Place!.Value)).ToArray();
        // Lines may have been moved, but not what is in them.
        return places.All(found => found.Place.Length == 1 && found.Place.Start >= 0 && found.Place.End <= source.Length)
            && places.Zip(places.Skip(1)).All(pair => pair.First.Place.Start < pair.Second.Place.Start || searched[pair.First.At..pair.Second.At].Contains('\n'));
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("加快推进下列工作：\n加氢站要合理布局，按规划分步建设。", "加氢站要合理布局，按规划分步建设。", "加氢站要合理布局")]
    [InlineData("支持企业\n支持高校与企业共建研发平台。", "支持高校与企业共建研发平台。", "支持高校与企业共建研发平台")]
    public void A_lead_in_that_begins_like_the_text_takes_none_of_its_letters(string searched, string source, string sought) =>
        Assert.Equal(sought, Found(searched, source, sought));

    [Theory]
    [InlineData("到2025年建成20座", "到 ２０２５ 年，\n建 成\u00A020 座", "到 ２０２５ 年，\n建 成\u00A020 座")]
    [InlineData("推广应用车辆并完善配套", "推广应用\n— 17 —\n车辆并完善配套", "推广应用\n— 17 —\n车辆并完善配套")]
    [InlineData("PEM电解槽", "ＰＥＭ 电解槽", "ＰＥＭ 电解槽")]
    [InlineData("捕集CO2并且封存", "捕集 CO₂ 并且封存", "捕集 CO₂ 并且封存")]
    [InlineData("占地30000m2", "占地 30000 m²", "占地 30000 m²")]
    public void What_cleaning_took_away_is_in_the_source_again(string searched, string source, string found) => Assert.Equal(found, Found(searched, source, searched));

    [Fact]
    public void What_stands_after_more_than_is_passed_over_is_not_found()
    {
        var alignment = SourceAlignment.Of("前面的一句。后面的另一句。", "前面的一句。" + new string('隔', 300) + "后面的另一句。");

        Assert.Equal(new TextSpan(0, 5), alignment.Find(new TextSpan(0, 6)));
        Assert.Null(alignment.Find(new TextSpan(6, 12)));
    }

    [Fact]
    public void The_share_that_was_found_counts_letters_only()
    {
        const string Searched = "其他：\n甲乙丙丁戊己庚。";
        var alignment = SourceAlignment.Of(Searched, "甲 乙丙丁戊己庚");

        Assert.Equal(1, alignment.ShareFound(Searched, new TextSpan(4, Searched.Length)));
        Assert.Equal(0, alignment.ShareFound(Searched, new TextSpan(0, 3)));
        Assert.Equal(7 / 9.0, alignment.ShareFound(Searched, new TextSpan(0, Searched.Length)));
        Assert.Equal(0, alignment.ShareFound(Searched, new TextSpan(2, 4)));
    }

    private static string? Found(string searched, string source, string sought)
    {
        var start = searched.LastIndexOf(sought, StringComparison.Ordinal);
        return SourceAlignment.Of(searched, source).Find(new TextSpan(start, start + sought.Length))?.Of(source).ToString();
    }

    private static bool IsInPlace(string searched, string source, IReadOnlyList<int> origins, int leadIn)
    {
        var alignment = SourceAlignment.Of(searched, source);
        return origins.Select((origin, i) => (Origin: origin, At: leadIn + i))
            .All(letter => alignment.Find(new TextSpan(letter.At, letter.At + 1)) == (letter.Origin < 0 ? null : new TextSpan(letter.Origin, letter.Origin + 1)));
    }

    /// <summary>A text of letters that each stand in it once, and what cleaning makes of it.</summary>
    /// <param name="Source">The text, with blanks, wide letters and page numbers.</param>
    /// <param name="Searched">The text without them.</param>
    /// <param name="Origins">Of each character searched where it stands in the source; -1 of what is no letter.</param>
    private sealed record Cleaning(string Source, string Searched, IReadOnlyList<int> Origins)
    {
        private static readonly string[] Breaks = [" ", "\n", "\n— 12 —\n", "\u3000\u00A0", "", "\n　3\n", "</>", "\t"];

        public static Cleaning Of(byte[] pieces)
        {
            var (source, searched, origins) = (new StringBuilder(), new StringBuilder(), new List<int>());
            var next = '一';
            foreach (var piece in pieces)
            {
                for (var i = 0; i < 7 + (piece % 5); i++) Keep(next, next++);
                Keep((char)('Ａ' + (piece % 26)), (char)('A' + (piece % 26)));
                source.Append(Breaks[piece % Breaks.Length]);
                if (piece % 3 != 0) continue;
                source.Append('，');
                searched.Append('，');
                origins.Add(-1);
            }

            return new Cleaning(source.ToString(), searched.ToString(), origins);

            void Keep(char written, char cleaned)
            {
                origins.Add(source.Length);
                source.Append(written);
                searched.Append(cleaned);
            }
        }
    }
}
