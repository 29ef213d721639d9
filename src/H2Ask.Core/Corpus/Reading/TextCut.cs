namespace H2Ask.Core.Corpus.Reading;

/// <summary>Where running text can be cut.</summary>
internal static class TextCut
{
    /// <summary>
    /// The last place after <paramref name="least"/>, up to <paramref name="most"/>, behind a line's end, else behind a sentence's,
    /// else <paramref name="most"/>.
    /// </summary>
    public static int Last(ReadOnlySpan<char> text, int least, int most)
    {
        var reach = text[least..most];
        var line = reach.LastIndexOfAny('\n', '\r');
        if (line >= 0) return Whole(text, least + line + 1);
        var sentence = reach.LastIndexOfAny("。！？；");
        return sentence >= 0 ? least + sentence + 1 : Whole(text, most);
    }

    /// <summary>The first place from <paramref name="least"/> on behind a line's end, else <paramref name="least"/>.</summary>
    public static int First(ReadOnlySpan<char> text, int least)
    {
        if (least == 0) return 0;
        var line = text[(least - 1)..].IndexOfAny('\n', '\r');
        if (line < 0) return Whole(text, least);
        var end = least + line;
        return end < text.Length && text[end - 1] == '\r' && text[end] == '\n' ? end + 1 : end;
    }

    /// <summary>The place, or the one before it where it is inside a surrogate pair or a CRLF.</summary>
    public static int Whole(ReadOnlySpan<char> text, int place) =>
        place > 0 && place < text.Length
        && ((char.IsLowSurrogate(text[place]) && char.IsHighSurrogate(text[place - 1])) || (text[place] == '\n' && text[place - 1] == '\r'))
            ? place - 1
            : place;
}
