namespace H2Ask.Core.Embedding;

/// <summary>The files of a model, as <c>models/README.md</c> describes them.</summary>
internal sealed class ModelFolder
{
    private const int SmallFile = 1 << 20;
    private static readonly byte[] LfsPointer = [.. "version https://git-lfs"u8];

    private ModelFolder(string path)
    {
        Path = path;
        Network = Existing("model.onnx");
        Tokenizer = Existing("tokenizer.json");
        Settings = Existing("h2ask.json");
        RefusePointer(System.IO.Path.Combine(path, "model.onnx_data"));
    }

    public string Path { get; }

    public string Network { get; }

    public string Tokenizer { get; }

    public string Settings { get; }

    /// <summary>The folder's own name is the model's.</summary>
    public string Name => new DirectoryInfo(Path).Name;

    /// <exception cref="ModelException">The folder or one of its files is missing, or only a pointer of Git LFS is there.</exception>
    public static ModelFolder Open(string path) => Directory.Exists(path)
        ? new ModelFolder(path)
        : throw new ModelException($"There is no model folder {path}. Name one that holds model.onnx, tokenizer.json and h2ask.json; models/README.md describes them.");

    /// <summary>The bytes of a file that is small where it is what it should be.</summary>
    public static byte[] ReadSmall(string path)
    {
        try
        {
            return new FileInfo(path).Length <= SmallFile
                ? File.ReadAllBytes(path)
                : throw new ModelException($"{path} is larger than {SmallFile >> 20} MiB: it is not what its name says. Put in the right file; models/README.md describes it.");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw Unreadable(path, fault);
        }
    }

    private string Existing(string name)
    {
        var path = System.IO.Path.Combine(Path, name);
        if (!File.Exists(path)) throw new ModelException($"The model folder {Path} has no {name}. Put the file in; models/README.md says where it comes from.");
        RefusePointer(path);
        return path;
    }

    private static void RefusePointer(string path)
    {
        if (!File.Exists(path)) return;
        try
        {
            using var file = File.OpenRead(path);
            Span<byte> start = stackalloc byte[LfsPointer.Length];
            if (file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false) == start.Length && start.SequenceEqual(LfsPointer))
            {
                throw new ModelException($"{path} is only a pointer of Git LFS, not the file itself. Fetch it with git lfs pull, or download the file from where the model is kept.");
            }
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw Unreadable(path, fault);
        }
    }

    private static ModelException Unreadable(string path, Exception fault) => new($"{path} can't be read: {fault.Message} Check the file and its permissions.", fault);
}
