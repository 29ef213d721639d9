using H2Ask.Core.Retrieval;
using H2Ask.Core.Retrieval.Findings;

namespace H2Ask.Core.Answering.Extractive;

/// <summary>A finding that is to be stated, and the passages that say the same.</summary>
internal sealed class ChosenFinding(ScoredFinding finding)
{
    public ScoredFinding Finding { get; private set; } = finding;

    public List<SearchHit> Repeated { get; } = [];

    /// <summary>Of two that say the same, the document itself is stated, not what reports on it.</summary>
    public void Repeat(ScoredFinding other)
    {
        if (DocumentNote.IsReport(Finding.Hit.Document.Document) && !DocumentNote.IsReport(other.Hit.Document.Document))
        {
            Repeated.Add(Finding.Hit);
            Finding = other with { Share = Finding.Share };
        }
        else
        {
            Repeated.Add(other.Hit);
        }
    }
}
