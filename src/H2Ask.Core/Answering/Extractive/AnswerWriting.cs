using H2Ask.Core.Index;

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
        foreach (var run in runs)
        {
            var (start, end) = (run.Hit.Passage.Start + run.Place.Start, run.Hit.Passage.Start + run.Place.End);
            if (_citations.Find(citation => citation.Source.Passage.Id == run.Hit.Passage.Id && citation.Start <= start && citation.End >= end) is { } known)
            {
                Share(known.Number, label);
                continue;
            }

            _citations.Add(new Citation(_citations.Count + 1, run.Hit, start, end, run.Place.Of(run.Hit.Passage.Text).ToString(), await TwinReader.ReadAsync(index, run.Hit.Passage, run.Repeated.Select(hit => hit.Passage), cancelled)));
            _statements.Add(new Statement(run.Text, [_citations.Count]) { Key = run.Key, Label = label, Note = DocumentNote.Of(run.Hit.Document.Document, index, words, _today) });
        }
    }

    private void Share(int number, string? label)
    {
        var at = _statements.FindIndex(statement => statement.Citations.Contains(number));
        if (label is null || _statements[at].Label is not { } labels || labels.Split('、').Contains(label)) return;
        _statements[at] = _statements[at] with { Label = $"{labels}、{label}" };
    }
}
