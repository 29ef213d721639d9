namespace H2Ask.Core.Answering.Checking;

/// <summary>Whether a figure is the thing itself, or the most or the least of it.</summary>
internal enum FigureBound
{
    /// <summary>500万元.</summary>
    None,

    /// <summary>不超过500万元, 500万元以下.</summary>
    Most,

    /// <summary>不低于500万元, 500万元以上.</summary>
    Least,
}
