namespace H2Ask.Core.Evaluation;

/// <summary>What a question lacks most, the gravest first.</summary>
public enum MissKind
{
    /// <summary>The request failed.</summary>
    Failed,

    /// <summary>A citation is not the text at its place.</summary>
    NotVerbatim,

    /// <summary>The corpus does not say it, but it was answered.</summary>
    AnsweredWithoutSupport,

    /// <summary>The corpus says it, but it was refused.</summary>
    Refused,

    /// <summary>No passage found covers a gold passage.</summary>
    NotFound,

    /// <summary>A required gold passage is not cited.</summary>
    NotCited,

    /// <summary>An expected fact is not in the answer.</summary>
    FactMissing,

    /// <summary>A gold passage was found, but not as the first, or not all among the first five.</summary>
    FoundLate,

    /// <summary>The answer cites places beside the gold passages too.</summary>
    CitedBeside,
}
