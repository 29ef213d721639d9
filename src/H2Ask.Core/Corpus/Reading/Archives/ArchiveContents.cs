using System.IO.Compression;
using H2Ask.Core.Corpus.Reading.Files;

namespace H2Ask.Core.Corpus.Reading.Archives;

/// <summary>What is in a ZIP archive. It is never unpacked to disk, and nothing that it says of itself is trusted.</summary>
internal sealed class ArchiveContents(
    string name, SourceReaderOptions options, Action<SkippedFile> skip, FileOpener opener, ReadLimit? shared, int depth)
{
    // A list of entries takes some hundred bytes an entry; a longer one is made to fill memory.
    private const long ListBytesPerEntry = 1024;
    private const long RatioFloor = 1 << 20;

    private readonly ReadLimit _unpacked = shared
        ?? new ReadLimit(options.MaximumArchiveBytes, $"Its archive unpacks to more than {options.MaximumArchiveBytes} bytes.");

    /// <summary>Opens the archive and reads its list of entries.</summary>
    public ZipArchive Open(Stream stream)
    {
        // Where one cannot seek, the archive would be copied into memory without a limit.
        var seekable = stream.CanSeek && depth == 1 ? stream : FileOpener.InMemory(stream, options.MaximumDocumentBytes);
        var listing = new ReadLimit((options.MaximumArchiveEntries * ListBytesPerEntry) + RatioFloor, TooMany());
        var limited = new LimitedStream(seekable, leaveOpen: true, listing);
        var archive = new ZipArchive(limited, ZipArchiveMode.Read, leaveOpen: true, new EntryNameEncoding());
        if (archive.Entries.Count > options.MaximumArchiveEntries)
        {
            archive.Dispose();
            throw new UnreadableFileException(TooMany());
        }

        listing.Lift();
        return archive;
    }

    /// <summary>The texts of its entries, in the order of their names.</summary>
    public IEnumerable<IStretches> Read(ZipArchive archive)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        var entries = archive.Entries
            .Where(entry => !IsFolder(entry))
            .Select(entry => (Name: FileName.Tidy(entry.FullName), Entry: entry))
            .Where(found => !FileName.IsHidden(found.Name))
            .OrderBy(found => found.Name, StringComparer.Ordinal);
        foreach (var (entryName, entry) in entries)
        {
            var full = $"{name}/{FileName.Claim(taken, entryName)}";
            if (WhyNot(entry) is { } reason)
            {
                skip(new SkippedFile(full, reason));
                continue;
            }

            foreach (var text in opener.Open(full, () => Unpack(entry), _unpacked, depth)) yield return text;
        }
    }

    private static bool IsFolder(ZipArchiveEntry entry) => entry.FullName.EndsWith('/') || entry.FullName.EndsWith('\\');

    private string? WhyNot(ZipArchiveEntry entry)
    {
        if (FileKinds.Of(entry.FullName) is null) return FileKinds.WhyNot(entry.FullName);
        if (entry.IsEncrypted) return "It is protected by a password.";
        if (entry.Length == 0) return "The file is empty.";
        if (entry.Length > options.MaximumEntryBytes) return TooLarge();
        if (entry.Length > RatioLimit(entry)) return TooDense();
        return entry.Length > _unpacked.Left ? $"Its archive unpacks to more than {options.MaximumArchiveBytes} bytes." : null;
    }

    private LimitedStream Unpack(ZipArchiveEntry entry) => new(
        entry.Open(),
        leaveOpen: false,
        _unpacked,
        new ReadLimit(options.MaximumEntryBytes, TooLarge()),
        new ReadLimit(RatioLimit(entry), TooDense()));

    private long RatioLimit(ZipArchiveEntry entry) => Math.Max(RatioFloor, entry.CompressedLength * options.MaximumCompressionRatio);

    private string TooMany() => $"The archive holds more than {options.MaximumArchiveEntries} entries.";

    private string TooLarge() => $"It unpacks to more than {options.MaximumEntryBytes} bytes.";

    private string TooDense() => $"It unpacks to more than {options.MaximumCompressionRatio} times its size, as text does not.";
}
