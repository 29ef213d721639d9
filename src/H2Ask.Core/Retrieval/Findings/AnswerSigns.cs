using System.Text.RegularExpressions;

namespace H2Ask.Core.Retrieval.Findings;

/// <summary>
/// What an answer shows that is no figure: names where it is asked which ones, a company where it is asked which company, a reason, a way to apply, what was done and not what is
/// planned. Signs are looked for in the words alone: one that is lacking makes an answer less likely, and no more.
/// </summary>
internal sealed partial class AnswerSigns
{
    private static readonly (Regex Asked, Func<string, bool> IsIn)[] Known =
    [
        (AskedCompany(), Company().IsMatch),
        (AskedBody(), Body().IsMatch),
        (AskedPerson(), Person().IsMatch),
        (AskedSite(), Site().IsMatch),
        (AskedPlace(), Place().IsMatch),
        (AskedReason(), Reason().IsMatch),
        (AskedWay(), Way().IsMatch),
        (AskedNames(), Names().IsMatch),
        (AskedDone(), Done().IsMatch),
        (AskedSpan(), Span().IsMatch),
        (AskedDeadline(), Deadline().IsMatch),
        (AskedThreshold(), Threshold().IsMatch),
        (AskedMost(), Most().IsMatch),
        (AskedFormula(), Formula().IsMatch),
    ];

    private readonly Func<string, bool>[] _signs;

    private AnswerSigns(Func<string, bool>[] signs) => _signs = signs;

    /// <summary>The signs that answers to a question show.</summary>
    public static AnswerSigns Of(string question) => new([.. Known.Where(sign => sign.Asked.IsMatch(question)).Select(sign => sign.IsIn)]);

    /// <summary>Whether a question asks which bodies or companies.</summary>
    public static bool AsksWho(string question) => (AskedBody().IsMatch(question) || AskedCompany().IsMatch(question)) && !AskedApplicant().IsMatch(question);

    /// <summary>How many of them a text lacks.</summary>
    public int CountLacking(string text)
    {
        var count = 0;
        foreach (var isIn in _signs)
        {
            if (!isIn(text)) count++;
        }

        return count;
    }

    [GeneratedRegex("哪[几些两0-9一二三四五六七八九十]?家?(?:企业|公司|厂|车企|集团|银行|运营商|开发商|供应商)|哪[几两0-9一二三四五六七八九十]*家(?!单位|机构|部门|医院|学校|幼儿园|店|馆|园)|谁来?(?:做|建|开发|运营|承建|投资|供货|生产)|(?:企业|公司)[^，,。]{0,4}(?:叫什么|叫啥|是谁)")]
    private static partial Regex AskedCompany();

    [GeneratedRegex("[一-龥A-Za-z0-9]{2}(?:公司|集团|股份|银行|石化|石油|重工|重型|钢铁|煤业|焦化|燃气|电力|动力|氢能|能源|科技|装备|机电|汽车|客车|化工)(?!产业|发展|领域|企业|利用|制造|消费|工业|行业|示范|技术|推广)|[一-龥]{2}(?:研究院|大学|学院|研究所|实验室|交易所|中心|协会|商会|联盟|[局委厅部办](?![分门署件位长])|部门)|电网企业|生产企业")]
    private static partial Regex Company();

    [GeneratedRegex("[哪什]么?[几些两三四五六七八九十]*[个家]?(?:部门|部(?=牵|来|管|负|发|抓)|局(?![限面势部])|委(?![托员])|单位|机构|办公[室厅]|厅|科室|机关|专班|领导小组)|几个部门|谁来?(?:负责|牵头|管|主抓|配合|抓|说了算|批|审|定|主持|监督|验收|认定|发|组织|出)|归[谁哪]|[找向跟给由]谁|哪家(?:单位|机构|协会|部门)")]
    private static partial Regex AskedBody();

    [GeneratedRegex("[一-龥]{2}(?:局|委|厅|办公室|政府|办|委员会|公司|协会|银行|法院|领导小组|专班|联席会议|中心|研究室)|[一-龥]部(?![分门署件位长])|部门|机构|单位|牵头|负责|企业")]
    private static partial Regex Body();

    [GeneratedRegex("(?:负责人|领导|主任|院士|法人|董事长|校长|秘书长|签发人|组长|所长|院长|总工|专家)[^，,。？?]{0,5}(?:谁|叫什么|叫啥|哪位|哪几位|姓)|谁(?:签|任|当|讲|说的|带队|[作做]|报告|发言|致辞|出席|参加|主持)|哪几?位|什么人|姓名")]
    private static partial Regex AskedPerson();

    [GeneratedRegex("[一-龥]{2}(?:同志|主席|总理|总书记|院士|副?主任|副?局长|处长|司长|部长|教授|董事长|总经理|秘书长|介绍|表示|指出|认为|说)|(?:院士|主任|局长|处长|司长|部长|教授|董事长|总经理|秘书长|市长|省长|书记|联系人[:：]?)[一-龥]{2}")]
    private static partial Regex Person();

    [GeneratedRegex("网站|网址|哪个网|网上|官网|[什哪]么?个?(?:系统|平台)|公众号|链接|[Aa][Pp][Pp]|小程序|二维码|[在上去]哪[儿里]?(?:查|看|下载|填|下)")]
    private static partial Regex AskedSite();

    [GeneratedRegex("网|平台|系统|公众号|http|www|[Aa][Pp][Pp]|链接|公布|公示|公开|发布")]
    private static partial Regex Site();

    [GeneratedRegex("(?<![差卡强弱好处])在哪(?!些|[儿里]?(?:查|看|下载|填)|个方面|几个方面|方面|一?年|一?[类条环步])|哪[里儿](?!去?(?:查|看|下载|填))|什么地方|哪个(?:区|园|镇|街|开发区|高新区|站|地|县|村|路|港)|地址|选址|设在|落在|落户")]
    private static partial Regex AskedPlace();

    [GeneratedRegex("[一-龥]{2}(?:区|县|镇|园|街道|路|港|村|城|基地|山|湾|岛|市|省|旗|州|沿线|流域|经济带|走廊|高速|大学|中心|平台|济南|青岛|天津|北京|上海)")]
    private static partial Regex Place();

    [GeneratedRegex("为什么|为啥|为何|凭什么|凭啥|原因|怎么会|咋就|怎么就|理由|缘由|[图为](?:什么|啥)|目的")]
    private static partial Regex AskedReason();

    [GeneratedRegex("因|由于|为了|为(?:贯彻|落实|加快|推动|促进|规范|深入|进一步|全面|做好|保障|加强|提高|实现|充分|切实|更好|支持|引导|鼓励|建[立设]|构建|打造|提升|解决|应对|抢|确保)|旨在|目的|鉴于|有利于|以便|基于|根据|依据|需要|意义|优势|重要|迫切|挑战|存在|不足|问题|作用|所致|导致|适合|基础|唯一|不具备")]
    private static partial Regex Reason();

    [GeneratedRegex("(?:怎么|咋|如何|怎样)[去样个]?(?:申请|申报|报|办|领|备案|提交|摘|参加|预约|投诉|举报|查|加入|走|注册|换|退|认定|交|登记|签|要|进|入|获得|申领|审|验收|兑现|结算|操作)|流程|手续|步骤|程序|[交要准备提递带](?:什么|哪些|啥)(?:材料|资料|东西|文件|证)|(?:什么|哪些|啥)(?:材料|资料|证件)|[去上到]哪[里儿]?去?(?:申请|办|报|交|投诉|备案|领|登记)|向谁(?:申请|报|要|提)")]
    private static partial Regex AskedWay();

    [GeneratedRegex("申请|申报|提交|报送|提出|受理|审核|审查|审批|登录|填[报写]|备案|材料|程序|公示|报名|拨打|登记|办理|推荐|评审|附件|验收|[核复抽]查|拨付|签订|注册|步骤|首先|报告")]
    private static partial Regex Way();

    [GeneratedRegex("名单|清单|目录|具体[是有指叫]?哪|是哪[几0-9一二三四五六七八九十两]|哪[几两三四五六七八九十0-9]{1,2}[个家项条类种座所大位名块张县市区步样点方]|(?:有|包括|包含|涉及)(?:哪些|谁|啥|些什么|些啥)|(?:是|叫)(?:哪些|些什么|些啥)|都(?:是|叫)(?:谁|啥)|列了|分别[是有叫在指为]|各是[什哪啥]|点名(?!.{0,8}哪一?[家个])|哪些(?:企业|公司|项目|城市|地方|单位|园区|产品|技术|地区|品种|车型|线路|标准|指标|领域|行业|学校|机构)")]
    private static partial Regex AskedNames();

    [GeneratedRegex("、|以及|[^。；]；[^。]|[一-龥]和[一-龥]|[（(]?[一二三四五1-5][）).、]|：")]
    private static partial Regex Names();

    [GeneratedRegex("实际|到底[建完花发推减]|最后[建完花发]|(?:建成|完成|实现|用|花|发)了(?:没|吗|怎|多少|几)|完成情况|完成率|已经[建完推发投评进]|(?:目前|现在|现有|如今|眼下|当前)[有建已一共多少几是各]|现状|拿到了|真的")]
    private static partial Regex AskedDone();

    [GeneratedRegex("(?:几|哪一?|多少|什么时)[一-龥]{0,3}[到至](?:几|哪一?|多少|什么时)|起止|起讫")]
    private static partial Regex AskedSpan();

    [GeneratedRegex("[0-9０-９一二三四五六七八九十][^，。；]{0,8}(?:至|到|—|–|-|－|～|~)[^，。；]{0,8}[0-9０-９一二三四五六七八九十]")]
    private static partial Regex Span();

    [GeneratedRegex("(?:单位|企业|公司|机构)[^，,。？?]{0,4}(?:可以|可不可以|能|申[报请领]|享受|符合|属于|要交|得交)")]
    private static partial Regex AskedApplicant();

    [GeneratedRegex("最[迟晚]|截止|过期|到期|逾期|最后期限|(?:哪一?[天日年月]|[什啥]么?时候|几[号月日])(?:之前|以前|前|截)")]
    private static partial Regex AskedDeadline();

    [GeneratedRegex("(?<![目日之以])前(?![景沿期后])|[日月年]底?之?前|截[止至]|(?:至|到|—|－|-|~|～)\\s*(?:20|[0-9]{1,2}月)|之日起|[日天月年]以?内|期满|有效期|[月年]底|(?<![禁停防终])止|逾期")]
    private static partial Regex Deadline();

    [GeneratedRegex("门槛|硬[杠性指要]|最低|至少|起步(?=多少|要|价|是)|下限|不低于|起码|多[大高]才|多少才|够多少")]
    private static partial Regex AskedThreshold();

    [GeneratedRegex("不[低少小]于|以上|不得[低少小]于|[≥>＞]|至少|达到|[超高大]过|高于|大于|最低|符合|具[备有]|下限|方可")]
    private static partial Regex Threshold();

    [GeneratedRegex("(?:封顶|上限|顶[格天]|最[多高](?=(?:能|可以?|也就?|给|补|奖|支持|拿|领|资助|不超过|多少|罚|贷|享受|返)))")]
    private static partial Regex AskedMost();

    [GeneratedRegex("最[高多大]|不[得能可]?超过|[≤<＜]|以[内下]|封顶|上限|不[高大多]于|限额|累计|为限")]
    private static partial Regex Most();

    [GeneratedRegex("[怎咋]么?[计测核]?算|如何[计测核]?算|公式|计算方[法式]|按什么算|怎么[核折]算")]
    private static partial Regex AskedFormula();

    [GeneratedRegex("[=＝×÷*]|按照?.{1,20}[算计核定]|计算|公式|[核折]算|系数|乘|之和|比例|标准|以.{1,20}为")]
    private static partial Regex Formula();

    [GeneratedRegex("已|完成(?!率)|建成|[达现]到?了|累计|截至|目前|现有|同比|增长了|较.{2,8}[增提下]|率先|获[得批]|投[运产]|形成了|现状|“?十[二三]五")]
    private static partial Regex Done();
}
