namespace H2Ask.Core.Corpus.Reading.Files;

/// <summary>Where a path really leads.</summary>
internal static class RealPath
{
    private const int MaximumLinks = 40;

    /// <summary>The full path with every link on the way resolved; null where a link leads nowhere or in a circle.</summary>
    public static string? Of(string path)
    {
        var links = 0;
        return Resolve(Path.GetFullPath(path), ref links);
    }

    /// <summary>Whether a real path is a real folder or is in it, at any depth.</summary>
    public static bool IsIn(string path, string folder) =>
        path == folder || path.StartsWith(Path.EndsInDirectorySeparator(folder) ? folder : folder + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    private static string? Resolve(string full, ref int links)
    {
        var real = Path.GetPathRoot(full)!;
        foreach (var part in full[real.Length..].Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries))
        {
            real = Path.Combine(real, part);
            var info = new FileInfo(real);
            if (info.LinkTarget is not { } target) continue;
            if (++links > MaximumLinks) return null;
            var resolved = Resolve(Path.GetFullPath(target, Path.GetDirectoryName(real)!), ref links);
            if (resolved is null) return null;
            real = resolved;
        }

        return Path.Exists(real) ? real : null;
    }
}
