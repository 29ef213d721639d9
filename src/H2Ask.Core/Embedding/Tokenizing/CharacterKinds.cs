namespace H2Ask.Core.Embedding.Tokenizing;

/// <summary>The kinds of characters that tokenizers ask for.</summary>
[Flags]
internal enum CharacterKinds : byte
{
    None = 0,
    Whitespace = 1,
    Punctuation = 2,
    Numeric = 4,

    /// <summary>Neither part of a word nor blank.</summary>
    Symbol = 8,
    Mark = 16,
    NonspacingMark = 32,

    /// <summary>A control character, a format character or one of private use.</summary>
    Control = 64,

    /// <summary>Half of a pair: the pair must be looked at as a whole.</summary>
    Half = 128,
}
