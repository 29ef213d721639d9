using System.Text.Json;
using H2Ask.Core.Corpus;

namespace H2Ask.Core.Index;

/// <summary>Writes the files of a generation into its folder.</summary>
internal sealed class GenerationWriter : IGenerationWriter
{
    private readonly IndexFolder _index;
    private readonly IndexManifest _manifest;
    private readonly string _name = IndexFolder.NewGeneration();
    private readonly string _folder;
    private readonly List<IDisposable> _open = [];
    private readonly RecordFileWriter _documents;
    private readonly RecordFileWriter _texts;
    private readonly RecordFileWriter _passages;
    private readonly LexicalIndexWriter _lexical;
    private readonly VectorFileWriter? _vectors;
    private readonly SentenceFileWriter? _sentences;
    private readonly KnownVectors? _known;
    private readonly List<string> _documentIds = [];
    private readonly List<string> _passageIds = [];
    private int _firstPassage;
    private bool _isPublished;

    /// <summary>Begins the files.</summary>
    public GenerationWriter(IndexFolder index, IndexManifest manifest)
    {
        (_index, _manifest) = (index, manifest);
        _folder = Directory.CreateDirectory(index.PathOf(_name)).FullName;
        try
        {
            _documents = Keep(new RecordFileWriter(PathOf(GenerationFiles.Documents)));
            _texts = Keep(new RecordFileWriter(PathOf(GenerationFiles.Texts)));
            _passages = Keep(new RecordFileWriter(PathOf(GenerationFiles.Passages)));
            _lexical = Keep(new LexicalIndexWriter(_folder));
            if (manifest.Model is not { } model) return;
            _vectors = Keep(new VectorFileWriter(PathOf(GenerationFiles.Vectors), manifest.Passages, model.Dimensions));
            _sentences = Keep(new SentenceFileWriter(PathOf(GenerationFiles.Sentences), model.Dimensions));
            _known = KnownVectors.Of(Keep(index.TryOpenGeneration()), model);
        }
        catch
        {
            Close();
            IndexFolder.Delete(_folder);
            throw;
        }
    }

    /// <inheritdoc />
    public ValueTask WriteDocumentsAsync(IReadOnlyList<CorpusDocument> documents, CancellationToken cancelled)
    {
        cancelled.ThrowIfCancellationRequested();
        foreach (var document in documents)
        {
            WriteDocument(document);
            _texts.Begin();
            _texts.Write(document.Text.AsSpan());
            _documentIds.Add(document.Document.Id);
            _firstPassage += document.Passages.Count;
        }

        return ValueTask.CompletedTask;
    }

    /// <inheritdoc />
    public ValueTask<bool[]> KnowsAsync(IReadOnlyList<UInt128> keys, CancellationToken cancelled) => new([.. keys.Select(_known!.Contains)]);

    /// <inheritdoc />
    public ValueTask WritePassagesAsync(IReadOnlyList<NewPassage> passages, CancellationToken cancelled)
    {
        foreach (var passage in passages)
        {
            cancelled.ThrowIfCancellationRequested();
            WritePassage(passage);
            if (_known is not null) WriteVectors(passage);
        }

        return ValueTask.CompletedTask;
    }

    /// <inheritdoc />
    public ValueTask<IndexManifest> PublishAsync(CancellationToken cancelled)
    {
        _documents.Finish();
        _texts.Finish();
        _passages.Finish();
        WriteLexical();
        IdTable.Write(PathOf(GenerationFiles.DocumentIds), _documentIds);
        IdTable.Write(PathOf(GenerationFiles.PassageIds), _passageIds);
        _vectors?.Finish();
        _sentences?.Finish();
        Close();
        // With what every file is known by the generation is whole.
        var manifest = _manifest with { Files = [.. Directory.GetFiles(_folder).Order(StringComparer.Ordinal).Select(IndexPart.Of)] };
        ManifestFile.Write(_folder, manifest);
        cancelled.ThrowIfCancellationRequested();
        _index.Publish(_name);
        _isPublished = true;
        _index.DeleteOthers(_name);
        return new(manifest);
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync()
    {
        Close();
        if (!_isPublished) IndexFolder.Delete(_folder);
        return ValueTask.CompletedTask;
    }

    private void WriteDocument(CorpusDocument document)
    {
        var stored = new StoredDocument(document.Document with { Sections = [] }, _firstPassage, document.Passages.Count);
        var json = JsonSerializer.SerializeToUtf8Bytes(stored, IndexJsonContext.OfIndex.StoredDocument);
        _documents.Begin();
        _documents.Write(json.Length);
        _documents.Write(json);
        _documents.Write(JsonSerializer.SerializeToUtf8Bytes(document.Document.Sections, IndexJsonContext.OfIndex.IReadOnlyListSection));
    }

    private void WritePassage(NewPassage written)
    {
        var (document, passage) = (written.Document, written.Passage);
        _passages.Begin();
        _passages.Write(written.DocumentNumber);
        _passages.Write(JsonSerializer.SerializeToUtf8Bytes(StoredPassage.Of(passage, document), IndexJsonContext.OfIndex.StoredPassage));
        // The mark keeps the end of one heading and the beginning of the next from making a pair.
        _lexical.Add(document.Document.Title, string.Join('>', passage.Section), passage.SearchText);
        _passageIds.Add(passage.Id);
    }

    private void WriteVectors(NewPassage passage)
    {
        _sentences!.BeginPassage();
        if (passage.Vectors is not { } vectors)
        {
            _known!.Copy(passage.Key, _vectors!, _sentences);
            return;
        }

        _vectors!.Write(passage.Key, vectors[0]);
        for (var sentence = 1; sentence < vectors.Count; sentence++) _sentences.Write(vectors[sentence]);
    }

    private void WriteLexical()
    {
        using var file = new FileStream(PathOf(GenerationFiles.Lexical), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 1 << 20);
        _lexical.WriteTo(file);
        file.Flush(flushToDisk: true);
    }

    private string PathOf(string file) => Path.Combine(_folder, file);

    private T Keep<T>(T file)
        where T : IDisposable?
    {
        if (file is not null) _open.Add(file);
        return file;
    }

    private void Close()
    {
        foreach (var file in _open) file.Dispose();
        _open.Clear();
    }
}
