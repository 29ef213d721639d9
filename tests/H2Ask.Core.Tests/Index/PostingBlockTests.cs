using FsCheck;
using FsCheck.Fluent;
using H2Ask.Core.Index;

namespace H2Ask.Core.Tests.Index;

public sealed class PostingBlockTests
{
    [Fact]
    public void A_block_of_any_width_comes_out_as_it_went_in()
    {
        var random = new Random(3);
        for (var bits = 0; bits <= 31; bits++)
        {
            var numbers = Enumerable.Range(0, PostingBlock.Size).Select(_ => (int)(random.NextInt64(1L << bits))).ToArray();
            numbers[random.Next(PostingBlock.Size)] = (int)((1L << bits) - 1);
            var unpacked = new int[PostingBlock.Size];
            var packed = new byte[PostingBlock.Bytes(bits)];

            Assert.Equal(bits, PostingBlock.Bits(numbers));
            PostingBlock.Pack(numbers, bits, packed);
            PostingBlock.Unpack(packed, bits, unpacked);

            Assert.Equal(numbers, unpacked);
        }
    }

    [Fact]
    public void Any_varint_comes_out_as_it_went_in() =>
        Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), number =>
        {
            var bytes = new byte[Varint.Longest];
            var length = Varint.Write((uint)number, bytes);
            ReadOnlySpan<byte> written = bytes.AsSpan(0, length);
            ReadOnlySpan<byte> cut = bytes.AsSpan(0, length - 1);

            Assert.True(Varint.TryRead(ref written, out var read));
            Assert.Equal(number, read);
            Assert.True(written.IsEmpty);
            Assert.False(Varint.TryRead(ref cut, out _));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    [Fact]
    public void A_length_keeps_four_binary_digits() =>
        Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), length =>
        {
            var decoded = LengthCode.Decode(LengthCode.Encode(length));

            Assert.InRange(decoded, length - (length / 8), length);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));
}
