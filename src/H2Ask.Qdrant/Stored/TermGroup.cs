using System.Buffers.Binary;
using System.Numerics;
using H2Ask.Core.Index;

namespace H2Ask.Qdrant.Stored;

/// <summary>In how many passages some of the terms stand, as a point carries it: eight bytes of the term and four of the count, one after the other, in base64.</summary>
internal static class TermGroup
{
    private const int EntryLength = sizeof(ulong) + sizeof(int);

    /// <summary>The group that a term is in, of so many.</summary>
    public static int Of(ulong term, int groups) => (int)(TermEntry.KeyOf(term) >> 32) & (groups - 1);

    /// <summary>How many groups so many terms are divided into.</summary>
    public static int CountFor(int terms) => (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(1, terms / 256));

    /// <summary>Whether so many groups still fit so many terms: fewer make each too large, more make too many.</summary>
    public static bool IsFit(int groups, int terms) => CountFor(terms) is var best && groups <= 8 * best && best <= 8 * groups;

    /// <summary>Writes terms with their counts; the same always in the same way.</summary>
    public static string Write(IEnumerable<KeyValuePair<ulong, int>> terms)
    {
        var sorted = terms.OrderBy(term => term.Key).ToArray();
        var bytes = new byte[sorted.Length * EntryLength];
        for (var i = 0; i < sorted.Length; i++)
        {
            BinaryPrimitives.WriteUInt64LittleEndian(bytes.AsSpan(i * EntryLength), sorted[i].Key);
            BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan((i * EntryLength) + sizeof(ulong)), sorted[i].Value);
        }

        return Convert.ToBase64String(bytes);
    }

    /// <summary>Reads terms with their counts.</summary>
    /// <exception cref="FormatException">They are not what was written.</exception>
    public static IEnumerable<(ulong Term, int Count)> Read(string written)
    {
        var bytes = Convert.FromBase64String(written);
        for (var at = 0; at + EntryLength <= bytes.Length; at += EntryLength)
        {
            yield return (BinaryPrimitives.ReadUInt64LittleEndian(bytes.AsSpan(at)), BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(at + sizeof(ulong))));
        }
    }
}
