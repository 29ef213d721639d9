using System.IO.Compression;
using System.Xml;
using H2Ask.Core.Corpus.Reading.Files;

namespace H2Ask.Core.Corpus.Reading.Formats;

/// <summary>Looks a Word file over before it is built into a tree: what unpacks too large or nests too deep is refused.</summary>
internal static class WordPackage
{
    private const int MostEntries = 10_000;
    private const int MostDepth = 256;

    /// <summary>Throws where the file is no package or one that is made to harm.</summary>
    public static void Check(Stream package, long limit)
    {
        using var archive = new ZipArchive(package, ZipArchiveMode.Read, leaveOpen: true);
        if (archive.Entries.Count > MostEntries) throw new UnreadableFileException($"It holds more than {MostEntries} parts.");
        var unpacked = new ReadLimit(limit, $"It unpacks to more than {limit} bytes.");
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };
        foreach (var entry in archive.Entries)
        {
            if (!entry.FullName.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) && !entry.FullName.EndsWith(".rels", StringComparison.OrdinalIgnoreCase)) continue;
            using var part = new LimitedStream(entry.Open(), leaveOpen: false, unpacked);
            using var reader = XmlReader.Create(part, settings);
            while (reader.Read())
            {
                if (reader.Depth > MostDepth) throw new UnreadableFileException($"Its elements nest deeper than {MostDepth}.");
            }
        }

        package.Position = 0;
    }
}
