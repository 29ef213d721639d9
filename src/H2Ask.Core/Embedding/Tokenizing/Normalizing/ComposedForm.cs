namespace H2Ask.Core.Embedding.Tokenizing.Normalizing;

/// <summary>Text in Unicode's form NFC, in which equal texts are equal. The platform's own does nothing where it runs without a culture's data, as here.</summary>
public static class ComposedForm
{
    private static readonly NormalForm Composed = new(compatible: false, composed: true);

    /// <summary>The text in that form.</summary>
    public static string Of(string text)
    {
        var normal = new TextBuffer();
        Composed.Apply(text, normal, Workspace.OfThisThread());
        Workspace.Leave(text.Length);
        return normal.Text.ToString();
    }
}
