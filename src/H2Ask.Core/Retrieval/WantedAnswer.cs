namespace H2Ask.Core.Retrieval;

/// <summary>The kinds of answer that a question asks for; it may ask for several, or for none that can be told.</summary>
[Flags]
internal enum WantedAnswer
{
    /// <summary>None that its words give away.</summary>
    None = 0,

    /// <summary>A number with its unit.</summary>
    Amount = 1,

    /// <summary>A date or a period.</summary>
    Date = 2,

    /// <summary>Who: a body, a department, a company.</summary>
    Body = 4,

    /// <summary>Several things.</summary>
    List = 8,

    /// <summary>What a word means.</summary>
    Definition = 16,

    /// <summary>Yes or no.</summary>
    Choice = 32,

    /// <summary>How two things differ.</summary>
    Comparison = 64,
}
