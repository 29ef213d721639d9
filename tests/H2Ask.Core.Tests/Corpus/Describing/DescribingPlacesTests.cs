using H2Ask.Core.Corpus.Describing;

namespace H2Ask.Core.Tests.Corpus.Describing;

public sealed class DescribingPlacesTests
{
    [Theory]
    [InlineData("广东省氢能产业规划", "广东省")]
    [InlineData("北京市大兴区促进氢能产业发展办法", "北京市/大兴区")]
    [InlineData("长春市朝阳区低空经济方案", "吉林省/长春市/朝阳区")]
    [InlineData("济南市市中区行动计划", "山东省/济南市/市中区")]
    [InlineData("恩施土家族苗族自治州能源规划", "湖北省/恩施土家族苗族自治州")]
    [InlineData("恩施州能源规划", "湖北省/恩施土家族苗族自治州")]
    [InlineData("内蒙古鄂尔多斯市氢能规划", "内蒙古自治区/鄂尔多斯市")]
    [InlineData("吉林省氢能规划", "吉林省")]
    [InlineData("吉林市氢能规划", "吉林省/吉林市")]
    [InlineData("海南省碳达峰方案", "海南省")]
    [InlineData("河北雄安新区条例", "河北省/雄安新区")]
    [InlineData("苏州工业园区氢能实施意见", "江苏省/苏州市/苏州工业园区")]
    [InlineData("青岛西海岸新区氢能规划", "山东省/青岛市/西海岸新区")]
    [InlineData("中国（上海）自由贸易试验区临港新片区加氢站规定", "上海市/临港新片区")]
    [InlineData("昆山市氢能产业规划", "江苏省/苏州市/昆山市")]
    [InlineData("定州市氢能产业规划", "河北省/定州市")]
    [InlineData("国务院关于加快发展节能环保产业的意见", "国家")]
    [InlineData("财政部等五部门关于燃料电池汽车示范应用的通知", "国家")]
    public void The_title_names_the_place(string title, string expected) => Assert.Equal(expected, Path(Described.Policy(title, title + "\n一、总体要求\n加快发展。")));

    [Theory]
    [InlineData("关于加快氢能发展的意见", "关于加快氢能发展的意见\n各区县：\n请执行。\n重庆市两江新区管理委员会\n2023年5月4日", "重庆市/两江新区")]
    [InlineData("关于加快氢能发展的意见", "关于加快氢能发展的意见\n一、目标\n加快发展。\n国家能源局\n2023年5月4日", "国家")]
    [InlineData("关于加快氢能发展的意见", "关于加快氢能发展的意见\n各省、自治区、直辖市能源局：\n一、目标\n加快发展。", "国家")]
    [InlineData("关于招商工作的意见", "关于招商工作的意见\n区委、区政府高度重视。落实《鼓楼区工业规划》和《鼓楼区商业规划》，对接南京都市圈，服务南京发展，我区牵头。", "江苏省/南京市/鼓楼区")]
    [InlineData("关于旅游发展的方案", "关于旅游发展的方案\n全市上下，市委、市政府要求，建设天津邮轮港，擦亮天津名片，唱响天津品牌。", "天津市")]
    public void Where_the_title_names_none_the_text_does(string title, string text, string expected) => Assert.Equal(expected, Path(Described.Policy(title, text)));

    [Theory]
    [InlineData("关于开展国际合作市场开拓的意见", "关于开展国际合作市场开拓的意见\n加快发展。")]
    [InlineData("关于和平区域合作的意见", "关于和平区域合作的意见\n加快东方市场建设，振兴县域经济，治理郊区。")]
    [InlineData("关于保持长治久安的意见", "关于保持长治久安的意见\n白银价格稳定。阿里云上线。")]
    public void Words_that_only_look_like_places_are_none(string title, string text) => Assert.Empty(Described.Policy(title, text).Region);

    [Theory]
    [InlineData("最高500万！河北保定发布氢能补贴", "近日，保定市发布通知。", "河北省/保定市")]
    [InlineData("北京大兴氢能新政来了！", "近日，大兴区印发办法。", "北京市/大兴区")]
    [InlineData("山西长治出台氢能政策！", "近日发布。", "山西省/长治市")]
    [InlineData("工信部：推动氢能替代", "近日发布。", "国家")]
    [InlineData("30省氢能政策汇总！", "广东、山东、上海都发布了政策。", "国家")]
    [InlineData("重磅！最新氢能规划发布！", "近日，宁夏回族自治区发展改革委印发《宁夏氢能产业发展规划》。", "宁夏回族自治区")]
    public void An_article_is_about_the_place_of_its_policy(string title, string body, string expected) => Assert.Equal(expected, Path(Described.Article(title, body)));

    [Fact]
    public void A_province_in_the_title_gives_way_to_the_city_of_the_text()
    {
        var text = "广东科技创新规划\n各区人民政府：\n请执行。\n广州市人民政府办公厅\n2022年1月21日\n广东科技创新规划\n我市加快发展。";
        var document = Described.Policy("广东科技创新规划", text);

        Assert.Equal("广东省/广州市", Path(document));
        Assert.Contains(document.Remarks, remark => remark.Contains("广东省", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_place_of_the_gazetteer_is_found_by_its_path()
    {
        foreach (var path in (string[])["北京市东城区", "河北省石家庄市长安区", "四川省阿坝藏族羌族自治州汶川县", "新疆维吾尔自治区伊犁哈萨克自治州霍城县", "湖北省神农架林区", "西藏自治区阿里地区", "云南省大理白族自治州", "福建省平潭综合实验区", "香港特别行政区", "台湾省"])
        {
            Assert.True(Gazetteer.China.TryRead(path, 0, out var mention), path);
            Assert.Equal(path.Length, mention.End);
            Assert.Equal(path, string.Concat(Assert.Single(mention.Candidates).Path));
        }
    }

    private static string Path(H2Ask.Core.Corpus.PolicyDocument document) => string.Join('/', document.Region);
}
