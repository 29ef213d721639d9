namespace H2Ask.Core.Corpus.Cleaning;

/// <summary>What a line of the source is to the cleaner.</summary>
internal enum SourceLineKind
{
    /// <summary>Running text or a heading.</summary>
    Prose,

    /// <summary>A row of a table, told by the tabs or bars in it.</summary>
    Row,

    /// <summary>A row of a table, told by the file's format.</summary>
    MarkedRow,

    /// <summary>A page number or a rule: shown by the source, said by nobody.</summary>
    Noise,

    /// <summary>The place of an omitted run.</summary>
    Gap,
}
