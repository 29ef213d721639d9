namespace H2Ask.Tests;

/// <summary>The checkout that the tests run in.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    /// <summary>The folder of the corpus that ships.</summary>
    public static string Seeds { get; } = Path.Combine(Root, "seeds");

    /// <summary>The files of that corpus, in their order.</summary>
    public static IReadOnlyList<string> SeedFiles { get; } = [.. Directory.GetFiles(Seeds).Order(StringComparer.Ordinal)];

    private static string FindRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "H2Ask.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The tests do not run inside a checkout.");
        }

        return folder;
    }
}
