using H2Ask.Core.Index;
using H2Ask.Core.Retrieval.Findings;
using H2Ask.Core.Text;

namespace H2Ask.Core.Answering.Extractive;

/// <summary>
/// States the list that a question asks for as a whole, wherever in it the findings stand: also what the passages before and after hold of it. Of a list
/// that is too long the heads of its items.
/// </summary>
internal static class ListStating
{
    /// <summary>No more letters of a list are stated.</summary>
    private const int Longest = 700;

    /// <summary>An item's first sentence is its head where it is no longer.</summary>
    private const int LongestHead = 60;

    /// <summary>A head says at least so much.</summary>
    private const int ShortestHead = 20;

    /// <summary>So many passages before and after a finding are looked into.</summary>
    private const int Reach = 8;

    /// <summary>So many where the list goes on beyond those.</summary>
    private const int WideReach = 32;

    /// <summary>No list is looked for around more findings.</summary>
    private const int Looked = 3;

    /// <summary>So many pairs of letters that only one item shares with the question show that it alone is asked for.</summary>
    private const int OwnOfOne = 2;

    /// <summary>Of a finding with at least this share of the likelihood to answer one such pair is enough.</summary>
    private const float Sure = 0.6f;

    /// <summary>What stands elsewhere belongs to the answer beside a list where it has this share of the best one's likelihood.</summary>
    private const float LeastShareBeside = 0.3f;

    /// <summary>The runs, with the list that is asked for in the place of those that stand in it.</summary>
    public static async ValueTask<IReadOnlyList<Run>> CompleteAsync(IPassageIndex index, IReadOnlyList<Run> runs, CancellationToken cancelled)
    {
        if (runs.Count == 0 || runs[0].Asked is not { } asked) return runs;
        var window = new ListWindow(index, Reach, WideReach);
        foreach (var finding in asked.Chosen.Take(Looked))
        {
            await window.MoveAsync(finding.Hit, cancelled);
            var found = Find(window, finding, asked);
            if (IsCut(window, finding, found?.List) && await window.WidenAsync(cancelled)) found = Find(window, finding, asked);
            if (found is not var (whole, isNamed)) continue;
            var lines = window.Lines;
            var list = WithLead(lines, whole, asked);
            var stated = State(lines, list, asked.Chosen[0]);
            var holdsBest = Array.Exists(stated, run => run.Covers(asked.Chosen[0].Hit, asked.Chosen[0].Finding.Place));
            return Merged(stated, runs.Where(run => Array.TrueForAll(stated, part => !part.Covers(run.Hit, run.Place)) && (!isNamed || (run == runs[0] && !holdsBest) || IsBeside(run))));

            bool IsBeside(Run run) => run.Share >= LeastShareBeside * runs[0].Share && !IsIn(run, lines, list);
        }

        return runs;
    }

    /// <summary>The parts of a list and what is stated beside it; what holds whole parts stands in their place.</summary>
    private static List<Run> Merged(IReadOnlyList<Run> stated, IEnumerable<Run> beside)
    {
        List<Run> merged = [.. stated];
        foreach (var run in beside)
        {
            var held = merged.FindIndex(part => run.Covers(part.Hit, part.Place));
            if (held < 0)
            {
                merged.Add(run);
                continue;
            }

            var last = merged.FindLast(part => run.Covers(part.Hit, part.Place))!;
            merged[held] = run with { GoesOn = merged[held].GoesOn, Unstated = last.Unstated, IsUnended = last.IsUnended };
            merged.RemoveAll(part => part != merged[held] && run.Covers(part.Hit, part.Place));
        }

        return merged;
    }

    /// <summary>Whether more of a list may stand beyond the window.</summary>
    private static bool IsCut(ListWindow window, ScoredFinding finding, FoundList? found) =>
        found is not null ? found.IsOpen : AskedList.LineOf(window.Lines, finding) is >= 0 and var at && ListReading.IsCut(window.Lines, at);

    /// <summary>The list that the question names, or else the innermost one that was found in several places.</summary>
    private static (FoundList List, bool IsNamed)? Find(ListWindow window, ScoredFinding finding, AskedList asked)
    {
        var lines = window.Lines;
        var at = AskedList.LineOf(lines, finding);
        if (at < 0) return null;
        var lists = ListReading.Around(lines, at).Select(list => list with { IsOpen = list.IsOpen && window.LacksEnd }).ToList();
        var least = asked.Chosen[0].Share > Sure ? 1 : OwnOfOne;
        if (lists.Find(list => asked.IsFor(lines, list, at) && asked.CountOwn(lines, list, at) < least) is { } named) return (named, true);
        return lists.Find(list => asked.IsSpreadOver(lines, list) && asked.CountOwn(lines, list, at) == 0) is { } spread ? (spread, false) : null;
    }

    /// <summary>A sentence before the items that was chosen itself opens the list, however long it is.</summary>
    private static FoundList WithLead(List<ListLine> lines, FoundList list, AskedList asked)
    {
        var before = list.Items[0] - 1;
        return list.Lead is null && asked.Chosen.Any(finding => AskedList.LineOf(lines, finding) == before && before >= 0) ? list with { Lead = before } : list;
    }

    private static bool IsIn(Run run, List<ListLine> lines, FoundList list)
    {
        for (var i = list.Start; i < list.End; i++)
        {
            if (lines[i].Hit.Passage.Id == run.Hit.Passage.Id && lines[i].Finding.Place.Overlaps(run.Place)) return true;
        }

        return false;
    }

    private static Run[] State(List<ListLine> lines, FoundList list, ScoredFinding best)
    {
        var whole = lines[list.Start..list.End];
        var runs = whole.Sum(line => line.Words.Length) <= Longest
            ? whole.GroupBy(line => line.Hit.Passage.Id).Select(part => Joined([.. part], best.Share))
            : Heads(lines, list, best);
        Run[] parts = [.. runs.Select((run, at) => run with { GoesOn = at > 0 })];
        parts[^1] = parts[^1] with { IsUnended = list.IsOpen };
        return parts;
    }

    /// <summary>The line that opens the list, and of each item its head; of the one that the best finding stands in what comes before that one too.</summary>
    private static IEnumerable<Run> Heads(List<ListLine> lines, FoundList list, ScoredFinding best)
    {
        var bestLine = AskedList.LineOf(lines, best);
        var bestItem = list.ItemOf(bestLine);
        var letters = 0;
        for (var item = 0; item < list.Items.Count && letters <= Longest; item++)
        {
            var start = list.Items[item];
            var head = Head(lines[start]);
            var part = item == bestItem ? lines[start..(bestLine + 1)] : [head];
            if (part.Exists(line => line.Hit != head.Hit) || part.Sum(line => line.Words.Length) > Longest / 2) part = [head];
            if (item == 0 && list.Lead is { } lead && lines[lead].Hit == head.Hit) part.Insert(0, lines[lead]);
            letters += part.Sum(line => line.Words.Length);
            yield return Joined(part, best.Share) with { Unstated = letters > Longest ? list.Items.Count - item - 1 : 0 };
        }
    }

    /// <summary>What names an item: its first sentence; of a long one the first clauses that say something.</summary>
    private static ListLine Head(ListLine line)
    {
        if (line.Words.Length <= LongestHead) return line;
        foreach (var clause in Sentences.Clauses(line.Words))
        {
            if (clause.End < ShortestHead) continue;
            return ListLines.Part(line.Hit, line.Finding, 0, clause.End) is { } head ? line with { Finding = head } : line;
        }

        return line;
    }

    private static Run Joined(List<ListLine> lines, float share) => RunJoining.Whole(lines[0].Hit, [.. lines.Select(line => line.Finding)]) with { Share = share };
}
