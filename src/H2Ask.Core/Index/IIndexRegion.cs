namespace H2Ask.Core.Index;

/// <summary>The bytes that a part of the index is read from: a mapped file, or memory.</summary>
internal interface IIndexRegion
{
    /// <summary>How many bytes there are.</summary>
    long Length { get; }

    /// <summary>A part of the bytes.</summary>
    /// <exception cref="IndexException">The part does not lie within the region.</exception>
    ReadOnlySpan<T> Span<T>(long offset, int count)
        where T : unmanaged;

    /// <summary>The exception that says that the bytes are damaged.</summary>
    IndexException Damaged(string what, Exception? cause = null);
}
