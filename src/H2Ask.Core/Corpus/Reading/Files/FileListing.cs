namespace H2Ask.Core.Corpus.Reading.Files;

/// <summary>Lists the files of paths, each once, in the ordinal order of their names in each folder.</summary>
internal sealed class FileListing(Action<SkippedFile> skip)
{
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);

    /// <summary>The files, found while they are asked for.</summary>
    public IEnumerable<FoundFile> List(IEnumerable<string> paths)
    {
        foreach (var path in paths)
        {
            if (Attempt(path, () => RealPath.Of(path)) is not { } real) continue;
            if (Directory.Exists(real))
            {
                var folder = Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(path)));
                foreach (var file in ListFolder(real)) yield return file with { Name = Claim(folder, file.Name) };
            }
            else if (IsNew(real, Path.GetFileName(path)))
            {
                yield return new FoundFile(FileName.Claim(_names, Path.GetFileName(path)), real);
            }
        }
    }

    private string Claim(string folder, string name) =>
        _names.Add(name) ? name : FileName.Claim(_names, folder.Length > 0 ? $"{folder}/{name}" : name);

    private IEnumerable<FoundFile> ListFolder(string root)
    {
        if (!_seen.Add(root)) yield break;
        // A stack, not recursion: the depth of a folder tree is its owner's choice.
        var waiting = new Stack<(string Name, FileSystemInfo Info)>();
        Push(waiting, "", root);
        while (waiting.TryPop(out var found))
        {
            var (name, info) = found;
            var path = info.FullName;
            if (info.LinkTarget is not null)
            {
                if (Attempt(name, () => RealPath.Of(path)) is not { } real) continue;
                if (!RealPath.IsIn(real, root))
                {
                    skip(new SkippedFile(name, "It is a link that leaves its folder."));
                    continue;
                }

                path = real;
            }

            if (Directory.Exists(path))
            {
                if (_seen.Add(path)) Push(waiting, name + "/", path);
            }
            else if (IsNew(path, name))
            {
                yield return new FoundFile(name, path);
            }
        }
    }

    private void Push(Stack<(string, FileSystemInfo)> waiting, string prefix, string folder)
    {
        var entries = Attempt(prefix.TrimEnd('/'), () => new DirectoryInfo(folder).GetFileSystemInfos()) ?? [];
        foreach (var entry in entries
            .Where(entry => !entry.Name.StartsWith('.') && (entry.Attributes & FileAttributes.Hidden) == 0)
            .OrderByDescending(entry => Directory.Exists(entry.FullName) ? entry.Name + "/" : entry.Name, StringComparer.Ordinal))
        {
            waiting.Push((prefix + entry.Name, entry));
        }
    }

    private bool IsNew(string path, string name)
    {
        if (!_seen.Add(path)) return false;
        if (Attempt<object>(name, () => new FileInfo(path).Length) is not long length) return false;
        // Pipes and devices have no length either: opening one could wait for ever.
        if (length > 0) return true;
        skip(new SkippedFile(name, "The file is empty."));
        return false;
    }

    private T? Attempt<T>(string name, Func<T?> action)
        where T : class
    {
        try
        {
            return action() ?? throw new FileNotFoundException();
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException)
        {
            skip(new SkippedFile(name, failure is ArgumentException ? "It is no path." : UnreadableFileException.Explain(failure)));
            return null;
        }
    }
}
