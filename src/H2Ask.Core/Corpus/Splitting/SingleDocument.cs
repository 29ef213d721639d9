using H2Ask.Core.Text;

namespace H2Ask.Core.Corpus.Splitting;

/// <summary>Takes a stretch without signs of several documents as one.</summary>
internal static class SingleDocument
{
    private const int LongestTitle = 90;
    private const int LongestSeries = 14;

    /// <summary>The one document of a stretch; its title is its first line that can be one, else the file's name.</summary>
    public static DraftDocument Make(string text, TextSpan span, List<TextSpan> lines, List<Contents> contents, string file)
    {
        var title = FirstTitle(text, span, lines, contents);
        return new DraftDocument
        {
            Span = span,
            Title = title.Length > 0 ? Wording.Shown(title.Of(text)) : NameOf(file),
            TitleSpan = title,
            Omitted = Omission.Within(span, contents.Select(table => table.Span)),
        };
    }

    /// <summary>A file's name without folders, ending and marks that are no words.</summary>
    public static string NameOf(string file)
    {
        var name = Path.GetFileNameWithoutExtension(file.Replace('\\', '/')).Replace('_', ' ').Trim();
        return name.Length > 0 ? name : "无题";
    }

    private static TextSpan FirstTitle(string text, TextSpan span, List<TextSpan> lines, List<Contents> contents)
    {
        for (var i = TextLines.IndexAt(lines, span.Start); i < lines.Count && lines[i].Start < span.End; i++)
        {
            var line = lines[i];
            if (Contents.Cover(contents, line)) continue;
            var start = line.Start;
            while (start < line.End && (text[start] == '#' || Wording.IsBlank(text[start]))) start++;
            var bare = new TextSpan(start, line.End);
            if (bare.Length is >= 4 and <= LongestTitle && HasWord(bare.Of(text)) && !IsOfCover(bare.Of(text)) && !Wording.EndsSentence(text[bare.End - 1])
                && text[bare.End - 1] is not ('，' or '、' or '：' or ':') && Numbering.End(text, bare.Start, bare.End) < 0)
            {
                return bare;
            }

            if (line.Length > LongestTitle) return default;
        }

        return default;
    }

    // The cover of a standard names its class, the series it belongs to and its number above its title.
    private static bool IsOfCover(ReadOnlySpan<char> line)
    {
        var key = Wording.Key(line);
        if (key.Length <= LongestSeries && key.EndsWith("标准", StringComparison.Ordinal)) return true;
        return !key.Any(Characters.IsHan) && key.Any(char.IsDigit);
    }

    private static bool HasWord(ReadOnlySpan<char> run)
    {
        var letters = 0;
        foreach (var c in run)
        {
            if (char.IsLetter(c)) letters++;
        }

        return letters >= 3;
    }
}
