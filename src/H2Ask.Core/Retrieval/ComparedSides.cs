using System.Text.RegularExpressions;
using H2Ask.Core.Text;

namespace H2Ask.Core.Retrieval;

/// <summary>Splits a question that compares into one question for each of the things compared.</summary>
internal static partial class ComparedSides
{
    /// <summary>More are a list, not a comparison.</summary>
    private const int MostSides = 6;

    /// <summary>Longer texts are no questions.</summary>
    private const int Longest = 200;

    /// <summary>A phrase that says less than this before what it names says nothing of its own.</summary>
    private const int FewestLetters = 2;

    /// <summary>A predicate this short is said of what stands before the other one.</summary>
    private const int ShortPredicate = 3;

    private static readonly char[] ClauseMarks = ['，', ',', '。', '；', ';', '？', '?', '：', ':'];

    private static readonly SlotKind[] Kinds = [SlotKind.Document, SlotKind.Place, SlotKind.Time];

    /// <summary>The sides that a question compares, in its order; none where it compares nothing.</summary>
    public static IReadOnlyList<ComparisonSide> Of(string question)
    {
        if (question.Length > Longest) return [];
        var parts = QuestionParts.Of(question);
        if (Halves(question, parts) is { } halves) return halves;
        if (AskedClauses.Of(question) is { } clauses) return clauses;
        if (Predicates(question) is { } predicates) return predicates;
        foreach (var kind in Kinds)
        {
            var slots = parts.Slots.Where(slot => slot.Kind == kind && !IsTheAskers(question, slot)).ToList();
            if (kind == SlotKind.Document && slots.Count == 0) slots = BareTitles(question);
            var sides = Joined(question, slots) ?? Apart(question, slots);
            if (sides is not null) return sides;
        }

        return OneByOne(question, parts) ?? Things(parts) ?? [];
    }

    /// <summary>The sides of two phrases that each name something of their own: 条例给2020年定的和规划给2025年定的各是多少.</summary>
    private static ComparisonSide[]? Halves(string question, QuestionParts parts)
    {
        foreach (Match each in Each().Matches(question))
        {
            var clause = 1 + question.LastIndexOfAny(ClauseMarks, Math.Max(0, each.Index - 1));
            foreach (var joint in ThingJoint().Matches(question[..each.Index]).Where(joint => joint.Index > clause && joint.Value != "、"))
            {
                var (one, other) = (new TextSpan(clause, joint.Index), new TextSpan(joint.Index + joint.Length, each.Index));
                if (LastIn(parts, one) is not { } left || LastIn(parts, other) is not { } right || left.Kind != right.Kind) continue;
                // 广州2022年的目标和2023年的: the other phrase says too little to be asked alone.
                if (joint.Index - left.End < 1 || right.Start - other.Start < FewestLetters || left.Start - clause < FewestLetters) continue;
                string[] phrases = [one.Of(question).ToString(), other.Of(question).ToString()];
                var labels = AskedClauses.Labels([.. phrases.Select(QuestionParts.Of)]) ?? [question[one.Start..left.End], question[other.Start..right.End]];
                return Sides(phrases, phrase => question[..clause] + phrase + question[each.Index..]) is { } sides ? [.. sides.Select((side, i) => side with { Label = labels[i] })] : null;
            }
        }

        return null;
    }

    /// <summary>The sides of two things told apart by what is said of them: 跑城际的和跑市内的各补多少.</summary>
    private static ComparisonSide[]? Predicates(string question)
    {
        if (!Compares().IsMatch(question) && !Each().IsMatch(question)) return null;
        if (TwoPredicates().Match(question) is not { Success: true } match) return null;
        var (one, other) = (match.Groups["one"], match.Groups["other"]);
        // 拖车买的和租的: what both are of is said once.
        var shared = other.Length <= ShortPredicate && one.Length > other.Length ? one.Length - other.Length : 0;
        string[] phrases = [one.Value[shared..], other.Value];
        var back = Together().Replace(question[(other.Index + other.Length)..], string.Empty);
        var labels = AskedClauses.Labels([.. phrases.Select(QuestionParts.Of)]);
        return Sides(phrases, phrase => question[..(one.Index + shared)] + phrase + back) is { } sides
            ? [.. sides.Select((side, i) => side with { Label = labels?[i] ?? side.Label })]
            : null;
    }

    /// <summary>The documents that are named without book marks.</summary>
    private static List<QuestionSlot> BareTitles(string question) =>
        [.. BareTitle().Matches(question).Select(title => new QuestionSlot(SlotKind.Document, title.Index, title.Index + title.Length, []))];

    private static QuestionSlot? LastIn(QuestionParts parts, TextSpan phrase)
    {
        var inside = parts.Slots.Where(slot => slot.Start >= phrase.Start && slot.End <= phrase.End && slot.Kind != SlotKind.Document).ToList();
        return inside.Count > 0 ? inside[^1] : null;
    }

    /// <summary>The sides of what stands anywhere in a question that compares: 嘉兴要推广多少辆车，浙江全省又是多少. Each is asked without the others.</summary>
    private static ComparisonSide[]? OneByOne(string question, QuestionParts parts)
    {
        if (!Compares().IsMatch(question) && !Each().IsMatch(question) && !Again().IsMatch(question)) return null;
        foreach (var kind in Kinds)
        {
            var slots = parts.Slots.Where(slot => slot.Kind == kind && !IsTheAskers(question, slot) && !IsApposed(question, slot)).ToList();
            if (slots.Count < 2 || slots.Zip(slots.Skip(1)).Any(pair => Until().IsMatch(question[pair.First.End..pair.Second.Start]))) continue;
            if (AreNested(slots) && !Again().IsMatch(question)) continue;
            if (Sides(slots.ConvertAll(slot => Label(question, slot)), label => Without(question, slots.Where(slot => Label(question, slot) != label))) is { } sides) return sides;
        }

        return null;
    }

    private static string Without(string question, IEnumerable<QuestionSlot> slots)
    {
        foreach (var slot in slots.OrderByDescending(slot => slot.Start)) question = question.Remove(slot.Start, slot.End - slot.Start);
        return question;
    }

    /// <summary>The sides of what stands side by side: 上海和深圳的补贴.</summary>
    private static ComparisonSide[]? Joined(string question, List<QuestionSlot> slots)
    {
        for (var first = 0; first + 1 < slots.Count; first++)
        {
            var last = first;
            while (last + 1 < slots.Count && QuestionWords.Joint().IsMatch(question[slots[last].End..slots[last + 1].Start].TrimStart('的'))) last++;
            if (last == first) continue;
            var group = slots[first..(last + 1)];
            if (!AreSides(question, group)) return null;
            var front = JointBefore().Replace(question[..group[0].Start], string.Empty);
            var back = Together().Replace(question[group[^1].End..], string.Empty);
            return Sides(group.ConvertAll(slot => Label(question, slot)), label => front + label + back);
        }

        return null;
    }

    /// <summary>The sides of what stands apart: 上海的补贴比深圳的高吗, 上海补贴多少，深圳呢.</summary>
    private static ComparisonSide[]? Apart(string question, List<QuestionSlot> slots)
    {
        if (slots.Count != 2 || !(Compares().IsMatch(question) || ThenOther().IsMatch(question) || (slots[0].Kind == SlotKind.Document && Again().IsMatch(question))) || AreNested(slots)) return null;
        var (one, other) = (slots[0], slots[1]);
        if (JointAtEnd().Match(question[one.End..other.Start]) is not { Success: true } joint) return null;
        var between = question[one.End..(one.End + joint.Index)];
        var back = OfOther().Replace(question[other.End..], string.Empty);
        // 甲规划定的高还是乙规划定的高
        var said = between.TrimStart('的');
        if (said.Length > 0 && back.StartsWith(said, StringComparison.Ordinal)) between = between[..^said.Length];
        return Sides([Label(question, one), Label(question, other)], label => question[..one.Start] + label + between + back);
    }

    /// <summary>The sides of two things that are no names: 货车和客车的补贴有什么不同.</summary>
    private static ComparisonSide[]? Things(QuestionParts parts)
    {
        var question = parts.Text;
        var isStrong = Compares().IsMatch(question);
        if (!isStrong && !Each().IsMatch(question)) return null;
        if (TwoDocuments().Match(question) is { Success: true } two)
        {
            var (one, other) = (two.Groups["one"], two.Groups["other"]);
            return Sides([one.Value, other.Value], label => question[..one.Index] + label + question[(two.Index + two.Length)..]);
        }

        var titles = QuestionWords.BareTitle().Matches(question).Where(title => TitleEnd().IsMatch(question[(title.Index + title.Length)..]))
            .Select(title => new TextSpan(title.Index, title.Index + title.Length)).ToList();
        foreach (Match joint in ThingJoint().Matches(question))
        {
            if (!isStrong && joint.Value == "、") continue;
            if (titles.Exists(title => title.Start < joint.Index && joint.Index < title.End)) continue;
            if (Pair(parts, joint) is not { } pair) continue;
            var (one, other) = pair;
            if (!isStrong && question[one.End - 1] != question[other.End - 1]) continue;
            var front = question[..one.Start];
            var back = Together().Replace(question[other.End..], string.Empty);
            return Sides([one.Of(question).ToString(), other.Of(question).ToString()], label => front + label + back);
        }

        return null;
    }

    /// <summary>The words on both sides of what joins them that are of one kind.</summary>
    private static (TextSpan One, TextSpan Other)? Pair(QuestionParts parts, Match joint)
    {
        var (start, middle, next) = (joint.Index, joint.Index, joint.Index + joint.Length);
        while (start > 0 && parts.IsThing(start - 1)) start--;
        var end = next;
        while (end < parts.Text.Length && parts.IsThing(end)) end++;
        if (middle - start < 2 || end - next < 2) return null;

        // The words of a kind mostly end alike (固定式和移动式加氢站); else the other is the first of the words that follow.
        var alike = parts.Text.IndexOf(parts.Text[middle - 1], next + 1, end - next - 1);
        var other = new TextSpan(next, alike >= 0 ? alike + 1 : FirstRun(parts, next, end));
        var one = new TextSpan(OneStart(parts, start, middle, other), middle);
        return one.Length > 1 && other.Length > 1 && !one.Of(parts.Text).SequenceEqual(other.Of(parts.Text)) ? (one, other) : null;
    }

    private static int FirstRun(QuestionParts parts, int start, int end)
    {
        var run = parts.Subjects.Concat(parts.Attributes).Concat(parts.Acts).First(run => run.Start <= start && start < run.End);
        if (run.Length > 1 || run.End >= end) return run.End;
        return FirstRun(parts, run.End, end);
    }

    private static int OneStart(QuestionParts parts, int start, int middle, TextSpan other)
    {
        var isSubject = parts.Subjects.Any(run => run.Start <= other.Start && other.Start < run.End);
        if (!isSubject)
        {
            var run = parts.Attributes.Concat(parts.Acts).FirstOrDefault(run => run.End == middle);
            if (run.Length >= other.Length) return run.Start;
        }

        // 氢能货车和客车: what both have in front is said once.
        var modifier = QuestionWords.Modifier().Match(parts.Text[start..middle]).Length;
        return modifier < middle - start && !QuestionWords.Modifier().IsMatch(parts.Text[other.Start..other.End]) ? start + modifier : start;
    }

    private static ComparisonSide[]? Sides(IReadOnlyList<string> labels, Func<string, string> question)
    {
        var distinct = labels.Distinct(StringComparer.Ordinal).ToList();
        if (distinct.Count is < 2 or > MostSides) return null;
        return [.. distinct.Select(label => new ComparisonSide(label, Alone(question(label))))];
    }

    /// <summary>A question for one side, without the words that compare.</summary>
    private static string Alone(string question)
    {
        question = Difference().Replace(question, "是怎样的");
        question = Which().Replace(question, string.Empty);
        question = More().Replace(question, match => match.Groups["when"].Success ? "什么时候" + match.Groups["act"].Value : match.Groups["act"].Value + "多少");
        question = Each().Replace(question, string.Empty);
        return $"{LoneMarks().Replace(ConversationTopic.Stem(question), string.Empty)}？";
    }

    /// <summary>What a side is called that a name tells apart.</summary>
    public static string Label(string question, QuestionSlot slot)
    {
        var label = slot.Of(question);
        return slot.Kind == SlotKind.Time && char.IsAsciiDigit(label[^1]) ? label + "年" : label;
    }

    private static bool AreSides(string question, List<QuestionSlot> group)
    {
        if (Compares().IsMatch(question) || Each().IsMatch(question)) return !(AreNested(group) && !Compares().IsMatch(question));
        return group.Count == 2 && group[0].Kind != SlotKind.Document && !AreNested(group) && !AsOne().IsMatch(question)
            && group.TrueForAll(slot => slot.Kind == SlotKind.Time || slot.Places.Count > 0);
    }

    private static bool AreNested(List<QuestionSlot> slots) =>
        slots.Any(inner => slots.Any(outer => inner != outer && inner.Places.Any(place => outer.Places.Any(place.IsWithin))));

    private static bool IsTheAskers(string question, QuestionSlot slot) =>
        slot.Kind == SlotKind.Place && Asker().IsMatch(question[..slot.Start]);

    /// <summary>Whether it only says in brackets what stands before it: 十四五（2025年）.</summary>
    private static bool IsApposed(string question, QuestionSlot slot) => slot.Start > 0 && question[slot.Start - 1] is '（' or '(';

    [GeneratedRegex("(?<=^|[，,。；;：:]|[里中对](?=[跑搞]))(?<one>[^，,。；;：:？?、和与跟]{1,14}的)(?:[和与跟、]|还是)(?<other>[^，,。；;：:？?、和与跟]{1,14}?的)(?=[，,各分都一最谁哪比]|有|[^，,？?]{0,6}(?:各|分别|有|[谁哪]))")]
    private static partial Regex TwoPredicates();

    [GeneratedRegex("(?<=^|[，,。；;：:]|还是|[和与跟同比])(?:(?!两[份个种部])[^，,。；;：:？?、和与跟同比里]){2,20}?(?:办法|条例|规划|方案|意见|规定|细则|措施|行动计划|指南|纲要)(?=[给定里对中的和与跟比说提写要各分都有，,？?]|还是|$)")]
    private static partial Regex BareTitle();

    /// <summary>Two things that one kind of document is about: 治水和治气两份行动计划.</summary>
    [GeneratedRegex("(?<=^|[，,。；;：:]|比较|对比)(?!比较|对比)(?<one>[^，,。；;：:？?、和与跟]{2,10})[和与跟、](?<other>[^，,。；;：:？?、和与跟]{2,10}?)这?两[份个种部](?=[^，,。；;：:？?、]{0,6}(?:办法|条例|规划|方案|意见|规定|细则|措施|计划|指南|纲要))")]
    private static partial Regex TwoDocuments();

    [GeneratedRegex("^(?:[里中，,：:]|$)")]
    private static partial Regex TitleEnd();

    [GeneratedRegex("(?:我们?|本人|我家|我们?公司|我司|我们?企业)(?:目前|现在)?(?:人|住|身|就)?(?:在|是|来自|从)$|(?:^|[，,。])(?:人|住|身|坐标|来自)在?$")]
    private static partial Regex Asker();

    [GeneratedRegex("比较(?![大小多少高低])|对比|相比|相较|比起|区别|不同(?!类|吨|规模|阶段|情)|差异|差别|异同|不一样|更[高低多少大小长短远近贵便宽严松早晚快慢好]|[谁哪][个里边家种类年]?(?:城市|省|地方|部门)?(?:的[^，,？?]{1,12})?[高低多少大长短远近贵便严松早晚快慢](?![个少])|一样|相同|一致|差(?:多少|几|距)|(?<![占对相同环配可])比(?![例重如较值亚])[^，,。]{2,}[高低多少大小长短远早晚快慢了]")]
    private static partial Regex Compares();

    [GeneratedRegex("分别|各自|各(?!地|级|类|部|单位|种|项|方|界|省|市|区|县)|比较一下|对比一下|相比(?:较|之下)?")]
    private static partial Regex Each();

    [GeneratedRegex("又(?:是|有|要|能)?(?:多少|几|什么|怎么|如何|哪)|还是[^，,。]{0,12}[高低多少大长短早晚][？?，,]")]
    private static partial Regex Again();

    [GeneratedRegex("^年?(?:[-—–~～至到]+|[，,]?到)$")]
    private static partial Regex Until();

    [GeneratedRegex("之间|共同|合作|联合|协同|一起|共建|携手|互通|互联|通道|一体|往返|沿线|等地|等[省市区]|等城市|城市群|都市圈|交界|走廊|干线|联动")]
    private static partial Regex AsOne();

    [GeneratedRegex("[，,。？?；;](?:那么?|而)?[^，,。？?]{2,40}呢[？?]?$")]
    private static partial Regex ThenOther();

    [GeneratedRegex("(?:[，,]?(?:相比于?|相较于?|比起|还是|而|那么?|[和与跟同比])|[，,？?；;](?:那么?|而)?)$")]
    private static partial Regex JointAtEnd();

    [GeneratedRegex("(?:请?(?:比较|对比)(?:一下)?|相比于?|相较于?|比起|[和与跟同比])$")]
    private static partial Regex JointBefore();

    [GeneratedRegex("^(?:的|呢(?=[？?]?$)|相比|比(?=[，,])|来?说|(?:这)?两[者地市省])+")]
    private static partial Regex OfOther();

    [GeneratedRegex("^(?:这?两个?(?:[地市省者区县年种类]|城市|省份|文件|办法|阶段)|[三四]个?(?:[地市省者年]|城市)|二者|之间|相比(?:较|之下)?[，,]?|比[，,]|[，,](?=[谁哪]))+")]
    private static partial Regex Together();

    [GeneratedRegex("(?<!碳中|[共总饱缓谐])和(?![平谐])|(?<![参给授])与(?![会否])|跟(?![踪进])|还是|以及|、|(?<![占对相同环配可])比(?![例重如较值亚]|[上去前往今]年|上一?[年期]|以[前往]|过去|之前|同期|原[来先]|[0-9]{2,4}年)")]
    private static partial Regex ThingJoint();

    [GeneratedRegex("(?:之间)?(?:的)?(?:有|存在)?(?:什么|何|哪些|啥|没有)?(?:明显|主要|本质)?的?(?:不同(?!类|吨|规模|阶段|情)|区别|差异|差别|异同|不一样)(?:之处|的地方|点)?(?:在哪里?|是什么|有哪些|吗)?|(?:是否|是不是|都)*(?:一样|相同|一致)(?:[多高大长]|的)?(?:不一样|不)?[吗么]?")]
    private static partial Regex Difference();

    [GeneratedRegex("(?:谁|哪(?:个|里|边|家|座|种|类|一[个种年]|年)(?:城市|省份?|地方)?)的?(?=[^，,？?]{0,12}?[高低多少大小长短远近贵便严松早晚快慢])")]
    private static partial Regex Which();

    [GeneratedRegex("(?<act>施行|实施|发布|印发|出台|生效|开始|到期|截止|建成|完成)?(?:要|会|是|得)?(?:更|比较|相对|差)?(?:(?<when>[早晚])|[高低大小长短贵远近]|便宜|(?<!至|最)多(?!少)|(?<!多)少)(?:一?些|一?点儿?|[了出]?(?:多少|几[^，,？?]{0,3}))?(?:吗|呢|么)?(?=[？?。]*$)|差(?:多少|几[^，,？?]{0,3})(?=[？?。]*$)|差距(?:有?多[大少])?")]
    private static partial Regex More();

    [GeneratedRegex("[，,、；;]+(?=[，,、；;？?]|$)|^[，,、；; ]+")]
    private static partial Regex LoneMarks();
}
