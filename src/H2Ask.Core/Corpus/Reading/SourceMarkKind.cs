namespace H2Ask.Core.Corpus.Reading;

/// <summary>The things a file's format can say of a run of its text.</summary>
public enum SourceMarkKind
{
    /// <summary>A heading (Markdown, HTML, Word).</summary>
    Heading,

    /// <summary>The head row of a table.</summary>
    TableHead,

    /// <summary>A row of a table; its cells are separated by tabs or by the format's own mark.</summary>
    TableRow,

    /// <summary>A whole article: one row of a CSV file.</summary>
    Article,

    /// <summary>The title of the article that begins here.</summary>
    ArticleTitle,

    /// <summary>The body of the article, without the format's own quoting around it.</summary>
    ArticleBody,
}
