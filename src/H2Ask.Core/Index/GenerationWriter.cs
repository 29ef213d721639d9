using System.Text.Json;
using H2Ask.Core.Corpus;

namespace H2Ask.Core.Index;

/// <summary>Writes the files of a generation.</summary>
internal sealed class GenerationWriter(string folder, IProgress<IndexingProgress>? progress, CancellationToken cancelled)
{
    /// <summary>So many passages are embedded and written at a time.</summary>
    private const int AtATime = 4096;

    /// <summary>Writes the documents, their texts and passages.</summary>
    public void WriteDocuments(IReadOnlyList<CorpusDocument> documents)
    {
        using var known = new RecordFileWriter(PathOf(GenerationFiles.Documents));
        using var texts = new RecordFileWriter(PathOf(GenerationFiles.Texts));
        using var passages = new RecordFileWriter(PathOf(GenerationFiles.Passages));
        using var lexical = new LexicalIndexWriter(folder);
        var passageIds = new List<string>();
        for (var number = 0; number < documents.Count; number++)
        {
            cancelled.ThrowIfCancellationRequested();
            var document = documents[number];
            WriteDocument(known, document, passageIds.Count);
            texts.Begin();
            texts.Write(document.Text.AsSpan());
            foreach (var passage in document.Passages)
            {
                passages.Begin();
                passages.Write(number);
                passages.Write(JsonSerializer.SerializeToUtf8Bytes(StoredPassage.Of(passage, document), IndexJsonContext.OfIndex.StoredPassage));
                // The mark keeps the end of one heading and the beginning of the next from making a pair.
                lexical.Add(document.Document.Title, string.Join('>', passage.Section), passage.SearchText);
                passageIds.Add(passage.Id);
            }

            progress?.Report(new IndexingProgress(IndexingStage.Writing, number + 1, documents.Count));
        }

        known.Finish();
        texts.Finish();
        passages.Finish();
        WriteLexical(lexical);
        IdTable.Write(PathOf(GenerationFiles.DocumentIds), [.. documents.Select(document => document.Document.Id)]);
        IdTable.Write(PathOf(GenerationFiles.PassageIds), passageIds);
    }

    /// <summary>Writes the vectors of the passages. Those that are known are taken over; only the others are embedded.</summary>
    /// <returns>How many were embedded.</returns>
    public int WriteVectors(IReadOnlyList<CorpusDocument> documents, IPassageEmbedder embedder, KnownVectors known)
    {
        var total = documents.Sum(document => document.Passages.Count);
        using var writer = new VectorFileWriter(PathOf(GenerationFiles.Vectors), total, embedder.Model.Dimensions);
        var texts = documents.SelectMany(document => document.Passages.Select(passage => PassageText.ForEmbedding(document.Document, passage)));
        var (embedded, done) = (0, 0);
        foreach (var chunk in texts.Chunk(AtATime))
        {
            var keys = Array.ConvertAll(chunk, KnownVectors.KeyOf);
            var fresh = Enumerable.Range(0, chunk.Length).Where(i => !known.Contains(keys[i])).ToArray();
            var before = done + chunk.Length - fresh.Length;
            var vectors = fresh.Length == 0 ? [] : embedder.EmbedPassages(Array.ConvertAll(fresh, i => chunk[i]), new Count(count => Report(before + count)), cancelled);
            if (vectors.Count != fresh.Length) throw new IndexException($"The embedding model made {vectors.Count} vectors of {fresh.Length} passages. Use another model.");
            var next = 0;
            for (var i = 0; i < chunk.Length; i++)
            {
                writer.Write(keys[i], next < fresh.Length && fresh[next] == i ? vectors[next++] : known[keys[i]]);
            }

            (embedded, done) = (embedded + fresh.Length, done + chunk.Length);
            cancelled.ThrowIfCancellationRequested();
            Report(done);
        }

        writer.Finish();
        return embedded;

        void Report(int count) => progress?.Report(new IndexingProgress(IndexingStage.Embedding, count, total));
    }

    /// <summary>Writes the manifest, with what every file is known by: the generation is whole.</summary>
    public IndexManifest Finish(IndexManifest manifest)
    {
        manifest = manifest with { Files = [.. Directory.GetFiles(folder).Order(StringComparer.Ordinal).Select(IndexPart.Of)] };
        ManifestFile.Write(folder, manifest);
        return manifest;
    }

    private void WriteLexical(LexicalIndexWriter lexical)
    {
        using var file = new FileStream(PathOf(GenerationFiles.Lexical), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 1 << 20);
        lexical.WriteTo(file);
        file.Flush(flushToDisk: true);
    }

    private static void WriteDocument(RecordFileWriter known, CorpusDocument document, int firstPassage)
    {
        var stored = new StoredDocument(document.Document with { Sections = [] }, firstPassage, document.Passages.Count);
        var json = JsonSerializer.SerializeToUtf8Bytes(stored, IndexJsonContext.OfIndex.StoredDocument);
        known.Begin();
        known.Write(json.Length);
        known.Write(json);
        known.Write(JsonSerializer.SerializeToUtf8Bytes(document.Document.Sections, IndexJsonContext.OfIndex.IReadOnlyListSection));
    }

    private string PathOf(string file) => Path.Combine(folder, file);

    /// <summary>Told at once, on the thread that counts.</summary>
    private sealed class Count(Action<int> report) : IProgress<int>
    {
        public void Report(int value) => report(value);
    }
}
