namespace H2Ask.Tests;

/// <summary>A folder of a test's own, gone with the test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("h2ask-").FullName;

    /// <summary>Writes a file into the folder and returns the folder's path.</summary>
    public string With(string file, string text)
    {
        File.WriteAllText(System.IO.Path.Combine(Path, file), text);
        return Path;
    }

    public void Dispose()
    {
        if (Directory.Exists(Path)) Directory.Delete(Path, recursive: true);
    }
}
