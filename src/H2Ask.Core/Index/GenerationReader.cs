using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using H2Ask.Core.Corpus;

namespace H2Ask.Core.Index;

/// <summary>The files of a generation, mapped. What they hold is checked as it is read: nothing in them is trusted.</summary>
internal sealed class GenerationReader : IDisposable
{
    private readonly List<IDisposable> _open = [];
    private readonly string _folder;
    private readonly RecordFile _documents;
    private readonly RecordFile _texts;
    private readonly RecordFile _passages;

    /// <summary>Opens the files in the folder of a generation.</summary>
    /// <exception cref="IndexException">One is missing, damaged or another version's.</exception>
    public GenerationReader(string folder)
    {
        _folder = folder;
        Manifest = ManifestFile.Read(folder);
        foreach (var part in Manifest.Files) CheckLength(part);
        try
        {
            _documents = Records(GenerationFiles.Documents, Manifest.Documents);
            _texts = Records(GenerationFiles.Texts, Manifest.Documents);
            _passages = Records(GenerationFiles.Passages, Manifest.Passages);
            DocumentIds = Keep(IdTable.Open(PathOf(GenerationFiles.DocumentIds), Manifest.Documents));
            PassageIds = Keep(IdTable.Open(PathOf(GenerationFiles.PassageIds), Manifest.Passages));
            Lexical = OpenLexical();
            if (Manifest.Model is { } model) (Vectors, Sentences) = (OpenVectors(model), OpenSentences(model));
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>The generation's name.</summary>
    public string Name => Path.GetFileName(_folder);

    /// <summary>What it was made of.</summary>
    public IndexManifest Manifest { get; }

    /// <summary>The numbers of the documents by their ids.</summary>
    public IdTable DocumentIds { get; }

    /// <summary>The numbers of the passages by their ids.</summary>
    public IdTable PassageIds { get; }

    /// <summary>The lexical index of the passages.</summary>
    public LexicalIndexReader Lexical { get; }

    /// <summary>The vectors of the passages; null where it was made without a model.</summary>
    public VectorFile? Vectors { get; }

    /// <summary>The vectors of their sentences; null where it was made without a model.</summary>
    public SentenceFile? Sentences { get; }

    /// <summary>The number of a passage's document.</summary>
    public int DocumentOf(int passage) =>
        BinaryPrimitives.TryReadInt32LittleEndian(_passages.Record(passage), out var document) && document >= 0 && document < Manifest.Documents
            ? document
            : throw _passages.Damaged($"passage {passage} belongs to no document");

    /// <summary>A passage.</summary>
    public StoredPassage Passage(int number)
    {
        var record = _passages.Record(number);
        return Read(_passages, record[Math.Min(sizeof(int), record.Length)..], IndexJsonContext.OfIndex.StoredPassage);
    }

    /// <summary>A document.</summary>
    public IndexedDocument Document(int number)
    {
        var stored = Read(_documents, Part(number, sections: false), IndexJsonContext.OfIndex.StoredDocument);
        return stored.FirstPassage >= 0 && stored.Passages >= 0 && stored.FirstPassage <= Manifest.Passages - stored.Passages
            ? new IndexedDocument(number, stored.Document, stored.FirstPassage, stored.Passages)
            : throw _documents.Damaged($"document {number} has passages that there are not");
    }

    /// <summary>The headings of a document.</summary>
    public IReadOnlyList<Section> Sections(int document) =>
        Read(_documents, Part(document, sections: true), IndexJsonContext.OfIndex.IReadOnlyListSection);

    /// <summary>The text of a document.</summary>
    public ReadOnlySpan<char> Text(int document) => MemoryMarshal.Cast<byte, char>(_texts.Record(document));

    /// <summary>A part of the text of a document.</summary>
    public string TextPart(int document, int start, int length)
    {
        var text = Text(document);
        return start >= 0 && length >= 0 && start <= text.Length - length
            ? text.Slice(start, length).ToString()
            : throw _passages.Damaged($"a passage stands outside of the text of document {document}");
    }

    /// <summary>The path of the first file that is not as it was written, by its checksum; null where all are.</summary>
    public string? FindDamaged() => Manifest.Files.FirstOrDefault(part => !IsWhole(part.Name)) is { } damaged ? PathOf(damaged.Name) : null;

    /// <summary>Whether a file is as it was written.</summary>
    public bool IsWhole(string file)
    {
        try
        {
            return Manifest.Files.Contains(IndexPart.Of(PathOf(file)));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        foreach (var file in _open) file.Dispose();
    }

    /// <summary>What is known of a document, and its sections behind it.</summary>
    private ReadOnlySpan<byte> Part(int document, bool sections)
    {
        var record = _documents.Record(document);
        if (!BinaryPrimitives.TryReadInt32LittleEndian(record, out var length) || length < 0 || length > record.Length - sizeof(int))
        {
            throw _documents.Damaged($"document {document} is cut off");
        }

        return sections ? record[(sizeof(int) + length)..] : record.Slice(sizeof(int), length);
    }

    private static T Read<T>(RecordFile file, ReadOnlySpan<byte> json, JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize(json, type) ?? throw new JsonException("It is null.");
        }
        catch (Exception fault) when (fault is JsonException or ArgumentException)
        {
            throw file.Damaged("a record in it is not what was written", fault);
        }
    }

    private string PathOf(string file) => Path.Combine(_folder, file);

    private T Keep<T>(T file)
        where T : IDisposable
    {
        _open.Add(file);
        return file;
    }

    private RecordFile Records(string name, int count)
    {
        var file = Keep(RecordFile.Open(PathOf(name)));
        return file.Count == count ? file : throw file.Damaged($"it has {file.Count} records; the index has {count}");
    }

    private LexicalIndexReader OpenLexical()
    {
        var file = Keep(MappedFile.Open(PathOf(GenerationFiles.Lexical)));
        var index = LexicalIndexReader.Open(file);
        return index.Passages == Manifest.Passages ? index : throw file.Damaged($"it has {index.Passages} passages; the index has {Manifest.Passages}");
    }

    private VectorFile OpenVectors(IndexedModel model)
    {
        var file = Keep(VectorFile.Open(PathOf(GenerationFiles.Vectors)));
        return file.Count == Manifest.Passages && file.Dimensions == model.Dimensions ? file : throw file.Damaged("its vectors are not those of this index");
    }

    private SentenceFile OpenSentences(IndexedModel model)
    {
        var file = Keep(SentenceFile.Open(PathOf(GenerationFiles.Sentences)));
        return file.Passages == Manifest.Passages && file.Dimensions == model.Dimensions ? file : throw file.Damaged("its vectors are not those of this index");
    }

    private void CheckLength(IndexPart part)
    {
        var file = new FileInfo(PathOf(part.Name));
        if (!file.Exists) throw new IndexException($"The index file {file.FullName} is missing. {IndexException.Remedy}");
        if (file.Length != part.Length) throw new IndexException($"The index file {file.FullName} is damaged: it has {file.Length} bytes, and {part.Length} were written. {IndexException.Remedy}");
    }
}
