using System.Text;

namespace H2Ask.Core.Tests.Corpus.Reading;

/// <summary>Articles without end, made while they are read.</summary>
internal sealed class GeneratedStream(long length) : Stream
{
    private readonly byte[] _row = Encoding.UTF8.GetBytes("某市加氢站管理办法,\"第一条 为规范管理，\n制定“\"\"办法\"\"”。" + new string('氢', 500) + "\"\n");
    private long _position;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => length / _row.Length * _row.Length;

    public override long Position { get => _position; set => throw new NotSupportedException(); }

    public long Characters => Length / _row.Length * Encoding.UTF8.GetCharCount(_row);

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        var written = 0;
        while (written < buffer.Length && _position < Length)
        {
            var row = _row.AsSpan((int)(_position % _row.Length));
            var piece = row[..Math.Min(row.Length, buffer.Length - written)];
            piece.CopyTo(buffer[written..]);
            written += piece.Length;
            _position += piece.Length;
        }

        return written;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
