using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace H2Ask.Core.Index;

/// <summary>Writes the vectors of the passages' sentences as codes, passage after passage.</summary>
internal sealed class SentenceFileWriter : IDisposable
{
    private readonly SafeFileHandle _file;
    private readonly VectorFilePart _codes;
    private readonly List<float> _scales = [];
    private readonly List<int> _starts = [];
    private readonly byte[] _row;
    private readonly int _dimensions;

    /// <summary>Begins the file.</summary>
    public SentenceFileWriter(string path, int dimensions)
    {
        _dimensions = dimensions;
        _row = new byte[SentenceLayout.StrideOf(dimensions)];
        Array.Fill(_row, (byte)VectorCodes.Zero);
        _file = File.OpenHandle(path, FileMode.CreateNew, FileAccess.Write, FileShare.None);
        _codes = new VectorFilePart(_file, SentenceLayout.Codes);
    }

    /// <summary>Begins the next passage.</summary>
    public void BeginPassage() => _starts.Add(_scales.Count);

    /// <summary>Writes the next sentence of the passage.</summary>
    /// <exception cref="IndexException">The vector is not one: it has other dimensions, or numbers that are none.</exception>
    public void Write(ReadOnlySpan<float> vector)
    {
        VectorCodes.Check(vector, _dimensions);
        _scales.Add(VectorCodes.Encode(vector, _row));
        _codes.Write(_row);
    }

    /// <summary>Writes a passage's sentences as they stand in another index of the same model.</summary>
    public void Copy(SentenceFile other, int passage)
    {
        var (first, count) = other.SentencesOf(passage);
        for (var sentence = first; sentence < first + count; sentence++)
        {
            _scales.Add(other.Scale(sentence));
            _codes.Write(other.CodesOf(sentence));
        }
    }

    /// <summary>Writes what is known only at the end, and waits until the file is on the disk.</summary>
    public void Finish()
    {
        _codes.Flush();
        var layout = new SentenceLayout(_starts.Count, _scales.Count, _dimensions);
        _starts.Add(_scales.Count);
        RandomAccess.Write(_file, MemoryMarshal.AsBytes(CollectionsMarshal.AsSpan(_scales)), layout.Scales);
        RandomAccess.Write(_file, MemoryMarshal.AsBytes(CollectionsMarshal.AsSpan(_starts)), layout.Starts);
        RandomAccess.Write(_file, MemoryMarshal.AsBytes<long>([SentenceLayout.Magic, layout.Passages, layout.Sentences, _dimensions]), 0);
        RandomAccess.FlushToDisk(_file);
    }

    /// <inheritdoc />
    public void Dispose() => _file.Dispose();
}
