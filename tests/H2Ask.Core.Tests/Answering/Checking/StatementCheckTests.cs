using H2Ask.Core.Answering.Checking;
using H2Ask.Core.Index;
using H2Ask.Core.Retrieval;
using H2Ask.Core.Tests.Index;
using H2Ask.Tests;

namespace H2Ask.Core.Tests.Answering.Checking;

public sealed class StatementCheckTests(SeedsIndex corpus) : IClassFixture<SeedsIndex>, IDisposable
{
    private const string Nanjing = """
        南京市加氢站建设运营补贴办法
        第一条 对日加注能力500公斤及以上的加氢站，按设备投资额的30%给予建设补贴，最高不超过500万元。对日加注能力1,000公斤及以上的加氢站，按设备投资额的30%给予建设补贴，最高不超过900万元。
        第二条 加氢站终端售价不高于35元/千克的，按每千克15元给予运营补贴，补贴期限为三年。
        第三条 加氢站运营企业不得擅自改变加氢站用途，应当建立安全生产责任制。
        第四条 市住房和城乡建设局负责加氢站建设的监督管理，市应急管理局负责加氢站安全生产的综合监督管理。
        第五条 到2025年，全市建成加氢站20座，产业规模达到300亿元；到2030年，建成加氢站60座，产业规模达到1000亿元。
        第六条 本办法自2024年3月1日起施行，有效期至2026年12月31日。
        """;

    private const string Suzhou = """
        苏州市氢能产业发展扶持措施
        第一条 对新建的固定式加氢站，按实际投资额的20%给予补助，单个加氢站补助总额不超过200万元。
        第二条 支持昆山市、常熟市开展燃料电池汽车示范应用，昆山市推广300辆，常熟市推广200辆。
        第三条 未取得燃气经营许可的企业不予支持。
        第四条 依据GB50516建设加氢站，储氢容器工作压力为45MPa。
        """;

    private readonly TemporaryFolder _documents = new();
    private readonly TemporaryFolder _folder = new();
    private EmbeddedIndex? _index;

    [Theory]
    [InlineData("南京市对日加注能力500公斤及以上的加氢站，按设备投资额的30%给予建设补贴，最高不超过500万元。", "南京市")]
    [InlineData("南京市日加注能力一千公斤及以上的加氢站，建设补贴最高不超过九百万元。", "南京市")]
    [InlineData("南京市加氢站建设补贴按设备投资额的百分之三十给予。", "南京市")]
    [InlineData("南京市加氢站终端售价不高于35元/kg的，每公斤给予运营补贴15元，期限3年。", "南京市")]
    [InlineData("南京市到２０２５年建成加氢站２０座，产业规模达到300亿元。", "南京市")]
    [InlineData("到2030年，南京市产业规模达到1,000亿元。", "南京市")]
    [InlineData("南京市加氢站运营企业不得擅自改变加氢站用途。", "南京市")]
    [InlineData("市应急管理局负责加氢站安全生产的综合监督管理。", "南京市")]
    [InlineData("《南京市加氢站建设运营补贴办法》自2024-03-01起施行。", "南京市")]
    [InlineData("该办法有效期至2026年12月。", "南京市")]
    [InlineData("苏州市对新建固定式加氢站按实际投资额的20%补助，单个加氢站补助总额不超过200万元。", "苏州市")]
    [InlineData("昆山市推广燃料电池汽车300辆。", "苏州市")]
    [InlineData("苏州市对未取得燃气经营许可的企业不予支持。", "苏州市")]
    [InlineData("苏州市加氢站储氢容器工作压力为45兆帕。", "苏州市")]
    public void What_the_passage_says_is_proved(string statement, string place)
    {
        var proof = Assert.Single(Check("加氢站").Prove(statement, PassagesOf(place)));

        Assert.Equal(place, proof.Source.Document.Document.Region[^1]);
        Assert.InRange(proof.Span.Length, 1, 3 * statement.Length);
    }

    [Theory]
    [InlineData("南京市对日加注能力500公斤及以上的加氢站，按设备投资额的30%给予建设补贴，最高不超过800万元。")]
    [InlineData("南京市对日加注能力500公斤及以上的加氢站，建设补贴最高不超过900万元。")]
    [InlineData("南京市对日加注能力500公斤及以上的加氢站，按设备投资额的40%给予建设补贴。")]
    [InlineData("南京市对日加注能力500公斤及以上的加氢站，建设补贴不低于500万元。")]
    [InlineData("南京市对日加注能力500公斤及以上的加氢站，给予建设补贴500元。")]
    [InlineData("无锡市对日加注能力500公斤及以上的加氢站，按设备投资额的30%给予建设补贴。")]
    [InlineData("江宁区对日加注能力500公斤及以上的加氢站，按设备投资额的30%给予建设补贴。")]
    [InlineData("苏州市对日加注能力500公斤及以上的加氢站，按设备投资额的30%给予建设补贴，最高不超过500万元。")]
    [InlineData("国家对日加注能力500公斤及以上的加氢站，按设备投资额的30%给予建设补贴。")]
    [InlineData("南京市运营补贴期限为五年。")]
    [InlineData("南京市2030年产业规模达到300亿元。")]
    [InlineData("到2025年，南京市建成加氢站60座。")]
    [InlineData("南京市加氢站运营企业可以擅自改变加氢站用途。")]
    [InlineData("南京市加氢站运营企业不得建立安全生产责任制。")]
    [InlineData("南京市交通运输局负责加氢站建设的监督管理。")]
    [InlineData("省应急管理局负责加氢站安全生产的综合监督管理。")]
    [InlineData("该办法自2024年5月1日起施行。")]
    [InlineData("该办法有效期至2026年12月30日。")]
    [InlineData("《南京市氢能产业促进条例》规定加氢站运营企业不得擅自改变加氢站用途。")]
    [InlineData("昆山市推广燃料电池汽车200辆。")]
    [InlineData("常熟市推广燃料电池汽车300辆。")]
    [InlineData("苏州市对未取得燃气经营许可的企业予以支持。")]
    [InlineData("苏州市依据GB50177建设加氢站。")]
    [InlineData("苏州市必须支持昆山市开展燃料电池汽车示范应用。")]
    [InlineData("南京市对充电桩按设备投资额的30%给予购置退税，最高不超过500万元。")]
    [InlineData("加氢站是未来交通的重要基础设施，发展前景广阔。")]
    [InlineData("Nanjing subsidises hydrogen stations.")]
    [InlineData("500万元。")]
    [InlineData("南京市对日加注能力500公斤及以上的加氢站，按设备投资额的30%给予建设补贴，最高不超过500万元，免税。")]
    [InlineData("南京市对日加注能力500公斤及以上的加氢站，按设备投资额的30%给予建设补贴，最高不超过500万元，并免征所得税。")]
    [InlineData("南京市对日加注能力500公斤及以上的加氢站，按设备投资额的30%给予建设补贴，最高不超过500万元，详见http://evil.example/x。")]
    [InlineData("南京市对日加注能力500公斤及以上的加氢站，按设备投资额的30%给予建设补贴，最高不超过500万元，由保险公司承担。")]
    [InlineData("南京市对日加注能力500公斤及以上的加氢站，按设备投资额的30%给予建设补贴，最高不超过500万元，个人也能申领。")]
    [InlineData("南京市对日加注能力500公斤及以上的加氢站，按设备投资额的30%给予建设补贴，最高不超过500万元（个人也能申领）。")]
    [InlineData("南京市对日加注能力500公斤及以上的加氢站，按设备投资额的30%给予建设补贴，最高不超过500万元，每季度拨付。")]
    public void What_no_passage_says_has_no_proof(string statement) => Assert.Empty(Check("加氢站").Prove(statement, [.. PassagesOf("南京市"), .. PassagesOf("苏州市")]));

    [Theory]
    [InlineData(3)]
    [InlineData(0)]
    [InlineData(99)]
    public void A_wrong_number_is_put_right_where_another_passage_proves_it(int cited)
    {
        var proof = Assert.Single(Check("加氢站").Prove("南京市加氢站运营企业不得擅自改变加氢站用途。", [cited]));

        Assert.Contains("不得擅自改变加氢站用途", proof.Span.Of(proof.Source.Passage.Text).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_statement_of_two_documents_cites_both_and_each_for_its_part()
    {
        var proofs = Check("两市补贴").Prove("南京市按设备投资额的30%给予建设补贴，苏州市按实际投资额的20%给予补助。", [.. PassagesOf("南京市"), .. PassagesOf("苏州市")]);

        Assert.Equal(["南京市", "苏州市"], proofs.Select(proof => proof.Source.Document.Document.Region[^1]));
    }

    [Fact]
    public void Figures_of_two_documents_that_are_exchanged_have_no_proof() =>
        Assert.Empty(Check("两市补贴").Prove("南京市按投资额的20%给予补助，苏州市按投资额的30%给予补贴。", [.. PassagesOf("南京市"), .. PassagesOf("苏州市")]));

    [Fact]
    public void A_statement_without_a_place_is_not_proved_by_another_place_than_is_asked_about()
    {
        const string Statement = "对新建的固定式加氢站，按实际投资额的20%给予补助。";

        Assert.Empty(Check("南京市加氢站补助多少").Prove(Statement, PassagesOf("苏州市")));
        Assert.Single(Check("苏州市加氢站补助多少").Prove(Statement, PassagesOf("苏州市")));
    }

    [Fact]
    public void A_quote_is_no_longer_than_it_must_be()
    {
        var proof = Assert.Single(Check("加氢站").Prove("南京市到2025年建成加氢站20座。", PassagesOf("南京市")));

        Assert.Equal("第五条 到2025年，全市建成加氢站20座，", proof.Span.Of(proof.Source.Passage.Text).ToString());
    }

    public void Dispose()
    {
        _index?.Dispose();
        _documents.Dispose();
        _folder.Dispose();
    }

    private int[] PassagesOf(string place) =>
        [.. Enumerable.Range(0, _index!.Passages.Count).Where(number => _index.DocumentOf(number).Document.Region[^1] == place).Select(number => number + 1)];

    private StatementCheck Check(string question)
    {
        _documents.With("a.txt", Nanjing);
        IndexMaking.Run([_documents.With("b.txt", Suzhou)], _folder.Path);
        _index?.Dispose();
        _index = new IndexFolder(_folder.Path).Open();
        var hits = Enumerable.Range(0, _index.Passages.Count).Select(number => new SearchHit(_index.Passages[number], _index.DocumentOf(number), 1)).ToList();
        return new StatementCheck(hits, question, corpus.Index.Weight);
    }
}
