namespace H2Ask.Core.Corpus.Structure;

/// <summary>The kinds of numbers that headings and items of Chinese official documents carry, from the coarsest to the finest.</summary>
internal enum NumberKind
{
    /// <summary>附件, 附件2.</summary>
    Annex,

    /// <summary>前言, 附则 and the like, which carry no number.</summary>
    Named,

    /// <summary>第一编, 第一部分.</summary>
    Part,

    /// <summary>第一章.</summary>
    Chapter,

    /// <summary>第一节.</summary>
    Section,

    /// <summary>第一条.</summary>
    Article,

    /// <summary>一、</summary>
    Enumerated,

    /// <summary>7.1 or 7.1.4, and 7 standing over such.</summary>
    Path,

    /// <summary>（一）</summary>
    Bracketed,

    /// <summary>1. or 1、</summary>
    Decimal,

    /// <summary>（1）</summary>
    BracketedDecimal,

    /// <summary>1）</summary>
    HalfBracketed,

    /// <summary>①</summary>
    Circled,

    /// <summary>专栏1: a box beside the text.</summary>
    Box,

    /// <summary>A heading without a number that the file's format tells.</summary>
    Marked,
}
