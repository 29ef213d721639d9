using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace H2Ask.Core.Index;

/// <summary>A part of an index that was made in memory.</summary>
internal sealed class MemoryRegion(ReadOnlyMemory<byte> bytes) : IIndexRegion
{
    /// <inheritdoc />
    public long Length => bytes.Length;

    /// <inheritdoc />
    public ReadOnlySpan<T> Span<T>(long offset, int count)
        where T : unmanaged
    {
        var length = count * (long)Unsafe.SizeOf<T>();
        if (offset < 0 || count < 0 || offset > Length || length > Length - offset) throw Damaged("a part of it lies outside of it");
        return MemoryMarshal.Cast<byte, T>(bytes.Span.Slice((int)offset, (int)length));
    }

    /// <inheritdoc />
    public IndexException Damaged(string what, Exception? cause = null)
    {
        var message = $"The index in memory is damaged: {what}. {IndexException.Remedy}";
        return cause is null ? new IndexException(message) : new IndexException(message, cause);
    }
}
