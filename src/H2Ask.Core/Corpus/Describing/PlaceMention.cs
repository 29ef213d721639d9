namespace H2Ask.Core.Corpus.Describing;

/// <summary>A place as a text names it: 北京大兴, 山东省济南市市中区, or 市中区 alone.</summary>
/// <param name="Candidates">The places that it can mean; several where counties share a name.</param>
/// <param name="Start">Where the words begin.</param>
/// <param name="End">Where they end, exclusive.</param>
internal readonly record struct PlaceMention(IReadOnlyList<Place> Candidates, int Start, int End);
