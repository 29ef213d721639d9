namespace H2Ask.Core.Embedding.Tokenizing.Normalizing;

/// <summary>A step in which a character depends on its neighbours at most.</summary>
internal abstract class LocalStep : TextStep
{
    /// <summary>
    /// Whether the text may be divided between this character and another one that is alone: then each side comes out as it would within
    /// the whole. (In pairs such a character may still join with one that is not alone.)
    /// </summary>
    public abstract bool IsAlone(char c);
}
