using System.Text;
using System.Text.Unicode;
using H2Ask.Core.Corpus.Reading.Encodings;

namespace H2Ask.Core.Corpus.Reading.Archives;

/// <summary>Decodes names of archive entries that are not flagged as UTF-8: some archivers write UTF-8 all the same, Chinese Windows writes GBK.</summary>
internal sealed class EntryNameEncoding : Encoding
{
    /// <inheritdoc />
    public override int GetCharCount(byte[] bytes, int index, int count) => For(bytes.AsSpan(index, count)).GetCharCount(bytes, index, count);

    /// <inheritdoc />
    public override int GetChars(byte[] bytes, int byteIndex, int byteCount, char[] chars, int charIndex) =>
        For(bytes.AsSpan(byteIndex, byteCount)).GetChars(bytes, byteIndex, byteCount, chars, charIndex);

    /// <inheritdoc />
    public override int GetMaxCharCount(int byteCount) => byteCount + 1;

    /// <inheritdoc />
    public override int GetByteCount(char[] chars, int index, int count) => TextEncodings.Utf8.GetByteCount(chars, index, count);

    /// <inheritdoc />
    public override int GetBytes(char[] chars, int charIndex, int charCount, byte[] bytes, int byteIndex) =>
        TextEncodings.Utf8.GetBytes(chars, charIndex, charCount, bytes, byteIndex);

    /// <inheritdoc />
    public override int GetMaxByteCount(int charCount) => TextEncodings.Utf8.GetMaxByteCount(charCount);

    private static Encoding For(ReadOnlySpan<byte> name) => Utf8.IsValid(name) ? TextEncodings.Utf8 : TextEncodings.Gb18030;
}
