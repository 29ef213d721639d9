namespace H2Ask.Core.Retrieval;

/// <summary>How the place of a document agrees with those that a question names, the less before the more.</summary>
internal enum PlaceAgreement
{
    /// <summary>The question names no place.</summary>
    NotAsked,

    /// <summary>The document is for no place that is known.</summary>
    Unknown,

    /// <summary>It is for another place.</summary>
    Other,

    /// <summary>It is for the whole country.</summary>
    National,

    /// <summary>It is for a larger place, in which the named one lies.</summary>
    Around,

    /// <summary>It is for a part of the named place.</summary>
    Within,

    /// <summary>It is for the named place.</summary>
    Same,
}
