using System.Text.RegularExpressions;
using H2Ask.Core.Retrieval.Findings;

namespace H2Ask.Core.Answering.Extractive;

/// <summary>
/// The sentences beside those that are chosen: what goes on from them (conditions, exceptions, what happens else) and, where it is asked who, the note on who
/// sees to it. Where no sentence stands out as the one that answers, the next ones often do. They are stated and cited together, as one place.
/// </summary>
/// <param name="findings">All findings of one passage, in their order.</param>
/// <param name="best">What share of the likelihood to answer falls on the best finding of the search.</param>
/// <param name="asksWho">Whether it is asked which body or company.</param>
/// <param name="asksWhole">Whether what is asked for is no single figure: what ends with a semicolon is then stated to the end of its sentence.</param>
internal sealed partial class Surroundings(ScoredFinding[] findings, float best, bool asksWho, bool asksWhole)
{
    /// <summary>What has at least this share of the likelihood to answer needs nothing beside it.</summary>
    private const float Sure = 0.75f;

    /// <summary>What stands beside has at least this share of the best one's likelihood.</summary>
    private const float Least = 0.01f;

    /// <summary>So many sentences on is looked; what lies between is taken too.</summary>
    private const int Reach = 3;

    /// <summary>A sentence as short as this is a head.</summary>
    private const int Head = 10;

    /// <summary>No more sentences that go on from those chosen are taken.</summary>
    private const int MostGoingOn = 2;

    /// <summary>A sentence of several parts is stated to its end where it is no longer.</summary>
    private const int LongestSentence = 240;

    /// <summary>No more letters are taken together.</summary>
    private const int Longest = 400;

    /// <summary>The findings to state together with those from the first to the last.</summary>
    public IEnumerable<int> Of(int first, int last)
    {
        (first, last) = WithLikely(first, last);
        last = WithNote(first, WithWhatGoesOn(first, last));
        return Enumerable.Range(first, last - first + 1);
    }

    private (int First, int Last) WithLikely(int first, int last)
    {
        // 滨河书城。二楼为阅览室: a name alone says nothing without what follows.
        if (last == first && last + 1 < findings.Length && findings[last].Finding.Words.Length <= Head && !findings[last].Finding.IsRow) last++;
        var chosen = findings[first..(last + 1)];
        // A list and a row of a table are whole as they are.
        if (chosen.Max(finding => finding.Share) > Sure || Array.Exists(chosen, finding => finding.Finding.IsRow || ItemMark.KindOf(finding.Finding.Words) is not null)) return (first, last);
        while (Next(first, last) is { } next)
        {
            var (start, end) = (Math.Min(first, next), Math.Max(last, next));
            if (Letters(start, end) > Longest) break;
            (first, last) = (start, end);
        }

        return (first, last);
    }

    /// <summary>The last of the parts of the same sentence, and of the sentences that say under which conditions what is said holds, what is excepted, and what happens else: 其中，…; 逾期…; 仍不合格的，….</summary>
    private int WithWhatGoesOn(int first, int last)
    {
        for (var goingOn = 0; Follows(last + 1); last++)
        {
            var isSame = asksWhole && findings[last].Finding.Words[^1] is ('；' or ';');
            if (!isSame && (++goingOn > MostGoingOn || !GoesOn().IsMatch(findings[last + 1].Finding.Words))) break;
            if (Letters(first, last + 1) > (isSame ? LongestSentence : Longest)) break;
        }

        return last;
    }

    /// <summary>Where it is asked who, the sentence within reach that ends with the note on who sees to it.</summary>
    private int WithNote(int first, int last)
    {
        if (!asksWho || Names().IsMatch(findings[last].Finding.Words)) return last;
        for (var end = last; end <= last + Reach && (end == last || Follows(end)) && Letters(first, end) <= Longest; end++)
        {
            if (DutyNote.IsAtEnd(findings[end].Finding.Words)) return end;
        }

        return last;
    }

    /// <summary>Whether a sentence stands in the same line as the one before it, behind it.</summary>
    private bool Follows(int at) => at < findings.Length && findings[at].Finding.Follows(findings[at - 1].Finding, findings[at].Hit.Passage.Text);

    private int Letters(int first, int last) => findings[first..(last + 1)].Sum(finding => finding.Finding.Words.Length);

    /// <summary>The likeliest of those within reach; null where none is likely enough.</summary>
    private int? Next(int first, int last)
    {
        int? likeliest = null;
        var share = Least * best;
        for (var step = 1; step <= Reach; step++)
        {
            Look(first - step);
            Look(last + step);
        }

        return likeliest;

        void Look(int at)
        {
            if (at < 0 || at >= findings.Length || findings[at].Share < share) return;
            (likeliest, share) = (at, findings[at].Share);
        }
    }

    [GeneratedRegex("由[^，。；]{2,30}(?:负责|牵头|主管|承担|组织)|[局委厅部府会](?:负责|牵头|主管)")]
    private static partial Regex Names();

    [GeneratedRegex("^(?:其中[，,：:]|但(?![愿书凡丁])|否则|逾期|仍[不未]|对(?:逾期|不符合|未|仍)[^，,。；]{1,16}的[，,]|[^，,。；]{0,6}(?:期满|结束|届满)后[，,]|[^，,。；]{2,16}的[，,]还)")]
    private static partial Regex GoesOn();
}
