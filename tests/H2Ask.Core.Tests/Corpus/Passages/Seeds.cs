namespace H2Ask.Core.Tests.Corpus.Passages;

/// <summary>The corpus of the repository.</summary>
internal static class Seeds
{
    public static IEnumerable<(string File, string Text)> All()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "H2Ask.sln"))) folder = folder.Parent;
        Assert.NotNull(folder);
        foreach (var path in Directory.EnumerateFiles(Path.Combine(folder.FullName, "seeds"), "*.txt").Order(StringComparer.Ordinal))
        {
            yield return (Path.GetFileName(path), File.ReadAllText(path).TrimStart('\uFEFF'));
        }
    }
}
