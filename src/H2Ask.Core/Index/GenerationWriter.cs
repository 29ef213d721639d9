using System.Text.Json;
using H2Ask.Core.Corpus;
using H2Ask.Core.Embedding;

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

    /// <summary>Writes the vectors of the passages and of their sentences. Those that are known are taken over; only the others are embedded.</summary>
    /// <returns>How many passages were embedded, and how many of their texts were cut since the model takes none as long.</returns>
    public (int Embedded, int Cut) WriteVectors(IReadOnlyList<CorpusDocument> documents, IPassageEmbedder embedder, KnownVectors known)
    {
        var total = documents.Sum(document => document.Passages.Count);
        using var vectors = new VectorFileWriter(PathOf(GenerationFiles.Vectors), total, embedder.Model.Dimensions);
        using var sentences = new SentenceFileWriter(PathOf(GenerationFiles.Sentences), embedder.Model.Dimensions);
        var passages = documents.SelectMany(document => document.Passages.Select(passage => PassageText.ForEmbedding(document.Document, passage)));
        var (embedded, cut, done) = (0, 0, 0);
        foreach (var chunk in passages.Chunk(AtATime))
        {
            var keys = Array.ConvertAll(chunk, KnownVectors.KeyOf);
            var isFresh = Array.ConvertAll(keys, key => !known.Contains(key));
            var fresh = chunk.Where((_, i) => isFresh[i]).SelectMany(texts => texts).ToArray();
            var made = fresh.Length == 0 ? new EmbeddedTexts([], 0, 0) : embedder.EmbedPassages(fresh, new Count(count => Report(done + (int)((long)chunk.Length * count / fresh.Length))), cancelled);
            if (made.Vectors.Count != fresh.Length) throw new IndexException($"The embedding model made {made.Vectors.Count} vectors of {fresh.Length} texts. Use another model.");
            var next = 0;
            for (var i = 0; i < chunk.Length; i++)
            {
                sentences.BeginPassage();
                if (!isFresh[i])
                {
                    known.Copy(keys[i], vectors, sentences);
                    continue;
                }

                vectors.Write(keys[i], made.Vectors[next++]);
                for (var sentence = 1; sentence < chunk[i].Count; sentence++) sentences.Write(made.Vectors[next++]);
                embedded++;
            }

            cut += made.Cut;
            done += chunk.Length;
            cancelled.ThrowIfCancellationRequested();
            Report(done);
        }

        vectors.Finish();
        sentences.Finish();
        return (embedded, cut);

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
