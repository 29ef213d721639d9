using System.Text;

namespace H2Ask.Core.Corpus.Reading.Files;

/// <summary>Names of files as others wrote them.</summary>
internal static class FileName
{
    /// <summary>The name with <c>/</c> between folders and without what leads out of its folder, drives, blank parts and control characters.</summary>
    public static string Tidy(string name)
    {
        var tidy = new StringBuilder(name.Length);
        foreach (var part in name.Replace('\\', '/').Split('/', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (part is "." or ".." || IsDrive(part)) continue;
            if (tidy.Length > 0) tidy.Append('/');
            foreach (var character in part) tidy.Append(char.IsControl(character) ? '_' : character);
        }

        return tidy.Length > 0 ? tidy.ToString() : "_";
    }

    /// <summary>Whether the file or a folder that it is in is hidden, or is what an archiver of macOS adds.</summary>
    public static bool IsHidden(string name) => name.Split('/').Any(part => part.StartsWith('.') || part == "__MACOSX");

    /// <summary>The name, or the first of name (2), name (3) … that is not taken; it is taken then.</summary>
    public static string Claim(HashSet<string> taken, string name)
    {
        if (taken.Add(name)) return name;
        var extension = Path.GetExtension(name);
        var stem = name[..^extension.Length];
        for (var number = 2; ; number++)
        {
            var numbered = $"{stem} ({number}){extension}";
            if (taken.Add(numbered)) return numbered;
        }
    }

    private static bool IsDrive(string part) => part.Length == 2 && part[1] == ':' && char.IsAsciiLetter(part[0]);

}
