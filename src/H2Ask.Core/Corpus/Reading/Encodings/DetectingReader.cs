using System.Text;

namespace H2Ask.Core.Corpus.Reading.Encodings;

/// <summary>
/// Decodes a stream whose encoding is found on the way: what is ASCII is passed on as it is, and the encoding is told
/// by the bytes that follow the first other character, so that no more than a sample is ever held.
/// </summary>
internal sealed class DetectingReader(Stream stream) : TextReader
{
    private readonly byte[] _bytes = new byte[EncodingDetector.SampleLength];
    private int _start;
    private int _end;
    private bool _streamEnded;
    private bool _begun;
    private Decoder? _decoder;
    private bool _flushed;

    /// <inheritdoc />
    public override int Read(char[] buffer, int index, int count) => Read(buffer.AsSpan(index, count));

    /// <inheritdoc />
    public override int Read(Span<char> buffer)
    {
        if (buffer.IsEmpty) return 0;
        if (!_begun) Begin();
        return _decoder is null ? ReadAscii(buffer) : Decode(buffer);
    }

    /// <inheritdoc />
    protected override void Dispose(bool disposing)
    {
        if (disposing) stream.Dispose();
        base.Dispose(disposing);
    }

    private ReadOnlySpan<byte> Sample => _bytes.AsSpan(_start, _end - _start);

    private void Begin()
    {
        _begun = true;
        Fill();
        if (_end == 0) throw new UnreadableFileException("The file is empty.");
        BinaryContent.Refuse(Sample);
        if (EncodingDetector.ByMark(Sample) is { } marked)
        {
            _start = marked.Length;
            _decoder = marked.Encoding.GetDecoder();
        }
        else if (EncodingDetector.Utf16WithoutMark(Sample) is { } encoding)
        {
            _decoder = encoding.GetDecoder();
        }
        else
        {
            BinaryContent.RefuseControls(Sample);
        }
    }

    private int ReadAscii(Span<char> buffer)
    {
        if (_start == _end) Fill();
        if (_start == _end) return 0;
        var count = EncodingDetector.AsciiLength(Sample);
        if (count == 0)
        {
            Fill();
            BinaryContent.RefuseControls(Sample);
            var encoding = EncodingDetector.ByStatistics(Sample)
                ?? throw new UnreadableFileException("Its encoding is neither UTF-8 nor UTF-16 nor GB18030.");
            _decoder = encoding.GetDecoder();
            return Decode(buffer);
        }

        count = Math.Min(count, buffer.Length);
        Encoding.ASCII.GetChars(Sample[..count], buffer);
        _start += count;
        return count;
    }

    private int Decode(Span<char> buffer)
    {
        while (!_flushed)
        {
            if (_start == _end && !_streamEnded) Fill();
            _decoder!.Convert(Sample, buffer, _streamEnded, out var bytes, out var chars, out var completed);
            _start += bytes;
            _flushed = _streamEnded && completed;
            if (chars > 0) return chars;
            // A buffer of one character cannot take a surrogate pair; callers give more.
            if (bytes == 0 && !_flushed && _start < _end) throw new ArgumentException("The buffer is too short.", nameof(buffer));
        }

        return 0;
    }

    private void Fill()
    {
        Sample.CopyTo(_bytes);
        _end -= _start;
        _start = 0;
        while (_end < _bytes.Length && !_streamEnded)
        {
            var count = stream.Read(_bytes, _end, _bytes.Length - _end);
            _end += count;
            _streamEnded = count == 0;
        }
    }
}
