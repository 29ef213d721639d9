namespace H2Ask.Core.Text;

/// <summary>Splits Chinese text into sentences or clauses; a span never holds the blanks around it.</summary>
internal static class Sentences
{
    /// <summary>The sentences of a text: ended by 。！？； or a line's end, with the closing quotes and brackets that follow.</summary>
    public static SentenceEnumerator In(ReadOnlySpan<char> text) => new(text, clauses: false);

    /// <summary>The clauses of a text: its sentences, split at commas and colons too.</summary>
    public static SentenceEnumerator Clauses(ReadOnlySpan<char> text) => new(text, clauses: true);
}
