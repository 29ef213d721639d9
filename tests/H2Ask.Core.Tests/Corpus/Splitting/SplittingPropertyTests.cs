using FsCheck;
using FsCheck.Fluent;
using H2Ask.Core.Corpus.Reading;
using H2Ask.Core.Corpus.Splitting;
using H2Ask.Tests;

namespace H2Ask.Core.Tests.Corpus.Splitting;

public sealed class SplittingPropertyTests
{
    private static readonly string[] Pieces =
    [
        "\n", "\n\n", "\r\n", " ", "　　", ",", "\"", "\"\"", "\t", "。", "！", "：", "《", "》", "（", "）", "“", "”", "目录", "目 录\n", "一、", "二、", "（一）", "第一章", "第一条", "第二条", "1.", "3.2030年",
        "关于印发", "关于", "的通知", "实施方案", "规划", "意见", "各市人民政府：", "为加强管理，制定本办法。", "现印发给你们", "国发〔2021〕23号", "（国务院/2021年3月）", "（节选）", "2021年3月5日", "原文如下：",
        "推荐阅读→", "来源：", "附件1\n", "......12\n", "某市水务局", "省人民政府令\n第3号\n", "#", "**", "\uFEFF", "\uD83D", "\U0010F170", "\0", "供水管理工作持续推进", "近日，记者获悉",
    ];

    [Fact]
    public void Any_text_is_split_into_documents_in_order_and_in_the_text()
    {
        var piece = Gen.Frequency((9, Gen.Elements(Pieces)), (1, ArbMap.Default.GeneratorFor<string>().Select(text => text ?? string.Empty)));
        var texts = Gen.Sized(size => Gen.Choose(0, 6 * (size + 1)).SelectMany(count => piece.ArrayOf(count))).Select(string.Concat);

        Prop.ForAll(texts.ToArbitrary(), text => Check(text, continues: false)).Check(Config.QuickThrowOnFailure.WithMaxTest(600));
        Prop.ForAll(texts.ToArbitrary(), text => Check(text, continues: true)).Check(Config.QuickThrowOnFailure.WithMaxTest(200));
    }

    [Fact]
    public void Mutilated_files_of_the_corpus_are_split_into_documents_in_order_and_in_the_text()
    {
        var random = new Random(20240229);
        foreach (var file in Repository.SeedFiles)
        {
            var whole = File.ReadAllText(file);
            for (var i = 0; i < 40; i++)
            {
                var start = random.Next(whole.Length);
                var text = whole.Substring(start, Math.Min(whole.Length - start, random.Next(1, 20_000)));
                for (var cuts = random.Next(6); cuts > 0 && text.Length > 2; cuts--)
                {
                    var at = random.Next(text.Length);
                    var length = random.Next(Math.Min(500, text.Length - at));
                    text = random.Next(3) switch
                    {
                        0 => text.Remove(at, length),
                        1 => text.Insert(random.Next(text.Length), text.Substring(at, length)),
                        _ => text.Insert(at, Pieces[random.Next(Pieces.Length)]),
                    };
                }

                Check(text, continues: i % 4 == 0);
            }
        }
    }

    private static void Check(string text, bool continues)
    {
        var split = DocumentSplitter.Split(new SourceText { File = "a.txt", Text = text, Continues = continues });
        Texts.AssertValid(text, split.Documents);
        Assert.InRange(split.Consumed, split.Documents.Count > 0 ? split.Documents[^1].Span.End : 0, text.Length);
        if (!continues) Assert.Equal(text.Length, split.Consumed);
    }
}
