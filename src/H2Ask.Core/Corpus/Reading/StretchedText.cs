using H2Ask.Core.Corpus.Reading.Formats;

namespace H2Ask.Core.Corpus.Reading;

/// <summary>A text of any length, given in stretches of bounded length.</summary>
internal sealed class StretchedText(string name, TextReader reader, ITextFormat format, int stretchLength, Action<SkippedFile> skip) : IStretches
{
    // One code unit more than a stretch tells whether the file goes on; a surrogate pair may make it two.
    private readonly int _capacity = stretchLength + 2;
    private char[] _buffer = new char[Math.Min(stretchLength + 2, 64 * 1024)];
    private int _count;
    private int _offset;
    private int _next;
    private int _held;
    private int _given;
    private bool _ended;
    private bool _failed;
    private bool _done;

    /// <inheritdoc />
    public SourceText? Next()
    {
        if (_done) return null;
        _held = _given - _next;
        Drop();
        Fill();
        if (_count == 0 || (_ended && _offset == 0 && _buffer.AsSpan(0, _count).IsWhiteSpace()))
        {
            // What failed is reported already, and what was given before is text.
            if (_offset == 0 && !_failed) skip(new SkippedFile(name, "The file holds no text."));
            _done = true;
            return null;
        }

        _given = _count <= stretchLength ? _count : Cut();
        _next = _given;
        _done = _given == _count;
        var text = new string(_buffer, 0, _given);
        return new SourceText { File = name, Text = text, Offset = _offset, Continues = !_done, Marks = format.Mark(text, _offset) };
    }

    /// <inheritdoc />
    public int HoldBack(int from)
    {
        if (_done) return _given;
        var text = _buffer.AsSpan(0, _count);
        var least = TextCut.First(text[.._given], Math.Max(0, _given - (stretchLength / 2)));
        return _next = Math.Max(least, TextCut.Whole(text, Math.Clamp(from, 0, _given)));
    }

    private int Cut()
    {
        var stretch = _buffer.AsSpan(0, stretchLength);
        var cut = format.Cut(stretch, _offset, _held);
        if (cut > _held) cut = TextCut.Whole(_buffer.AsSpan(0, _count), cut);
        // Only the last quarter: a line's end far back would make the stretches short.
        return cut > _held ? cut : TextCut.Last(_buffer.AsSpan(0, _count), Math.Max(_held + 1, stretchLength / 4 * 3), stretchLength);
    }

    private void Drop()
    {
        Array.Copy(_buffer, _next, _buffer, 0, _count - _next);
        _count -= _next;
        _offset += _next;
        _next = 0;
    }

    private void Fill()
    {
        while (!_ended && _count <= stretchLength)
        {
            if (_buffer.Length - _count < 2) Array.Resize(ref _buffer, (int)Math.Min(_capacity, _buffer.Length * 2L));
            _count += Read();
        }
    }

    private int Read()
    {
        var room = _buffer.AsSpan(_count);
        if ((long)_offset + _count + room.Length > int.MaxValue)
        {
            Break("It is too long: only its first 2,147 million characters were read.");
            return 0;
        }

        try
        {
            var count = reader.Read(room);
            _ended = count == 0;
            return count;
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            var reason = UnreadableFileException.Explain(failure);
            Break(_offset + _count == 0 ? reason : $"Only its first {_offset + _count} characters were read. {reason}");
            return 0;
        }
    }

    private void Break(string reason)
    {
        _ended = _failed = true;
        skip(new SkippedFile(name, reason));
    }
}
