namespace H2Ask.Core.Retrieval;

/// <summary>What a part of a question names, so that a part of the same kind can take its place.</summary>
internal enum SlotKind
{
    /// <summary>A place: 济南, 北京市大兴区.</summary>
    Place,

    /// <summary>A year, a span of years or a five-year plan: 2025年, 十四五.</summary>
    Time,

    /// <summary>A document in book marks: 《加氢站管理办法》.</summary>
    Document,
}
