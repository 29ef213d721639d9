namespace H2Ask.Core.Tests.Corpus.Reading;

internal static class Seeds
{
    /// <summary>The corpus of the repository.</summary>
    public static string Folder { get; } = Find();

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "H2Ask.sln"))) return Path.Combine(folder.FullName, "seeds");
        }

        throw new InvalidOperationException("The tests do not run inside the repository.");
    }
}
