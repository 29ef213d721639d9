using H2Ask.Core.Embedding.Tokenizing.Pieces;

namespace H2Ask.Core.Embedding.Tokenizing;

/// <summary>What one thread needs to read a text, kept for its next text so that nothing is allocated for each.</summary>
internal sealed class Workspace
{
    /// <summary>A text longer than this leaves no arrays behind: one huge text must not hold memory for ever.</summary>
    private const int LongestKept = 1 << 20;

    [ThreadStatic]
    private static Workspace? _kept;

    private PathNode[] _path = new PathNode[256];
    private long[] _marks = new long[64];

    /// <summary>The text as far as it is made, and where its next form is written.</summary>
    public Turns<TextBuffer> Texts { get; } = new();

    /// <summary>The stretches of the text, and where the next ones are written.</summary>
    public Turns<Segments> Segments { get; } = new();

    /// <summary>The same for what stands within a text.</summary>
    public Turns<TextBuffer> Scratch { get; } = new();

    public static Workspace OfThisThread() => _kept ??= new Workspace();

    /// <summary>Ends the reading of a text of the given length.</summary>
    public static void Leave(int length)
    {
        if (length > LongestKept) _kept = null;
    }

    /// <summary>Room for the best paths through a word of the given length.</summary>
    public Span<PathNode> PathThrough(int length)
    {
        if (_path.Length <= length) _path = new PathNode[Math.Max(length + 1, _path.Length * 2)];
        return _path.AsSpan(0, length + 1);
    }

    /// <summary>Room for at least so many characters that are put in order, what is there kept.</summary>
    public long[] Marks(int count)
    {
        if (_marks.Length < count) Array.Resize(ref _marks, Math.Max(count, _marks.Length * 2));
        return _marks;
    }
}
