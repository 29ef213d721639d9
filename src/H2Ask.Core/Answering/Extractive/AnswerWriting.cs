using H2Ask.Core.Index;
using H2Ask.Core.Text;

namespace H2Ask.Core.Answering.Extractive;

/// <summary>Turns runs into statements and citations; a place has one number, given when it is first cited.</summary>
internal sealed class AnswerWriting(IPassageIndex index, FrameWords words)
{
    private readonly List<Statement> _statements = [];
    private readonly List<Citation> _citations = [];

    /// <summary>The day in China, wherever the service runs: documents expire there.</summary>
    private readonly DateOnly _today = DateOnly.FromDateTime(DateTime.UtcNow.AddHours(8));

    /// <summary>The statements.</summary>
    public IReadOnlyList<Statement> Statements => _statements;

    /// <summary>The citations, in the order of their numbers.</summary>
    public IReadOnlyList<Citation> Citations => _citations;

    /// <summary>States runs. One that another side has stated already stands for both.</summary>
    public async ValueTask StateAsync(IReadOnlyList<Run> runs, string? label, CancellationToken cancelled)
    {
        foreach (var run in await ListStating.CompleteAsync(index, runs, cancelled))
        {
            var known = _citations.FindAll(citation => citation.Source.Passage.Id == run.Hit.Passage.Id && citation.Start < EndOf(run) && citation.End > StartOf(run));
            if (known.Count == 0)
            {
                _citations.Add(await CiteAsync(_citations.Count + 1, run, cancelled));
                _statements.Add(new Statement(run.Text, [_citations.Count]) { Key = run.Key, Label = label, Note = NoteOf(run) });
                continue;
            }

            foreach (var citation in known) Share(citation.Number, label);
            if (known.Count == 1) await ExtendAsync(known[0], run, cancelled);
        }
    }

    private static int StartOf(Run run) => run.Hit.Passage.Start + run.Place.Start;

    private static int EndOf(Run run) => run.Hit.Passage.Start + run.Place.End;

    /// <summary>One text of two that overlap; null where they don't fit together.</summary>
    private static string? Join(string first, string second)
    {
        for (var length = Math.Min(first.Length, second.Length); length > 0; length--)
        {
            if (first.AsSpan(first.Length - length).SequenceEqual(second.AsSpan(0, length))) return first + second[length..];
        }

        return null;
    }

    /// <summary>States with what is known what a run says beyond it.</summary>
    private async ValueTask ExtendAsync(Citation known, Run run, CancellationToken cancelled)
    {
        if (known.Start <= StartOf(run) && known.End >= EndOf(run)) return;
        var at = _statements.FindIndex(statement => statement.Citations.Contains(known.Number));
        var holds = StartOf(run) <= known.Start && EndOf(run) >= known.End;
        var text = holds ? run.Text : StartOf(run) < known.Start ? Join(run.Text, _statements[at].Text) : Join(_statements[at].Text, run.Text);
        if (text is null) return;
        var place = new TextSpan(Math.Min(known.Start, StartOf(run)), Math.Max(known.End, EndOf(run))).Shift(-run.Hit.Passage.Start);
        _citations[known.Number - 1] = await CiteAsync(known.Number, run with { Place = place }, cancelled);
        _statements[at] = _statements[at] with { Text = text };
    }

    private async ValueTask<Citation> CiteAsync(int number, Run run, CancellationToken cancelled) =>
        new(number, run.Hit, StartOf(run), EndOf(run), run.Place.Of(run.Hit.Passage.Text).ToString(), await TwinReader.ReadAsync(index, run.Hit.Passage, run.Repeated.Select(hit => hit.Passage), cancelled));

    /// <summary>What is to be known of the document is said once of a list; at its end, how much of it is not stated.</summary>
    private string? NoteOf(Run run)
    {
        var note = run.GoesOn ? null : DocumentNote.Of(run.Hit.Document.Document, index, words, _today);
        var rest = run.IsUnended ? words.Unended : run.Unstated > 0 ? words.Unstated(run.Unstated) : null;
        return note is null || rest is null ? note ?? rest : note + words.Comma + rest;
    }

    private void Share(int number, string? label)
    {
        var at = _statements.FindIndex(statement => statement.Citations.Contains(number));
        if (label is null || _statements[at].Label is not { } labels || labels.Split('、').Contains(label)) return;
        _statements[at] = _statements[at] with { Label = $"{labels}、{label}" };
    }
}
