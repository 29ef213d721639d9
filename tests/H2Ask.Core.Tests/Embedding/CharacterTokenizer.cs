using H2Ask.Core.Embedding;

namespace H2Ask.Core.Tests.Embedding;

/// <summary>A token a character, as the script that made the models' expected vectors has it.</summary>
internal sealed class CharacterTokenizer : Tokenizer
{
    private const int Special = 5;
    private readonly int _begin;
    private readonly int _end;
    private readonly bool _hasSpecials;

    public CharacterTokenizer(int begin = 2, int end = 3, int padding = 0, int vocabulary = 160, bool hasSpecials = true)
    {
        (_begin, _end, _hasSpecials) = (begin, end, hasSpecials);
        PaddingId = padding;
        VocabularySize = vocabulary;
    }

    public override int Encode(ReadOnlySpan<char> text, Span<int> ids, out bool isCut)
    {
        var around = _hasSpecials ? 1 : 0;
        var kept = Math.Min(text.Length, ids.Length - (2 * around));
        isCut = kept < text.Length;
        for (var i = 0; i < kept; i++) ids[around + i] = Special + (text[i] % (VocabularySize - Special));
        if (_hasSpecials) (ids[0], ids[kept + 1]) = (_begin, _end);
        return kept + (2 * around);
    }
}
