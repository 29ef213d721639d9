namespace H2Ask.Core.Corpus.Describing;

/// <summary>Finds the day on which a document was signed or issued.</summary>
internal static class IssueDate
{
    private const int Opening = 300;

    /// <summary>The date of its head line, its fields, the bracket under its title, or its signature.</summary>
    public static PolicyDate? Of(DraftReading reading)
    {
        if (reading.Head.Date is { } head) return head;
        if (reading.Fields.Issued is { } issued) return issued;
        if (UnderTitle(reading) is { } under) return under;
        if ((reading.Enactment.Amended ?? reading.Enactment.Made) is { } enacted) return enacted;
        return reading.NoticeBelongs || !StandsInNotice(reading) ? reading.Signature?.Date : null;
    }

    private static bool StandsInNotice(DraftReading reading)
    {
        if (reading.Signature is not { } signature || reading.Title.Length == 0) return true;
        return reading.Text.Text.LastIndexOf(reading.Title, StringComparison.Ordinal) >= signature.End - 1;
    }

    /// <summary>（2021年9月22日）, （2020年12月28日第十三次会议通过…修正）: of several dates the one of the last amendment.</summary>
    private static PolicyDate? UnderTitle(DraftReading reading)
    {
        var text = reading.Text.Text;
        var title = reading.Title.Length > 0 ? text.IndexOf(reading.Title, StringComparison.Ordinal) : -1;
        if (title < 0 || title > Opening) return null;
        var open = title + reading.Title.Length;
        while (open < text.Length && text[open] == '(')
        {
            var close = text.IndexOf(')', open);
            if (close < 0 || close - open > 400) return null;
            if (ChineseDate.TryRead(text, open + 1, out var date, out var end) && date.Month is not null) return LastAmendment(text, end, close) ?? date;
            open = close + 1;
        }

        return null;
    }

    private static PolicyDate? LastAmendment(string text, int start, int end)
    {
        PolicyDate? last = null;
        for (var i = start; i < end; i++)
        {
            if (text[i] != '年' || !ChineseDate.TryRead(text, i - 4, out var date, out var dateEnd) || date.Day is null) continue;
            var rest = text.AsSpan(dateEnd, end - dateEnd);
            var next = rest.IndexOf('年');
            if ((next < 0 ? rest : rest[..next]).Contains('修')) last = date;
        }

        return last;
    }
}
