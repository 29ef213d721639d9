namespace H2Ask.Core.Embedding.Tokenizing.Splitting;

/// <summary>Finds each single character of some kinds.</summary>
internal sealed class KindPattern(CharacterKinds kinds) : Pattern
{
    public override bool TryFind(ReadOnlySpan<char> text, int from, out int start, out int end)
    {
        var table = CharacterTable.BasicPlane;
        var wanted = kinds | CharacterKinds.Half;
        for (start = from; start < text.Length; start++)
        {
            var found = table[text[start]] & wanted;
            if (found == 0) continue;
            end = start + 1;
            if (found != CharacterKinds.Half) return true;
            var character = CodePoints.At(text, start, out var length);
            end = start + length;
            if (CharacterTable.Is(character, kinds)) return true;
            start = end - 1;
        }

        end = start;
        return false;
    }
}
