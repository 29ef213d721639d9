using System.Numerics;
using System.Runtime.InteropServices;
using Microsoft.ML.OnnxRuntime.Tensors;

namespace H2Ask.Core.Embedding;

/// <summary>An input of a network, and how it is filled: a row a text, a number a token.</summary>
internal sealed record NetworkInput(string Name, TensorElementType Type)
{
    public const string Ids = "input_ids";
    private const string Mask = "attention_mask";
    private const string Positions = "position_ids";
    private const string Segments = "token_type_ids";

    public static bool IsKnown(string name) => name is Ids or Mask or Positions or Segments;

    /// <summary>How many bytes a token takes.</summary>
    public int Size => Type == TensorElementType.Int64 ? sizeof(long) : sizeof(int);

    /// <summary>Fills the rows: the texts' tokens, then padding that the mask hides.</summary>
    public void Fill(Span<byte> buffer, ReadOnlySpan<TokenizedText> batch, int length, int paddingId)
    {
        if (Type == TensorElementType.Int64) Fill(MemoryMarshal.Cast<byte, long>(buffer), batch, length, paddingId);
        else Fill(MemoryMarshal.Cast<byte, int>(buffer), batch, length, paddingId);
    }

    private void Fill<T>(Span<T> buffer, ReadOnlySpan<TokenizedText> batch, int length, T paddingId)
        where T : unmanaged, INumberBase<T>
    {
        for (var text = 0; text < batch.Length; text++)
        {
            var row = buffer.Slice(text * length, length);
            var ids = batch[text].Ids.Span;
            switch (Name)
            {
                case Ids:
                    for (var i = 0; i < ids.Length; i++) row[i] = T.CreateTruncating(ids[i]);
                    row[ids.Length..].Fill(paddingId);
                    break;
                case Mask:
                    row[..ids.Length].Fill(T.One);
                    row[ids.Length..].Clear();
                    break;
                case Positions:
                    for (var i = 0; i < row.Length; i++) row[i] = T.CreateTruncating(i);
                    break;
                default:
                    row.Clear();
                    break;
            }
        }
    }
}
