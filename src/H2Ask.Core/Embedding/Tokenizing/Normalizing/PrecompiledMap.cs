using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using System.Text.Unicode;

namespace H2Ask.Core.Embedding.Tokenizing.Normalizing;

/// <summary>
/// SentencePiece's precompiled map of characters, read as the tokenizers library reads it: each grapheme shorter than six bytes is looked
/// up as a whole, and what its shortest known beginning becomes stands for all of it; failing that, its characters are looked up one by one.
/// The map is a double array over UTF-8 with the replacements, ended by zero bytes, behind it.
/// </summary>
internal sealed class PrecompiledMap : LocalStep
{
    private const int LongestGrapheme = 5;

    /// <summary>Several times the longest of Unicode, in bytes: no map may blow a text up.</summary>
    private const int LongestReplacement = 256;

    private readonly uint[] _units;
    private readonly byte[] _replacements;

    private PrecompiledMap(uint[] units, byte[] replacements)
    {
        _units = units;
        _replacements = replacements;
    }

    /// <summary>Reads the map; null where the bytes are none.</summary>
    public static PrecompiledMap? TryRead(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 4) return null;
        var size = BinaryPrimitives.ReadUInt32LittleEndian(bytes);
        if (size == 0 || size % 4 != 0 || size > bytes.Length - 4) return null;
        var units = new uint[size / 4];
        for (var i = 0; i < units.Length; i++) units[i] = BinaryPrimitives.ReadUInt32LittleEndian(bytes[(4 + (i * 4))..]);
        var map = new PrecompiledMap(units, bytes[(4 + (int)size)..].ToArray());
        return map.IsSound() ? map : null;
    }

    /// <summary>
    /// A character that makes a grapheme with others like it never, but maybe with marks or joiners; hence no marks, joiners and controls,
    /// no Hangul, and none of the letters that count as marks or come before others.
    /// </summary>
    public override bool IsAlone(char c) => char.GetUnicodeCategory(c) switch
    {
        UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark
            or UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse
            or UnicodeCategory.OtherNotAssigned or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => false,
        _ => c is not ('\u0D4E' or '\u0E33' or '\u0EB3' or '\uFF9E' or '\uFF9F'
            or (>= '\u1100' and <= '\u11FF') or (>= '\uA960' and <= '\uA97F') or (>= '\uAC00' and <= '\uD7FF')),
    };

    public override void Apply(ReadOnlySpan<char> text, TextBuffer output, Workspace workspace)
    {
        while (text.Length > 0)
        {
            var length = text.Length == 1 ? 1 : StringInfo.GetNextTextElementLength(text);
            ApplyToGrapheme(text[..length], output);
            text = text[length..];
        }
    }

    private void ApplyToGrapheme(ReadOnlySpan<char> grapheme, TextBuffer output)
    {
        if (grapheme.Length <= LongestGrapheme && Encoding.UTF8.GetByteCount(grapheme) <= LongestGrapheme && TryFind(grapheme, out var found))
        {
            Write(found, output);
            return;
        }

        for (var i = 0; i < grapheme.Length;)
        {
            var character = grapheme.Slice(i, CodePoints.LengthAt(grapheme, i));
            if (TryFind(character, out found)) Write(found, output);
            else output.Append(character);
            i += character.Length;
        }
    }

    /// <summary>All replacements are short texts, and every character of the basic plane leads to one of them, if to any.</summary>
    private bool IsSound()
    {
        if (!AreShortTexts(_replacements)) return false;
        Span<char> character = stackalloc char[1];
        for (var c = 0; c < 0x10000; c++)
        {
            character[0] = (char)c;
            if (!char.IsSurrogate((char)c) && TryFind(character, out var found) && found >= _replacements.Length) return false;
        }

        return true;
    }

    private static bool AreShortTexts(ReadOnlySpan<byte> replacements)
    {
        while (replacements.Length > 0)
        {
            var end = replacements.IndexOf((byte)0);
            if (end is < 0 or > LongestReplacement || !Utf8.IsValid(replacements[..end])) return false;
            replacements = replacements[(end + 1)..];
        }

        return true;
    }

    /// <summary>Finds what the shortest known beginning of the text becomes.</summary>
    private bool TryFind(ReadOnlySpan<char> text, out int found)
    {
        Span<byte> bytes = stackalloc byte[LongestGrapheme + 1];
        bytes = bytes[..Encoding.UTF8.GetBytes(text, bytes)];
        found = 0;
        var unit = _units[0];
        var position = Offset(unit);
        foreach (var b in bytes)
        {
            position ^= b;
            if (b == 0 || position >= _units.Length) return false;
            unit = _units[position];
            if ((unit & 0x800000FF) != b) return false;
            position ^= Offset(unit);
            if (((unit >> 8) & 1) == 0) continue;
            if (position >= _units.Length) return false;
            found = (int)(_units[position] & 0x7FFFFFFF);
            return true;
        }

        return false;
    }

    private static uint Offset(uint unit) => (unit >> 10) << (int)((unit & 0x200) >> 6);

    private void Write(int found, TextBuffer output)
    {
        var rest = found < _replacements.Length ? _replacements.AsSpan(found) : [];
        rest = rest[..Math.Max(0, rest.IndexOf((byte)0))];
        while (rest.Length > 0)
        {
            Rune.DecodeFromUtf8(rest, out var character, out var length);
            output.AppendCodePoint(character.Value);
            rest = rest[length..];
        }
    }
}
