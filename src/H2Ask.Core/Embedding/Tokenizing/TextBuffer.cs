namespace H2Ask.Core.Embedding.Tokenizing;

/// <summary>Text that is written in pieces, in an array that is kept for the next text.</summary>
internal sealed class TextBuffer : IClearable
{
    private char[] _characters = new char[1024];

    public int Length { get; private set; }

    public ReadOnlySpan<char> Text => _characters.AsSpan(0, Length);

    public void Clear() => Length = 0;

    public void Append(char c)
    {
        if (Length == _characters.Length) Grow(Length + 1);
        _characters[Length++] = c;
    }

    public void Append(ReadOnlySpan<char> text)
    {
        text.CopyTo(Reserve(text.Length));
        Length += text.Length;
    }

    public void AppendCodePoint(int codePoint)
    {
        if (codePoint < 0x10000)
        {
            Append((char)codePoint);
            return;
        }

        Append((char)(0xD7C0 + (codePoint >> 10)));
        Append((char)(0xDC00 + (codePoint & 0x3FF)));
    }

    /// <summary>Room for at least so many characters after the text; <see cref="Advance"/> says how many were written.</summary>
    public Span<char> Reserve(int count)
    {
        if (_characters.Length - Length < count) Grow(checked(Length + count));
        return _characters.AsSpan(Length);
    }

    public void Advance(int count) => Length += count;

    /// <summary>Takes the last characters away.</summary>
    public void Drop(int count) => Length -= count;

    private void Grow(int needed) => Array.Resize(ref _characters, Math.Max(needed, (int)Math.Min(Array.MaxLength, _characters.Length * 2L)));
}
