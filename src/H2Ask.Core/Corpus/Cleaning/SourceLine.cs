namespace H2Ask.Core.Corpus.Cleaning;

/// <summary>A line of the source, without the blanks around it.</summary>
/// <param name="Start">Its first character that is no blank.</param>
/// <param name="End">After its last.</param>
/// <param name="Kind">What it is.</param>
/// <param name="IsHeading">Whether the file's format calls it a heading.</param>
internal readonly record struct SourceLine(int Start, int End, SourceLineKind Kind, bool IsHeading)
{
    public int Length => End - Start;
}
