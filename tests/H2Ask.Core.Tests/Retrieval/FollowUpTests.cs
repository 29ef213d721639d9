using FsCheck;
using FsCheck.Fluent;
using H2Ask.Core.Retrieval;

namespace H2Ask.Core.Tests.Retrieval;

public sealed class FollowUpTests
{
    [Theory]
    [InlineData("济南建加氢站补贴多少？", "那青岛呢？", "青岛建加氢站补贴多少？")]
    [InlineData("济南建加氢站补贴多少？", "青岛呢", "青岛建加氢站补贴多少？")]
    [InlineData("济南建加氢站补贴多少？", "换成烟台呢？", "烟台建加氢站补贴多少？")]
    [InlineData("苏州的养老院床位有多少张？", "好的，那无锡的呢？", "无锡的养老院床位有多少张？")]
    [InlineData("山东省济南市的垃圾分类由谁监管？", "青岛市怎么样？", "青岛市的垃圾分类由谁监管？")]
    [InlineData("上海和深圳的公积金贷款额度哪个高？", "那杭州呢？", "杭州的公积金贷款额度哪个高？")]
    [InlineData("公积金贷款额度是多少？", "武汉呢？", "武汉公积金贷款额度是多少？")]
    [InlineData("北京海淀区的人才公寓怎么申请？", "那大兴呢？", "大兴区的人才公寓怎么申请？")]
    [InlineData("山东的海上风电目标是多少？", "全国呢？", "全国的海上风电目标是多少？")]
    [InlineData("济南历下区的停车收费标准是什么？", "市中区呢？", "济南市市中区的停车收费标准是什么？")]
    [InlineData("安徽的小微企业融资担保费率上限是多少？", "江苏和浙江呢？", "江苏和浙江的小微企业融资担保费率上限是多少？")]
    public void Another_place_takes_the_place_of_the_one_before(string before, string question, string standalone) =>
        Assert.Equal(standalone, FollowUp.Resolve(question, Asked(before)));

    [Theory]
    [InlineData("广州2023年要建多少座充电桩？", "那2024年呢？", "广州2024年要建多少座充电桩？")]
    [InlineData("“十四五”期间河北新增多少光伏装机？", "十五五呢？", "十五五河北新增多少光伏装机？")]
    [InlineData("浙江到2025年推广多少辆氢燃料电池汽车？", "到2030年呢？", "浙江到2030年推广多少辆氢燃料电池汽车？")]
    [InlineData("成都的创业担保贷款贴息多少？", "2022年呢？", "成都2022年的创业担保贷款贴息多少？")]
    [InlineData("广州2023年要建多少座充电桩？", "那佛山2025年呢？", "佛山2025年要建多少座充电桩？")]
    public void Another_time_takes_the_place_of_the_one_before(string before, string question, string standalone) =>
        Assert.Equal(standalone, FollowUp.Resolve(question, Asked(before)));

    [Theory]
    [InlineData("广东海上风电的发展目标是什么？", "那光伏呢？", "广东光伏的发展目标是什么？")]
    [InlineData("氢燃料电池公交车每公里补多少？", "那货车呢？", "氢燃料电池货车每公里补多少？")]
    [InlineData("济南的加氢站由哪个部门审批？", "加油站呢？", "济南的加油站由哪个部门审批？")]
    [InlineData("小学生的课后服务怎么收费？", "换成初中生呢？", "初中生的课后服务怎么收费？")]
    [InlineData("宁波的生物医药企业能拿多少研发补助？", "那青岛的集成电路呢？", "青岛的集成电路企业能拿多少研发补助？")]
    [InlineData("违规排污的罚款是多少？", "那奖励呢？", "违规排污的奖励是多少？")]
    [InlineData("长沙的储能电站由谁审批？", "验收呢？", "长沙的储能电站的验收是怎样的？")]
    [InlineData("《光伏电站管理办法》什么时候施行？", "《风电场管理办法》呢？", "《风电场管理办法》什么时候施行？")]
    [InlineData("广州市加氢站管理暂行办法什么时候施行？", "那《充电桩管理办法》呢？", "《充电桩管理办法》什么时候施行？")]
    public void Another_thing_takes_the_place_of_the_one_it_is_like(string before, string question, string standalone) =>
        Assert.Equal(standalone, FollowUp.Resolve(question, Asked(before)));

    [Theory]
    [InlineData("济南建加氢站补贴多少？", "最高多少？", "济南建加氢站补贴最高多少？")]
    [InlineData("济南建加氢站补贴多少？", "由谁负责？", "济南建加氢站补贴由谁负责？")]
    [InlineData("济南建加氢站补贴多少？", "怎么申请？", "济南建加氢站补贴怎么申请？")]
    [InlineData("济南建加氢站补贴多少？", "那要交哪些材料呢？", "济南建加氢站补贴要交哪些材料呢？")]
    [InlineData("济南建加氢站补贴多少？", "补贴什么时候到账？", "济南建加氢站补贴什么时候到账？")]
    [InlineData("广州市加氢站管理暂行办法", "有效期多久？", "广州市加氢站管理暂行办法有效期多久？")]
    [InlineData("请问南京的餐厨垃圾由谁来收运？", "多久检查一次？", "南京的餐厨垃圾收运多久检查一次？")]
    [InlineData("什么是绿色电力证书？", "怎么申领？", "绿色电力证书怎么申领？")]
    [InlineData("深圳的职业技能培训补贴给多少？", "外地户口可以申请吗？", "深圳的职业技能培训补贴外地户口可以申请吗？")]
    [InlineData("上海新能源汽车置换补贴有哪些条件？", "截止到哪天？", "上海新能源汽车置换补贴条件截止到哪天？")]
    [InlineData("天津港口氢能示范区到2025年建成几座加氢站？", "牵头部门是谁？", "天津港口氢能示范区到2025年建成加氢站牵头部门是谁？")]
    [InlineData("济南建加氢站补贴多少？", "青岛最高多少？", "青岛建加氢站补贴最高多少？")]
    [InlineData("广州2023年要建多少座充电桩？", "2024年完成了多少？", "广州2024年要建充电桩完成了多少？")]
    [InlineData("重庆的高龄津贴标准是什么？", "加油站怎么审批？", "重庆加油站怎么审批？")]
    [InlineData("合肥的加氢站补贴多少？", "加氢站的补贴怎么申请？", "合肥加氢站的补贴怎么申请？")]
    [InlineData("昆明市氢能产业发展的目标是什么？", "到2025年要达到多少产值？", "昆明市氢能产业发展的目标到2025年要达到多少产值？")]
    [InlineData("昆明市氢能产业发展的目标是什么？", "和贵阳比哪个高？", "昆明市和贵阳氢能产业发展的目标哪个高？")]
    [InlineData("什么是碳排放权交易？", "配额怎么分配？", "碳排放权交易配额怎么分配？")]
    [InlineData("厦门的社保补贴政策有哪些？", "个体户能领吗？", "厦门的社保补贴政策个体户能领吗？")]
    [InlineData("哪些部门监管燃气经营企业？", "不配合检查会怎么处罚？", "燃气经营企业不配合检查会怎么处罚？")]
    [InlineData("新建加氢站需要哪些手续？", "手续办下来要多长时间？", "新建加氢站手续办下来要多长时间？")]
    public void What_a_question_leaves_out_is_put_in_front(string before, string question, string standalone) =>
        Assert.Equal(standalone, FollowUp.Resolve(question, Asked(before)));

    [Theory]
    [InlineData("济南建加氢站补贴多少？", "要是租的地呢？", "济南建加氢站补贴多少，要是租的地呢？")]
    [InlineData("济南建加氢站补贴多少？", "换成租的呢？", "济南建加氢站补贴多少，换成租的呢？")]
    [InlineData("充电站要不要办规划许可？", "如果没有批准呢？", "充电站要不要办规划许可，如果没有批准呢？")]
    [InlineData("武汉的人才落户要多久？", "那超过四十岁呢？", "武汉的人才落户要多久，那超过四十岁呢？")]
    [InlineData("济南建加氢站补贴多少？", "如果两年内没有建成怎么办？", "济南建加氢站补贴，如果两年内没有建成怎么办？")]
    [InlineData("济南建加氢站补贴多少？", "如果是青岛呢？", "青岛建加氢站补贴多少？")]
    public void A_condition_keeps_the_question_before(string before, string question, string standalone) =>
        Assert.Equal(standalone, FollowUp.Resolve(question, Asked(before)));

    [Theory]
    [InlineData("《广州市燃气管理办法》由谁解释？", "", "这个办法什么时候施行？", "《广州市燃气管理办法》什么时候施行？")]
    [InlineData("请问广州市燃气管理办法由谁解释？", "", "该办法有效期几年？", "广州市燃气管理办法有效期几年？")]
    [InlineData("济南建加氢站补贴多少？", "依据《济南市氢能产业扶持办法》，最高500万元。", "这个文件哪年发的？", "《济南市氢能产业扶持办法》哪年发的？")]
    [InlineData("济南建加氢站补贴多少？", "依据《济南市氢能产业扶持办法》，最高500万元。", "它的有效期到什么时候？", "《济南市氢能产业扶持办法》的有效期到什么时候？")]
    [InlineData("济南建加氢站补贴多少？", "见《山东省能源条例》和《济南市氢能产业扶持办法》。", "该办法由谁解释？", "《济南市氢能产业扶持办法》由谁解释？")]
    [InlineData("济南建加氢站补贴多少？", "", "该政策由谁负责？", "济南建加氢站补贴政策由谁负责？")]
    [InlineData("东莞的智能网联汽车测试牌照怎么办？", "", "它多久要换一次？", "东莞的智能网联汽车测试牌照多久要换一次？")]
    [InlineData("东莞的氢能产业园投资多少？", "", "其中设备占多少？", "东莞的氢能产业园投资中设备占多少？")]
    [InlineData("苏州有哪些专精特新企业？", "", "这些企业能拿多少奖励？", "苏州专精特新企业能拿多少奖励？")]
    [InlineData("哪个城市最早开放无人驾驶出租车？", "武汉市在2022年率先开放。", "那里的测试里程要求是多少？", "武汉市的测试里程要求是多少？")]
    [InlineData("嘉兴的氢能产业规模多大？", "", "当地有哪些加氢站？", "嘉兴有哪些加氢站？")]
    [InlineData("上海和深圳的人才补贴哪个更高？", "", "后者怎么申请？", "深圳的人才补贴怎么申请？")]
    public void What_is_pointed_at_is_named(string before, string answer, string question, string standalone) =>
        Assert.Equal(standalone, FollowUp.Resolve(question, [new Turn("user", before), new Turn("assistant", answer)]));

    [Theory]
    [InlineData("济南建加氢站补贴多少？|那青岛呢？", "怎么申请？", "青岛建加氢站补贴怎么申请？")]
    [InlineData("济南建加氢站补贴多少？|怎么申请？", "那青岛呢？", "青岛建加氢站补贴怎么申请？")]
    [InlineData("济南建加氢站补贴多少？|由谁负责？|那青岛呢？", "最高多少？", "青岛建加氢站补贴最高多少？")]
    [InlineData("济南建加氢站补贴多少？|谢谢", "那青岛呢？", "青岛建加氢站补贴多少？")]
    [InlineData("你好|济南建加氢站补贴多少？|青岛呢？|烟台呢？|威海呢？", "有上限吗？", "威海建加氢站补贴有上限吗？")]
    [InlineData("济南建加氢站补贴多少？|医保异地就医怎么备案？", "要多久？", "医保异地就医备案要多久？")]
    [InlineData("济南建加氢站补贴多少？|医保异地就医怎么备案？|那青岛呢？", "材料有哪些？", "青岛医保异地就医备案材料有哪些？")]
    [InlineData("广州2023年要建多少座充电桩？|2024年呢？", "深圳呢？", "深圳2024年要建多少座充电桩？")]
    public void The_subject_is_carried_through_the_turns(string asked, string question, string standalone) =>
        Assert.Equal(standalone, FollowUp.Resolve(question, Asked(asked.Split('|'))));

    [Theory]
    [InlineData("济南建加氢站补贴多少？", "光伏发电怎么并网？")]
    [InlineData("济南建加氢站补贴多少？", "上海的人才落户有什么条件？")]
    [InlineData("济南建加氢站补贴多少？", "青岛的光伏怎么补？")]
    [InlineData("济南建加氢站补贴多少？", "什么是碳中和？")]
    [InlineData("济南建加氢站补贴多少？", "什么是加氢站？")]
    [InlineData("济南建加氢站补贴多少？", "住房公积金最多能贷多少？")]
    [InlineData("济南建加氢站补贴多少？", "《可再生能源法》是哪年施行的？")]
    [InlineData("济南建加氢站补贴多少？", "广州市加氢站管理暂行办法有效期多久？")]
    [InlineData("济南建加氢站补贴多少？", "国家对绿色制造体系建设有什么要求？")]
    [InlineData("济南建加氢站补贴多少？", "那上海市的垃圾分类怎么罚款呢？")]
    [InlineData("《广州市燃气管理办法》由谁解释？", "《深圳经济特区绿色建筑条例》出台后，它由哪个部门执行？")]
    [InlineData("医保异地就医怎么备案？", "海上风电项目用海要交哪些材料？")]
    [InlineData("医保异地就医怎么备案？", "企业研发费用加计扣除比例是多少？")]
    [InlineData("医保异地就医怎么备案？", "加氢站和居民楼要隔多远？")]
    [InlineData("医保异地就医怎么备案？", "谢谢！")]
    [InlineData("医保异地就医怎么备案？", "")]
    [InlineData("你好", "有效期多久？")]
    [InlineData("", "由谁负责？")]
    public void A_question_that_stands_alone_stays_as_it_is(string before, string question) =>
        Assert.Equal(question, FollowUp.Resolve(question, Asked(before)));

    [Fact]
    public void A_first_question_stays_as_it_is() => Assert.Equal("那青岛呢？", FollowUp.Resolve("那青岛呢？", []));

    [Fact]
    public void Turns_of_unknown_roles_say_nothing() =>
        Assert.Equal("由谁负责？", FollowUp.Resolve("由谁负责？", [new Turn("system", "济南建加氢站补贴多少？"), new Turn("tool", "青岛")]));

    [Fact]
    public void A_long_question_before_gives_only_its_end() =>
        Assert.InRange(FollowUp.Resolve("由谁负责？", Asked(string.Concat(Enumerable.Repeat("济南建加氢站和加油站", 20_000)))).Length, 5, 600);

    [Fact]
    public void A_long_history_is_not_piled_up()
    {
        var history = Enumerable.Range(0, 5000).Select(i => new Turn(i % 2 == 0 ? "user" : "assistant", i % 3 == 0 ? "要是租的地呢？" : "济南建加氢站补贴多少？")).ToList();

        Assert.InRange(FollowUp.Resolve("那青岛呢？", history).Length, 5, 200);
    }

    [Fact]
    public void No_conversation_is_too_odd_to_be_followed() => Prop.ForAll<string?, string?>((one, other) =>
    {
        var history = new List<Turn> { new("user", one + "济南加氢站《" + other), new("assistant", "》《" + one + "》"), new("user", other ?? string.Empty) };
        return FollowUp.Resolve("那" + one + "呢", history).Length < 5000 && FollowUp.Resolve("它" + other + "这个办法", history).Length > 0;
    }).QuickCheckThrowOnFailure();

    private static List<Turn> Asked(params string[] questions) =>
        [.. questions.SelectMany(question => new[] { new Turn("user", question), new Turn("assistant", "见所引的资料。") })];
}
