using FsCheck;
using FsCheck.Fluent;
using H2Ask.Core.Corpus.Passages;
using H2Ask.Core.Text;
using H2Ask.Tests;

namespace H2Ask.Core.Tests.Corpus.Passages;

public class DocumentCutterProperties
{
    private static readonly string[] Pieces =
    [
        "第一章 总则", "第二章", "第一条 为", "第二条规定", "第十二条　", "一、", "二、三、", "（一）", "（二）", "(三)", "1.", "2、", "1.5亿元", "（1）", "①", "②", "7.1.4 ", "专栏 1 ",
        "附件", "附件1：", "前言", "总体要求", "。", "；", "，", "：", "！", "\n", "\n\n", "\r\n", "\t", "\t\t", "|", " ", "\u00A0", "\u3000", "\f", "“", "”", "《", "》", "（", "）", "\"\"",
        "**", "^{**}", "PM_{2.5}", "$x^2$", "\\%", "<p>", "</p>", "<td>", "&nbsp;", "- 12 -", "12", " 3 ", "２０２５年", "％", "𠮷", "\uD842", "\uDFB7", "\0", "氢能产业发展",
        "各地要加大支持力度，落实责任，形成合力", "GB/Z 34541", "3.14", "http://a.b/c?d=1;e", "¹", "[1]", "1. 注释", "推进重点任务包括：", "————", "----\t----",
    ];

    private static readonly Gen<string> Texts = Gen.Elements(Pieces).ListOf().Select(string.Concat);

    [Fact]
    public void Any_text_is_cut_soundly() =>
        Prop.ForAll(Texts.ToArbitrary(), text => Cutting.AssertSound(text, Cutting.Cut(text))).Check(Config.QuickThrowOnFailure.WithMaxTest(500).WithEndSize(120));

    [Fact]
    public void Any_string_is_cut_soundly() =>
        Prop.ForAll(ArbMap.Default.ArbFor<string>(), text => Cutting.AssertSound(text ?? "", Cutting.Cut(text ?? ""))).Check(Config.QuickThrowOnFailure);

    [Fact]
    public void Any_text_is_cut_soundly_with_small_passages_an_offset_and_an_omitted_run() =>
        Prop.ForAll(Texts.ToArbitrary(), text =>
        {
            var gap = new TextSpan(text.Length / 3, text.Length / 2);
            var options = new PassageOptions { Minimum = 15, Maximum = 50 };
            Cutting.AssertSound(text, Cutting.Cut(text, options, offset: 1000, omitted: gap), options, offset: 1000, gap);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300).WithEndSize(120));

    [Fact]
    public void The_corpus_is_cut_soundly_whole_and_mutilated()
    {
        var random = new Random(7);
        foreach (var text in Repository.SeedFiles.Select(File.ReadAllText))
        {
            Cutting.AssertSound(text, Cutting.Cut(text));
            for (var round = 0; round < 40; round++)
            {
                var start = random.Next(text.Length);
                var part = text.Substring(start, Math.Min(random.Next(1, 6000), text.Length - start));
                var cut = random.Next(part.Length);
                var mutilated = random.Next(3) switch
                {
                    0 => part,
                    1 => part.Remove(cut, Math.Min(random.Next(200), part.Length - cut)),
                    _ => part.Replace("\n", "", StringComparison.Ordinal),
                };
                Cutting.AssertSound(mutilated, Cutting.Cut(mutilated));
            }
        }
    }

    [Fact]
    public void Cutting_again_gives_the_same_passages()
    {
        var text = File.ReadAllText(Repository.SeedFiles[^1]);
        Assert.Equal(Cutting.Cut(text).Passages.Select(passage => passage.Id), Cutting.Cut(text).Passages.Select(passage => passage.Id));
    }
}
