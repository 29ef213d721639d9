namespace H2Ask.Core.Embedding.Tokenizing.Normalizing;

/// <summary>Puts the steps of normalising together.</summary>
internal static class TextSteps
{
    /// <summary>The same steps, those in a row that can be looked up merged into one.</summary>
    public static TextStep[] Merge(IEnumerable<TextStep> steps)
    {
        var merged = new List<TextStep>();
        var row = new List<LocalStep>();
        foreach (var step in steps)
        {
            var fits = step is CharacterStep || (step is LocalStep && row.TrueForAll(other => other is CharacterStep));
            if (!fits) EndRow();
            if (step is LocalStep local) row.Add(local);
            else merged.Add(step);
        }

        EndRow();
        return [.. merged];

        void EndRow()
        {
            if (row.Count > 0) merged.Add(new MergedSteps(row));
            row.Clear();
        }
    }
}
