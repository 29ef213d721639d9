using H2Ask.Core.Index;
using H2Ask.Core.Retrieval;

namespace H2Ask.Core.Answering.Extractive;

/// <summary>The lines around a finding: those of the passages before and after its own, as many as are needed.</summary>
/// <param name="index">Where the passages are read.</param>
/// <param name="reach">So many before and after are read.</param>
/// <param name="wideReach">So many where those are too few.</param>
internal sealed class ListWindow(IPassageIndex index, int reach, int wideReach)
{
    /// <summary>What was read stands for a passage that is no nearer to its edge than this share of the reach.</summary>
    private const int Near = 2;

    private SearchHit? _middle;
    private int _first;
    private int _last = -1;

    /// <summary>The lines.</summary>
    public List<ListLine> Lines { get; private set; } = [];

    /// <summary>Whether the document begins before them.</summary>
    public bool LacksStart => _middle is { Number: not null } hit && _first > FirstOf(hit);

    /// <summary>Whether the document goes on after them.</summary>
    public bool LacksEnd => _middle is { Number: not null } hit && _last < LastOf(hit);

    /// <summary>Reads what stands around a passage, unless it was read with enough on both sides.</summary>
    public async ValueTask MoveAsync(SearchHit hit, CancellationToken cancelled)
    {
        var isRead = _middle?.Document == hit.Document && hit.Number is { } number && (number - _first >= reach / Near || !LacksStart) && (_last - number >= reach / Near || !LacksEnd) && number >= _first && number <= _last;
        _middle = isRead ? _middle : hit;
        if (!isRead) await ReadAsync(reach, cancelled);
    }

    /// <summary>Reads more around the passage; false where there is no more.</summary>
    public async ValueTask<bool> WidenAsync(CancellationToken cancelled)
    {
        if (!(LacksStart || LacksEnd) || _last - _first > 2 * reach) return false;
        await ReadAsync(wideReach, cancelled);
        return true;
    }

    private static int FirstOf(SearchHit hit) => hit.Document.FirstPassage;

    private static int LastOf(SearchHit hit) => hit.Document.FirstPassage + hit.Document.Passages - 1;

    private async ValueTask ReadAsync(int around, CancellationToken cancelled)
    {
        var hit = _middle!;
        if (hit.Number is not { } number)
        {
            Lines = ListLines.Of([hit]);
            return;
        }

        (_first, _last) = (Math.Max(FirstOf(hit), number - around), Math.Min(LastOf(hit), number + around));
        var passages = await index.ReadPassagesAsync(Enumerable.Range(_first, _last - _first + 1).ToArray(), cancelled);
        Lines = ListLines.Of([.. passages.Select((passage, i) => _first + i == number ? hit : new SearchHit(passage, hit.Document, hit.Score) { Number = _first + i })]);
    }
}
