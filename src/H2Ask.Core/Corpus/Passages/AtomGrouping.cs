using H2Ask.Core.Corpus.Structure;

namespace H2Ask.Core.Corpus.Passages;

/// <summary>Groups atoms by the section they stand under, and joins groups that are headings alone or too short.</summary>
internal sealed class AtomGrouping(List<Atom> atoms, PassageOptions options)
{
    private readonly List<AtomGroup> _groups = [];

    /// <summary>The groups in their order.</summary>
    /// <param name="bodyStart">Where the document's own title begins in the clean text; what stands before it is a letter of its own.</param>
    public List<AtomGroup> Group(int bodyStart)
    {
        if (atoms.Count == 0) return _groups;
        GroupBySection(bodyStart);
        var groups = JoinShort(JoinLeads());
        // A document that fits into one passage is not torn to keep its divisions apart.
        var fits = LengthOf(0, atoms.Count) <= options.Maximum && !groups.Exists(group => group.IsApart) && groups.Exists(group => group.Length < options.Minimum);
        return fits ? [Span(0, atoms.Count, CommonSection(0, atoms.Count), isApart: false)] : groups;
    }

    private void GroupBySection(int bodyStart)
    {
        var first = 0;
        for (var i = 1; i <= atoms.Count; i++)
        {
            if (i < atoms.Count && atoms[i].Section == atoms[first].Section && !IsApart(i)) continue;
            _groups.Add(Span(first, i, atoms[first].Section, first > 0 && IsApart(first)));
            first = i;
        }

        bool IsApart(int i) => atoms[i].AfterGap || (atoms[i].Start >= bodyStart && atoms[i - 1].Start < bodyStart);
    }

    private AtomGroup Span(int first, int end, Heading? section, bool isApart) => new()
    {
        First = first,
        End = end,
        Length = LengthOf(first, end),
        Section = section,
        Division = DivisionOf(section),
        IsLead = IsLead(first, end),
        IsApart = isApart,
    };

    /// <summary>Puts headings that stand alone in front of what follows them.</summary>
    private List<AtomGroup> JoinLeads()
    {
        var joined = new List<AtomGroup>();
        for (var i = 0; i < _groups.Count; i++)
        {
            var group = _groups[i];
            var end = i;
            while (_groups[end].IsLead && end + 1 < _groups.Count && !_groups[end + 1].IsApart) end++;
            if (end > i)
            {
                group = Span(group.First, _groups[end].End, _groups[end].Section, group.IsApart);
                i = end;
            }

            if (group.IsLead && joined.Count > 0 && !group.IsApart) joined[^1] = Joined(joined[^1], group);
            else joined.Add(group);
        }

        return joined;
    }

    private List<AtomGroup> JoinShort(List<AtomGroup> groups)
    {
        var joined = new List<AtomGroup>();
        for (var i = 0; i < groups.Count; i++)
        {
            var group = groups[i];
            while (group.Length < options.Minimum)
            {
                var before = joined.Count > 0 && CanJoin(joined[^1], group) ? CommonDepth(joined[^1], group) : -1;
                var after = i + 1 < groups.Count && CanJoin(group, groups[i + 1]) ? CommonDepth(group, groups[i + 1]) : -1;
                if (before < 0 && after < 0) break;
                if (before > after || (before == after && joined[^1].Length < groups[i + 1].Length))
                {
                    group = Joined(joined[^1], group);
                    joined.RemoveAt(joined.Count - 1);
                }
                else
                {
                    group = Joined(group, groups[++i]);
                }
            }

            joined.Add(group);
        }

        return joined;
    }

    private bool CanJoin(AtomGroup first, AtomGroup second) =>
        !second.IsApart && (first.Division == second.Division || IsTiny(first) || IsTiny(second))
        && (LengthOf(first.First, second.End) <= options.Maximum || first.Length > options.Maximum || second.Length > options.Maximum);

    /// <summary>A group this short is a heading that lost its text, or a remark; it is better off with a neighbour than alone.</summary>
    private bool IsTiny(AtomGroup group) => group.Length < options.Minimum / 3;

    private AtomGroup Joined(AtomGroup first, AtomGroup second) =>
        Span(first.First, second.End, CommonOf(first.Section, second.Section), first.IsApart);

    private int LengthOf(int first, int end) => atoms[end - 1].End - atoms[first].Start;

    private bool IsLead(int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            if (!atoms[i].IsLead) return false;
        }

        return true;
    }

    /// <summary>The innermost section that holds all atoms of a run that are no headings.</summary>
    public Heading? CommonSection(int first, int end)
    {
        var common = atoms[end - 1].Section;
        for (var i = first; i < end && common is not null; i++)
        {
            if (!atoms[i].IsLead) common = CommonOf(common, atoms[i].Section);
        }

        return common;
    }

    private static int CommonDepth(AtomGroup first, AtomGroup second) => CommonOf(first.Section, second.Section)?.Level ?? 0;

    private static Heading? CommonOf(Heading? first, Heading? second)
    {
        while (first != second)
        {
            if (first is null || second is null) return null;
            if (first.Start > second.Start) first = first.Parent;
            else second = second.Parent;
        }

        while (first is { IsSection: false }) first = first.Parent;
        return first;
    }

    private static Heading? DivisionOf(Heading? section)
    {
        Heading? division = null;
        for (var heading = section; heading is not null; heading = heading.Parent)
        {
            if (heading.IsDivision) division = heading;
        }

        return division;
    }
}
