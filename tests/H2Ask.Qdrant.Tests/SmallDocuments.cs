using H2Ask.Tests;

namespace H2Ask.Qdrant.Tests;

/// <summary>Documents of a few sentences, enough for several passages.</summary>
internal static class SmallDocuments
{
    public const string Hydrogen = "甲市氢能产业发展规划\n一、总体要求\n支持在公路沿线和工业园区建设加氢站，鼓励油氢合建。每年安排不少于二十座的建设指标给各县区。\n二、补贴政策\n对新建加氢站给予最高五百万元的补贴，由市财政局负责拨付。";
    public const string Solar = "乙省光伏发电管理办法\n第一条 电网企业应当收购光伏发电的全部电量。\n第二条 屋顶光伏由县级能源主管部门备案。";
    public const string Storage = "丙市新型储能项目实施意见\n一、目标\n到2025年建成储能装机一百万千瓦。\n二、保障\n由市发展改革委会同市住建局组织实施。";
    public const string Water = "丁市节水条例\n第一条 用水单位应当安装计量设施。\n第二条 违反本条例的，由水务局责令改正。";

    /// <summary>Writes the first three into a corpus.</summary>
    public static void WriteUsual(this TemporaryFolder corpus)
    {
        corpus.With("a.txt", Hydrogen);
        corpus.With("b.txt", Solar);
        corpus.With("c.txt", Storage);
    }
}
