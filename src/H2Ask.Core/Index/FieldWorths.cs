namespace H2Ask.Core.Index;

/// <summary>A number for each field: scores, averages, weights.</summary>
/// <param name="Body">Of the passage itself.</param>
/// <param name="Title">Of its document's title.</param>
/// <param name="Section">Of its headings.</param>
public readonly record struct FieldWorths(float Body, float Title, float Section);
