using System.Security.Cryptography;
using System.Text;
using H2Ask.Core.Corpus.Cleaning;
using H2Ask.Core.Corpus.Reading;
using H2Ask.Core.Corpus.Structure;
using H2Ask.Core.Text;

namespace H2Ask.Core.Corpus.Passages;

/// <summary>Writes the passages of one document: their places, their text and what is searched of them.</summary>
internal sealed class PassageWriter(SourceText source, CleanText clean, List<Atom> atoms, string documentId)
{
    private const int IdBytes = 8;

    private readonly Dictionary<string, int> _occurrences = new(StringComparer.Ordinal);
    private readonly Dictionary<Heading, string[]> _paths = [];
    private (int Row, int Above) _table = (-1, -1);

    public Passage Write(TextSpan run, Heading? section)
    {
        var span = new TextSpan(atoms[run.Start].Start, atoms[run.End - 1].End);
        var place = clean.ToSource(span);
        var text = place.Of(source.Text).ToString();
        return new Passage
        {
            Id = IdOf(text),
            DocumentId = documentId,
            Start = place.Start + source.Offset,
            End = place.End + source.Offset,
            Section = section is null ? [] : PathOf(section),
            Text = text,
            SearchText = SearchTextOf(run, span, place),
        };
    }

    private string IdOf(string text)
    {
        var occurrence = _occurrences[text] = _occurrences.GetValueOrDefault(text) + 1;
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{documentId}\n{occurrence}\n{text}"));
        return Convert.ToHexStringLower(hash.AsSpan(0, IdBytes));
    }

    private string[] PathOf(Heading section)
    {
        if (_paths.TryGetValue(section, out var path)) return path;
        var headings = new List<string>();
        for (var heading = section; heading is not null; heading = heading.Parent)
        {
            if (heading.IsSection) headings.Add(heading.Shown);
        }

        headings.Reverse();
        return _paths[section] = [.. headings];
    }

    private string SearchTextOf(TextSpan run, TextSpan span, TextSpan place)
    {
        var leadIn = LeadInOf(run.Start, span.Start);
        var hasAsides = HasAsides(place);
        if (leadIn.Length == 0 && !hasAsides && !HasRows(run)) return clean.Text[span.Start..span.End];

        var words = new StringBuilder();
        if (leadIn.Length > 0) words.Append(leadIn.Of(clean.Text)).Append('\n');
        var at = span.Start;
        for (var i = run.Start; i < run.End; i++)
        {
            if (atoms[i].Row is not { } row) continue;
            // A row that is cut stands for itself in its first part, as written in the others.
            var isFirst = atoms[i].Start <= row.Span.Start + (row.Span.Length / 2) && (i == run.Start || atoms[i - 1].Row != row);
            if (i > run.Start) words.Append(clean.Text.AsSpan(at, atoms[i].Start - at).Trim('\t'));
            if (isFirst && atoms[i].Length >= row.Span.Length / 2) words.Append(row.SearchText);
            else words.Append(clean.Text, atoms[i].Start, atoms[i].Length);
            at = atoms[i].End;
        }

        words.Append(clean.Text.AsSpan(at, span.End - at).TrimStart('\t'));
        if (hasAsides) AppendAsides(words, place);
        return words.ToString();
    }

    private bool HasRows(TextSpan run)
    {
        for (var i = run.Start; i < run.End; i++)
        {
            if (atoms[i].Row is not null) return true;
        }

        return false;
    }

    private bool HasAsides(TextSpan place)
    {
        foreach (var aside in clean.Asides)
        {
            if (aside.Overlaps(place)) return true;
        }

        return false;
    }

    private void AppendAsides(StringBuilder words, TextSpan place)
    {
        foreach (var aside in clean.Asides)
        {
            if (aside.Overlaps(place)) words.Append('\n').Append(TextCleaner.Clean(source.Text, aside, [], []).Text);
        }
    }

    /// <summary>The lead-in of the list in whose midst a passage begins, or the caption of its table.</summary>
    private TextSpan LeadInOf(int first, int start)
    {
        if (atoms[first].Row is not null)
        {
            var above = AboveTable(first);
            return above >= 0 && atoms[above].IsLead && above + 1 < first ? new TextSpan(atoms[above].Start, atoms[above].End) : default;
        }

        for (var heading = atoms[first].Item; heading is not null; heading = heading.Parent)
        {
            if (heading.LeadIn.Length > 0 && heading.LeadIn.End <= start) return heading.LeadIn;
        }

        return default;
    }

    /// <summary>The atom before a row's table; -1 where none is. A table may have very many rows: none is walked over twice.</summary>
    private int AboveTable(int row)
    {
        var above = row;
        while (above >= 0 && above != _table.Row && atoms[above].Row is not null) above--;
        if (above >= 0 && above == _table.Row) above = _table.Above;
        _table = (row, above);
        return above;
    }
}
