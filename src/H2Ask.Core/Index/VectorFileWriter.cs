using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace H2Ask.Core.Index;

/// <summary>Writes vectors one after the other: each as it is, and as codes of one byte a dimension for the first look.</summary>
internal sealed class VectorFileWriter : IDisposable
{
    private readonly VectorLayout _layout;
    private readonly SafeFileHandle _file;
    private readonly VectorFilePart _keys;
    private readonly VectorFilePart _scales;
    private readonly VectorFilePart _codes;
    private readonly VectorFilePart _vectors;
    private readonly byte[] _row;
    private int _written;

    /// <summary>Begins the file for so many vectors.</summary>
    public VectorFileWriter(string path, int count, int dimensions)
    {
        _layout = new VectorLayout(count, dimensions);
        _file = File.OpenHandle(path, FileMode.CreateNew, FileAccess.Write, FileShare.None);
        RandomAccess.SetLength(_file, _layout.Length);
        _keys = new VectorFilePart(_file, VectorLayout.Keys);
        _scales = new VectorFilePart(_file, _layout.Scales);
        _codes = new VectorFilePart(_file, _layout.Codes);
        _vectors = new VectorFilePart(_file, _layout.Vectors);
        _row = new byte[_layout.Stride];
        // What fills the last block up counts nothing.
        Array.Fill(_row, (byte)VectorCodes.Zero);
    }

    /// <summary>Writes the next vector, with the key of the text that it is of.</summary>
    /// <exception cref="IndexException">The vector is not one: it has other dimensions, or numbers that are none.</exception>
    public void Write(UInt128 key, ReadOnlySpan<float> vector)
    {
        VectorCodes.Check(vector, _layout.Dimensions);
        _keys.Write(MemoryMarshal.AsBytes(new ReadOnlySpan<UInt128>(in key)));
        var scale = VectorCodes.Encode(vector, _row);
        _scales.Write(MemoryMarshal.AsBytes(new ReadOnlySpan<float>(in scale)));
        _codes.Write(_row);
        _vectors.Write(MemoryMarshal.AsBytes(vector));
        _written++;
    }

    /// <summary>Writes the header, and waits until the file is on the disk.</summary>
    public void Finish()
    {
        if (_written != _layout.Count) throw new InvalidOperationException($"{_written} of {_layout.Count} vectors were written.");
        foreach (var part in (ReadOnlySpan<VectorFilePart>)[_keys, _scales, _codes, _vectors]) part.Flush();
        RandomAccess.Write(_file, MemoryMarshal.AsBytes<long>([VectorLayout.Magic, _layout.Count, _layout.Dimensions]), 0);
        RandomAccess.FlushToDisk(_file);
    }

    /// <inheritdoc />
    public void Dispose() => _file.Dispose();
}
