using Microsoft.Win32.SafeHandles;

namespace H2Ask.Core.Index;

/// <summary>Writes one part of a file from its beginning on, while others write other parts.</summary>
internal sealed class VectorFilePart(SafeFileHandle file, long start)
{
    private readonly byte[] _buffer = new byte[1 << 18];
    private long _place = start;
    private int _filled;

    /// <summary>Writes behind what was written before.</summary>
    public void Write(ReadOnlySpan<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            if (_filled == _buffer.Length) Flush();
            var taken = Math.Min(bytes.Length, _buffer.Length - _filled);
            bytes[..taken].CopyTo(_buffer.AsSpan(_filled));
            _filled += taken;
            bytes = bytes[taken..];
        }
    }

    /// <summary>Hands what is held back to the file.</summary>
    public void Flush()
    {
        RandomAccess.Write(file, _buffer.AsSpan(0, _filled), _place);
        _place += _filled;
        _filled = 0;
    }
}
