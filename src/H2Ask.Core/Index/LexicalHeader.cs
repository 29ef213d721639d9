using System.Runtime.InteropServices;

namespace H2Ask.Core.Index;

/// <summary>
/// What the file of the lexical index begins with. Behind it stand the lengths of the passages' fields, the counts that the codes of postings
/// stand for, the postings of each term, the terms in the order of their keys, and the buckets that say where a key's terms begin.
/// </summary>
[StructLayout(LayoutKind.Sequential, Pack = 8)]
internal struct LexicalHeader
{
    /// <summary>H2Ask, lexical index, version 1.</summary>
    public const ulong Magic = 0x3158_4C4B_5341_3248;

    public ulong Signature;
    public long FileLength;
    public long LengthsOffset;
    public long CountsOffset;
    public long PostingsOffset;
    public long TermsOffset;
    public long BucketsOffset;
    public int Passages;
    public int Terms;
    public int Codes;
    public int BucketBits;
    public FieldWorths Averages;
    public FieldWorths Weights;
    public FieldWorths LengthWeights;
    public float Saturation;
    public float Character;
    public uint LengthsCheck;
    public uint CountsCheck;
    public uint HeaderCheck;
}
