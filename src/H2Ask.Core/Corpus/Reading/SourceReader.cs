using H2Ask.Core.Corpus.Reading.Files;

namespace H2Ask.Core.Corpus.Reading;

/// <summary>Reads files of text, Markdown, HTML, Word and CSV, and archives and folders of them.</summary>
public sealed class SourceReader(SourceReaderOptions? options = null)
{
    private readonly SourceReaderOptions _options = options ?? new SourceReaderOptions();

    /// <summary>
    /// Reads files and folders, folders with all that is in them in the order of their names. A file is named by its place in the folder
    /// given, or by its own name; where two files would bear one name, the later one is named with its folder in front, or with a number.
    /// </summary>
    public SourceFeed Read(params IEnumerable<string> paths)
    {
        ArgumentNullException.ThrowIfNull(paths);
        return new SourceFeed(skip =>
        {
            var opener = new FileOpener(_options, skip);
            return new FileListing(skip).List(paths).SelectMany(file => opener.Open(file.Name, () => File.OpenRead(file.Path)));
        });
    }

    /// <summary>
    /// Reads one file that is no file on disk, such as one sent over the network; its name's extension tells its format.
    /// The stream stays open.
    /// </summary>
    public SourceFeed Read(string name, Stream content)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(content);
        return new SourceFeed(skip => new FileOpener(_options, skip).Open(FileName.Tidy(name), () => new LimitedStream(content, leaveOpen: true)));
    }

    /// <summary>The names that files bear in a corpus of the paths; files that are not in it are left out.</summary>
    public static IReadOnlyDictionary<string, string> NamesOf(IEnumerable<string> files, IEnumerable<string> paths)
    {
        var byPath = new FileListing(_ => { }).List(paths).ToDictionary(file => file.Path, file => file.Name, StringComparer.Ordinal);
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var file in files)
        {
            if (RealPath.Of(file) is { } real && byPath.TryGetValue(real, out var name)) names[file] = name;
        }

        return names;
    }

    /// <summary>Whether a file of this name is of a kind that is read.</summary>
    public static bool CanRead(string name) => FileKinds.Of(name) is not null;
}
