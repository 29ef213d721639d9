namespace H2Ask.Core.Embedding.Tokenizing.Splitting;

/// <summary>One step of dividing the text into the stretches that are read one by one.</summary>
internal abstract class SplitStep
{
    /// <summary>Divides the stretches of the workspace further.</summary>
    public abstract void Apply(Workspace workspace);
}
