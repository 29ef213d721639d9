using FsCheck;
using FsCheck.Fluent;
using H2Ask.Core.Retrieval;

namespace H2Ask.Core.Tests.Retrieval;

public sealed class ComparedSidesTests
{
    [Theory]
    [InlineData("上海和深圳建加氢站补贴哪个更高？", "上海:上海建加氢站补贴多少？", "深圳:深圳建加氢站补贴多少？")]
    [InlineData("上海和深圳建加氢站分别补贴多少？", "上海:上海建加氢站补贴多少？", "深圳:深圳建加氢站补贴多少？")]
    [InlineData("河北和山东各有哪几个市？", "河北:河北有哪几个市？", "山东:山东有哪几个市？")]
    [InlineData("济南与青岛的人才公寓申请条件有什么不同？", "济南:济南的人才公寓申请条件是怎样的？", "青岛:青岛的人才公寓申请条件是怎样的？")]
    [InlineData("北京、上海、广州三地的网约车准入标准一样吗？", "北京:北京的网约车准入标准是怎样的？", "上海:上海的网约车准入标准是怎样的？", "广州:广州的网约车准入标准是怎样的？")]
    [InlineData("杭州的公积金贷款额度比宁波高吗？", "杭州:杭州的公积金贷款额度多少？", "宁波:宁波的公积金贷款额度多少？")]
    [InlineData("深圳的加氢站审批跟广州的有什么区别？", "深圳:深圳的加氢站审批是怎样的？", "广州:广州的加氢站审批是怎样的？")]
    [InlineData("武汉建充电桩补贴多少，长沙呢？", "武汉:武汉建充电桩补贴多少？", "长沙:长沙建充电桩补贴多少？")]
    [InlineData("和成都相比，重庆的高龄津贴高吗？", "成都:成都的高龄津贴多少？", "重庆:重庆的高龄津贴多少？")]
    [InlineData("四川和重庆，谁的氢能货车推广目标更多？", "四川:四川氢能货车推广目标多少？", "重庆:重庆氢能货车推广目标多少？")]
    [InlineData("我在苏州开厂，想知道无锡和常州的用电补贴差多少", "无锡:我在苏州开厂，想知道无锡的用电补贴多少？", "常州:我在苏州开厂，想知道常州的用电补贴多少？")]
    [InlineData("济南和青岛的储能补贴是多少？", "济南:济南的储能补贴是多少？", "青岛:青岛的储能补贴是多少？")]
    [InlineData("国家和山东的海上风电目标有何差异？", "国家:国家的海上风电目标是怎样的？", "山东:山东的海上风电目标是怎样的？")]
    [InlineData("北京市大兴区和海淀区对独角兽企业的奖励有什么不同？", "北京市大兴区:北京市大兴区对独角兽企业的奖励是怎样的？", "海淀区:海淀区对独角兽企业的奖励是怎样的？")]
    [InlineData("嘉兴还是湖州的落户门槛更低？", "嘉兴:嘉兴的落户门槛多少？", "湖州:湖州的落户门槛多少？")]
    public void Places_are_sides(string question, params string[] sides) => Assert.Equal(sides, Sides(question));

    [Theory]
    [InlineData("广州2022年和2023年的充电桩目标分别是多少？", "2022年:广州2022年的充电桩目标是多少？", "2023年:广州2023年的充电桩目标是多少？")]
    [InlineData("2025年、2030年、2035年各要建成多少座加氢站？", "2025年:2025年要建成多少座加氢站？", "2030年:2030年要建成多少座加氢站？", "2035年:2035年要建成多少座加氢站？")]
    [InlineData("十三五和十四五的节能目标有什么不同？", "十三五:十三五的节能目标是怎样的？", "十四五:十四五的节能目标是怎样的？")]
    [InlineData("低保标准2022和2023年一样吗？", "2022年:低保标准2022年是怎样的？", "2023年:低保标准2023年是怎样的？")]
    [InlineData("2023年的购车补贴比2022年少了多少？", "2023年:2023年的购车补贴多少？", "2022年:2022年的购车补贴多少？")]
    public void Times_are_sides(string question, params string[] sides) => Assert.Equal(sides, Sides(question));

    [Theory]
    [InlineData("《燃气管理条例》和《加氢站管理办法》对罚款的规定一样吗？", "《燃气管理条例》:《燃气管理条例》对罚款的规定是怎样的？", "《加氢站管理办法》:《加氢站管理办法》对罚款的规定是怎样的？")]
    [InlineData("《甲市规划》与《乙市规划》哪个施行得更早？", "《甲市规划》:《甲市规划》什么时候施行？", "《乙市规划》:《乙市规划》什么时候施行？")]
    [InlineData("对比一下《住房条例》《租赁条例》", "《住房条例》:《住房条例》？", "《租赁条例》:《租赁条例》？")]
    [InlineData("《节能法》的处罚比《能源法》的重在哪里，两者有什么区别？", "《节能法》:《节能法》的处罚重在哪里，两者是怎样的？", "《能源法》:《能源法》的处罚重在哪里，两者是怎样的？")]
    public void Documents_are_sides(string question, params string[] sides) => Assert.Equal(sides, Sides(question));

    [Theory]
    [InlineData("货车和客车的补贴有什么不同？", "货车:货车的补贴是怎样的？", "客车:客车的补贴是怎样的？")]
    [InlineData("氢能货车和客车分别补多少？", "货车:氢能货车补多少？", "客车:氢能客车补多少？")]
    [InlineData("上海的加氢站和加油站审批有什么区别？", "加氢站:上海的加氢站审批是怎样的？", "加油站:上海的加油站审批是怎样的？")]
    [InlineData("固定式和移动式加氢站的安全要求一样吗？", "固定式:固定式加氢站的安全要求是怎样的？", "移动式:移动式加氢站的安全要求是怎样的？")]
    [InlineData("加氢站审批和验收有什么不同？", "审批:加氢站审批是怎样的？", "验收:加氢站验收是怎样的？")]
    [InlineData("职工医保与居民医保的报销比例哪个高？", "职工医保:职工医保的报销比例多少？", "居民医保:居民医保的报销比例多少？")]
    [InlineData("海上风电和陆上风电的用地要求有什么差别？", "海上风电:海上风电的用地要求是怎样的？", "陆上风电:陆上风电的用地要求是怎样的？")]
    [InlineData("初中和高中的学费差多少？", "初中:初中的学费多少？", "高中:高中的学费多少？")]
    [InlineData("小微企业和个体工商户的税收优惠各是多少？", "")]
    [InlineData("货车比客车补得更多吗？", "货车:货车补多少？", "客车:客车补多少？")]
    public void Things_of_a_kind_are_sides(string question, params string[] sides) => Assert.Equal(sides.Where(side => side.Length > 0), Sides(question));

    [Theory]
    [InlineData("烟台计划种多少亩果树，威海又是多少？", "烟台:烟台计划种多少亩果树？", "威海:威海计划种多少亩果树？")]
    [InlineData("昆明要建多少座水厂，云南全省又是多少？", "昆明:昆明要建多少座水厂？", "云南:云南全省要建多少座水厂？")]
    [InlineData("2024年要新增多少个托位，到2026年又是多少？", "2024年:2024年要新增多少个托位？", "2026年:2026年要新增多少个托位？")]
    [InlineData("贵阳2023年引进多少人才，2025年要引进多少，分别说说", "2023年:贵阳2023年引进多少人才？", "2025年:贵阳2025年引进人才要引进多少？")]
    [InlineData("《甲县防洪办法》里谁负责，《乙县防洪办法》又是怎么规定的？", "《甲县防洪办法》:《甲县防洪办法》里谁负责又是怎么规定的？", "《乙县防洪办法》:《乙县防洪办法》里谁负责又是怎么规定的？")]
    [InlineData("遵义修多少公里绿道，还是毕节修得多？", "遵义:遵义修多少公里绿道，还是修多少？", "毕节:修多少公里绿道，还是毕节修多少？")]
    public void What_stands_apart_is_asked_one_by_one(string question, params string[] sides) => Assert.Equal(sides, Sides(question));

    [Theory]
    [InlineData("泉州修一座桥最多花多少钱？桥修好以后一年养护又花多少？", ":泉州修一座桥最多花多少钱？", ":泉州修一座桥最多花，桥修好以后一年养护又花多少？")]
    [InlineData("徐州造林，2021年要造多少亩？到2023年呢？", "2021年:徐州造林，2021年要造多少亩？", "2023年:徐州造林，2023年要造多少亩？")]
    [InlineData("洛阳游客2020年有多少万人，“十四五”末要到多少？", "2020年:洛阳游客2020年有多少万人？", "“十四五”末:洛阳游客“十四五”末万人要到多少？")]
    public void Clauses_that_each_ask_for_a_figure_are_sides(string question, params string[] sides) => Assert.Equal(sides, Sides(question));

    [Theory]
    [InlineData("包头的公交卡，坐城际的和坐市内的，一次各扣多少元？", "坐城际的:包头的公交卡，坐城际的，一次扣多少元？", "坐市内的:包头的公交卡，坐市内的，一次扣多少元？")]
    [InlineData("大同的公租房买的和租的分别补多少？", "买的:大同的公租房买的补多少？", "租的:大同的公租房租的补多少？")]
    [InlineData("绿化面积，给2015年定的和给2020年定的各是多少？", "2015年:绿化面积，给2015年定的是多少？", "2020年:绿化面积，给2020年定的是多少？")]
    public void What_is_told_apart_by_what_is_said_of_it_are_sides(string question, params string[] sides) => Assert.Equal(sides, Sides(question));

    [Theory]
    [InlineData("造林面积，林业发展规划定的高还是国土绿化规划定的高？", "林业发展规划:造林面积，林业发展规划定的多少？", "国土绿化规划:造林面积，国土绿化规划定的多少？")]
    public void Documents_without_book_marks_are_sides(string question, params string[] sides) => Assert.Equal(sides, Sides(question));

    [Theory]
    [InlineData("没交作业的，语文和数学两份教学方案里，补交的办法有什么不同？", "语文:没交作业的，语文教学方案里，补交的办法是怎样的？", "数学:没交作业的，数学教学方案里，补交的办法是怎样的？")]
    [InlineData("对比园林和市政两个规划，绿地各是多少？", "园林:对比园林规划，绿地是多少？", "市政:对比市政规划，绿地是多少？")]
    public void What_two_documents_are_about_are_sides(string question, params string[] sides) => Assert.Equal(sides, Sides(question));

    [Fact]
    public void What_stands_in_a_title_is_not_compared() => Assert.Empty(ComparedSides.Of("农业与农村发展规划，各县有哪些任务？"));

    [Theory]
    [InlineData("森林覆盖率，林业纲要给2020年定的和绿化规划给2025年定的各是多少？", "2020年:森林覆盖率，林业纲要给2020年定的是多少？", "2025年:森林覆盖率，绿化规划给2025年定的是多少？")]
    [InlineData("老城改造方案在苏州定的和新城建设方案在无锡定的目标分别是什么？", "苏州:老城改造方案在苏州定的是什么？", "无锡:新城建设方案在无锡定的目标是什么？")]
    [InlineData("十二五纲要要种多少树？十三五（2020年）的目标又是多少？", "十二五:十二五纲要要种多少树？", "十三五:十三五（2020年）纲要要种树目标又是多少？")]
    public void Phrases_that_name_something_of_their_own_are_sides(string question, params string[] sides) => Assert.Equal(sides, Sides(question));

    [Theory]
    [InlineData("2021—2025年各区分别要改造多少小区？")]
    [InlineData("2026年至2030年各镇分别新增几所学校？")]
    [InlineData("从2024到2027年，每年又要减排多少？")]
    [InlineData("云南省昆明市分别要建多少座水厂？")]
    [InlineData("云南对昆明各水厂分别给多少补贴？")]
    [InlineData("烟台计划种多少亩果树，其中苹果又是多少？")]
    [InlineData("烟台的果农到威海卖果要办什么手续？")]
    public void What_is_named_apart_but_not_compared_has_no_sides(string question) => Assert.Empty(ComparedSides.Of(question));

    [Theory]
    [InlineData("济南建加氢站补贴多少？")]
    [InlineData("京津冀的大气污染怎么治理？")]
    [InlineData("穗港澳三地怎么合作？")]
    [InlineData("北京市大兴区的加氢站怎么审批？")]
    [InlineData("山东省和济南市怎么联动审批？")]
    [InlineData("黄河、长江流域的生态补偿怎么做？")]
    [InlineData("济南和青岛之间要建什么走廊？")]
    [InlineData("成都和重庆共建氢走廊的目标是什么？")]
    [InlineData("上海、苏州、南通等城市组成的示范群叫什么？")]
    [InlineData("我在上海，北京的补贴怎么申请？")]
    [InlineData("2021年到2025年要建多少座加氢站？")]
    [InlineData("2021—2025年的目标是什么？")]
    [InlineData("引进团队在钱、设备、人上能得到什么支持？")]
    [InlineData("碳达峰和碳中和的工作由谁牵头？")]
    [InlineData("依据《节能法》和《能源法》，谁来检查？")]
    [InlineData("加氢站的设计、施工、验收要符合什么标准？")]
    [InlineData("各部门和单位负责什么？")]
    [InlineData("上海的企业到北京建站能拿补贴吗？")]
    [InlineData("不同类型的企业和机构怎么登记？")]
    [InlineData("氢气和氧气怎么储存？")]
    [InlineData("可再生能源占比是多少？")]
    [InlineData("？？？")]
    [InlineData("")]
    public void What_is_one_has_no_sides(string question) => Assert.Empty(ComparedSides.Of(question));

    [Fact]
    public void No_question_is_too_odd_to_be_split() => Prop.ForAll<string?, string?>((one, other) =>
        ComparedSides.Of(one + "上海" + other + "和深圳有什么不同" + one).All(side => side.Label is not { Length: 0 } && side.Question.Length > 1)).QuickCheckThrowOnFailure();

    private static IEnumerable<string> Sides(string question) => ComparedSides.Of(question).Select(side => $"{side.Label}:{side.Question}");
}
