using FsCheck;
using FsCheck.Fluent;
using H2Ask.Core.Retrieval.Findings;

namespace H2Ask.Core.Tests.Retrieval.Findings;

public sealed class AskedKindTests
{
    [Theory]
    [InlineData("今年要改造多少座老旧小区？", "年内改造80座。")]
    [InlineData("宜昌打算新增几家托育机构", "新增托育机构120家以上")]
    [InlineData("要装多少台电梯？", "加装电梯六百台")]
    [InlineData("绿道修多少公里？", "新建绿道约３００公里")]
    [InlineData("冷库有多少立方米？", "总库容达到12万余立方米")]
    [InlineData("要培训多少人？", "培训护理员两千多人次")]
    [InlineData("一共多少亩地？", "流转土地5.6万亩")]
    [InlineData("停车位配多少个？", "配建停车位 300 个")]
    [InlineData("多少户能领到？", "惠及2 万户家庭")]
    public void A_figure_in_the_counted_measure_is_told(string question, string text) => Assert.True(AskedKind.Of(question)!.IsIn(text));

    [Theory]
    [InlineData("今年要改造多少座老旧小区？", "投入3000万元用于改造。")]
    [InlineData("绿道修多少公里？", "沿绿道每年植树三千棵")]
    [InlineData("绿道修多少公里？", "公里数由各区自定")]
    [InlineData("要培训多少人？", "人人都能参加培训")]
    [InlineData("要装多少台电梯？", "台江区先行加装电梯")]
    [InlineData("要装多少台电梯？", "")]
    public void Another_figure_or_the_measure_alone_is_none(string question, string text) => Assert.False(AskedKind.Of(question)!.IsIn(text));

    [Theory]
    [InlineData("要认定多少家书店？", "认定示范书店30个")]
    [InlineData("设几个服务点？", "设立服务点位12处")]
    public void Things_may_be_counted_by_another_word_for_things(string question, string text) => Assert.True(AskedKind.Of(question)!.IsIn(text));

    [Theory]
    [InlineData("森林覆盖率的比例要到什么水平？", "达到45%")]
    [InlineData("报销能有几成？", "按七成报销")]
    [InlineData("能耗降低的幅度是？", "下降3.5个百分点")]
    [InlineData("自来水占比是？", "不低于９５％")]
    [InlineData("产值的增长比重如何？", "翻了两倍")]
    public void A_share_is_told_in_percent_tenths_or_times(string question, string text) => Assert.True(AskedKind.Of(question)!.IsIn(text));

    [Theory]
    [InlineData("开一家民宿能补多少？", "一次性补助5万元")]
    [InlineData("高龄老人一个月领多少钱？", "每人每月300元")]
    [InlineData("罚多少？", "处二十万以上五十万元以下罚款")]
    [InlineData("单个项目的金额上限呢？", "不超过 200余万元")]
    [InlineData("贷款贴息封顶几万？", "最高30万元")]
    [InlineData("书店改造投资多少？", "每家书店最高补助200万")]
    [InlineData("养老院的经费是多少？", "三年共安排1.5亿，分期到位")]
    public void Money_is_told_in_yuan(string question, string text) => Assert.True(AskedKind.Of(question)!.IsIn(text));

    [Theory]
    [InlineData("开一家民宿能补多少？", "按百分之三十补贴")]
    [InlineData("书店改造投资多少？", "改造面积达到3万平方米")]
    [InlineData("养老院的经费是多少？", "服务老人2万人次，用电300万千瓦时")]
    [InlineData("罚多少？", "由城管部门责令改正")]
    public void What_is_no_sum_tells_no_money(string question, string text) => Assert.False(AskedKind.Of(question)!.IsIn(text));

    [Theory]
    [InlineData("办证要等多久？", "自受理之日起7个工作日内，至多十天")]
    [InlineData("这个办法什么时候失效？", "有效期至2028年12月31日")]
    [InlineData("申报的截止是哪天？", "于9月30日前报送")]
    [InlineData("补正的时限是？", "48小时内补正")]
    public void Time_is_told_in_years_days_or_hours(string question, string text) => Assert.True(AskedKind.Of(question)!.IsIn(text));

    [Theory]
    [InlineData("换发驾照要交多少工本费？", "换发驾驶证须提交身体条件证明。")]
    [InlineData("那个镇的水价是多少？", "水价由县发展改革部门核定。")]
    [InlineData("博物馆一年接待多少游客？", "2024年全面对外开放。")]
    public void Where_a_figure_is_asked_for_a_text_without_any_gives_none(string question, string text) => Assert.False(AskedKind.Of(question)!.IsIn(text));

    [Theory]
    [InlineData("亩均税收要到多少万？", "亩均税收（万元/亩） 2024年：31.5")]
    [InlineData("游客满意的比例是？", "满意度（%） 2024年：92")]
    public void The_unit_may_stand_in_the_head_of_a_column(string question, string text) => Assert.True(AskedKind.Of(question)!.IsIn(text));

    [Theory]
    [InlineData("养老服务的咨询电话是几号打的？", "咨询电话：0571-85021234")]
    [InlineData("有没有投诉热线？", "拨打12345反映")]
    [InlineData("报名材料发到哪个邮箱？", "发送至 bm@example.org")]
    public void Who_asks_for_a_telephone_number_is_given_one(string question, string text) => Assert.True(AskedKind.Of(question)!.IsIn(text));

    [Theory]
    [InlineData("要买多少辆校车？", "购置校车30台")]
    [InlineData("要修几座凉亭？", "修建休息凉亭3个")]
    [InlineData("凉亭要修几座？", "修建休息凉亭3个")]
    [InlineData("推广多少辆重卡？", "推广氢能重卡500台")]
    [InlineData("书店改造投资多少？", "总投资3.2 亿人民币")]
    [InlineData("哪一年通车？", "2026年建成通车")]
    [InlineData("是几月几号发的？", "3月1日印发")]
    [InlineData("用一度电补多少钱？", "补贴标准为0.3元/千瓦时")]
    [InlineData("每公里补多少？", "按0.5元/公里补助")]
    public void What_is_counted_by_another_word_may_stand_beside_the_thing_itself(string question, string text) => Assert.True(AskedKind.Of(question)!.IsIn(text));

    [Theory]
    [InlineData("要买多少辆校车？", "购置机器人30台")]
    [InlineData("要修几座凉亭？", "推进两个片区的整治")]
    [InlineData("哪一年通车？", "5年内推动60家企业入驻")]
    [InlineData("哪一年通车？", "推广3000辆公交车")]
    [InlineData("每公里补多少？", "按投资的30%补助，最高300万元")]
    public void A_figure_of_something_else_is_none(string question, string text) => Assert.False(AskedKind.Of(question)!.IsIn(text));

    [Fact]
    public void A_sum_is_no_telephone_number() => Assert.False(AskedKind.Of("咨询电话是多少？")!.IsIn("最高补助500万元。"));

    [Theory]
    [InlineData("数字乡村试点选了哪些县？", "支持德清县、安吉县开展试点。")]
    [InlineData("先在哪几个城市试？", "先在长三角地区开展试点。")]
    public void Who_asks_for_towns_is_given_one(string question, string text) => Assert.True(AskedKind.Of(question)!.IsIn(text));

    [Theory]
    [InlineData("数字乡村试点选了哪些县？", "开展数字乡村试点建设。")]
    [InlineData("浙江的数字乡村试点选了哪些县？", "浙江开展数字乡村试点。")]
    public void A_town_that_the_question_names_is_no_answer(string question, string text) => Assert.False(AskedKind.Of(question)!.IsIn(text));

    [Theory]
    [InlineData("图书馆分哪几种座位？")]
    [InlineData("申报要过哪几道关？")]
    [InlineData("民宿由谁来审批？")]
    [InlineData("几家书店合起来报奖可以吗？")]
    [InlineData("办法里说几个村一起申报，由谁牵头？")]
    [InlineData("低空经济指什么？")]
    [InlineData("养老机构怎么备案？")]
    [InlineData("")]
    public void A_question_that_counts_nothing_has_no_measure(string question) => Assert.Null(AskedKind.Of(question));

    [Fact]
    public void A_figure_is_found_wherever_it_stands() => Prop.ForAll<string?, string?, NonNegativeInt>((front, back, figure) =>
        AskedKind.Of("多少公里？")!.IsIn($"{front}{figure.Get}公里{back}")).QuickCheckThrowOnFailure();
}
