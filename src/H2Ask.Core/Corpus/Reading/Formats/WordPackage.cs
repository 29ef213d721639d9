using System.IO.Compression;
using System.Xml;
using DocumentFormat.OpenXml.Packaging;
using H2Ask.Core.Corpus.Reading.Files;

namespace H2Ask.Core.Corpus.Reading.Formats;

/// <summary>Looks a Word file over before it is built into a tree: what unpacks too large or nests too deep is refused.</summary>
internal sealed class WordPackage(long limit)
{
    private const int MostEntries = 10_000;
    private const int MostDepth = 256;

    private static readonly XmlReaderSettings Settings = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };

    private readonly ReadLimit _unpacked = new(limit, $"It unpacks to more than {limit} bytes.");

    /// <summary>Opens the file; throws where it is no package or one that is made to harm.</summary>
    public WordprocessingDocument Open(MemoryStream file)
    {
        using (var archive = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true))
        {
            if (archive.Entries.Count > MostEntries) throw new UnreadableFileException($"It holds more than {MostEntries} parts.");
            foreach (var entry in archive.Entries)
            {
                // What is read of the package itself when it is opened.
                if (entry.FullName == "[Content_Types].xml" || entry.FullName.EndsWith(".rels", StringComparison.OrdinalIgnoreCase)) Check(entry.Open());
            }
        }

        file.Position = 0;
        // Addresses that are none are frequent in files made by hand; mending them needs a file that may be written, here in memory.
        return WordprocessingDocument.Open(file, isEditable: true, new OpenSettings
        {
            AutoSave = false,
            RelationshipErrorHandlerFactory = RelationshipErrorHandler.CreateRewriterFactory((_, _, _) => "http://invalid.invalid/"),
        });
    }

    /// <summary>The part, if there is one; throws where it is made to harm.</summary>
    public T? Checked<T>(T? part)
        where T : OpenXmlPart
    {
        if (part is not null) Check(part.GetStream(FileMode.Open, FileAccess.Read));
        return part;
    }

    private void Check(Stream xml)
    {
        using var limited = new LimitedStream(xml, leaveOpen: false, _unpacked);
        using var reader = XmlReader.Create(limited, Settings);
        while (reader.Read())
        {
            if (reader.Depth > MostDepth) throw new UnreadableFileException($"Its elements nest deeper than {MostDepth}.");
        }
    }
}
