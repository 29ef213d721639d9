using FsCheck;
using FsCheck.Fluent;
using H2Ask.Core.Corpus.Describing;
using H2Ask.Core.Corpus.Reading;
using H2Ask.Core.Corpus.Splitting;
using H2Ask.Core.Text;

namespace H2Ask.Core.Tests.Corpus.Describing;

public sealed class DescribingHostileTextTests
{
    private static readonly string[] Pieces =
    [
        "关于", "印发", "《", "》", "的通知", "（", "）", "〔2021〕", "23号", "国发", "2021年", "13月", "2月30日", "二〇二二年", "六月", "自", "起施行", "有效期", "99年", "至", "0年", "本办法", "发布之日", "。", "，", "、",
        "\n", "\r\n", "\u00A0", "\u3000", "\uFEFF", "山东省", "济南市", "市中区", "人民政府", "委员会", "局", "征求意见稿", "节选", "第一章", "一、", "\uD83D", "\uDE00", "𝟙", "Ａ", "１２", "“十四五”", "规划", "废止", "/", "-", "—", "近日", ":", "x",
    ];

    [Fact]
    public void Any_text_is_described_and_keeps_its_place()
    {
        var texts = Gen.Elements(Pieces).ListOf().Select(string.Concat);
        var drafts = Gen.Zip(texts, Gen.Zip(texts, Gen.Choose(0, 40)));
        Prop.ForAll(drafts.ToArbitrary(), pair =>
        {
            var (text, (title, cut)) = pair;
            var middle = Math.Min(cut, text.Length);
            var source = new SourceText { File = "a.txt", Text = text, Offset = 7 };
            var described = new DocumentDescriber().Describe(
                source,
                [
                    new DraftDocument { Title = title, Span = new TextSpan(0, middle), Role = DocumentRole.Report, RelatedTo = 1 },
                    new DraftDocument { Title = title, Span = new TextSpan(middle, text.Length), Role = DocumentRole.Reprint, HeadSpan = new TextSpan(middle, text.Length), Omitted = [new TextSpan(0, middle)] },
                    new DraftDocument { Title = title, Span = new TextSpan(0, text.Length), Omitted = [new TextSpan(middle, text.Length)], RelatedTo = 9 },
                ]);
            var linked = DocumentRelations.Link(described);

            Assert.Equal([(7, 7 + middle), (7 + middle, 7 + text.Length), (7, 7 + text.Length)], linked.Select(document => (document.Start, document.End)));
            Assert.Equal(3, linked.Select(document => document.Id).Distinct().Count());
            Assert.Equal(linked[1].Id, linked[0].ReportOf);
        }).QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData("自")]
    [InlineData("自发布之日起施行，有效期")]
    [InlineData("《关于印发")]
    [InlineData("2021年1月1日")]
    [InlineData("山东省济南市局")]
    [InlineData("(一)、一、")]
    [InlineData("废止《")]
    [InlineData("关于印发\n")]
    public void Long_repetitions_are_described_like_any_text(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 100_000 / piece.Length));

        Assert.Equal(text.Length, Described.Policy("规划", text).End);
        Assert.Equal("新闻", Described.Article(piece, text).Kind);
    }
}
