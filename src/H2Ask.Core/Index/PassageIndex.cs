using H2Ask.Core.Corpus;

namespace H2Ask.Core.Index;

/// <summary>A corpus ready to be searched. It never changes: a new state of the corpus is a new index.</summary>
public sealed class PassageIndex
{
    private readonly Dictionary<string, CorpusDocument> _documentsById;
    private readonly Dictionary<string, int> _passagesById;
    private readonly CorpusDocument[] _documentOfPassage;

    /// <summary>Makes the index of the documents.</summary>
    public PassageIndex(IndexManifest manifest, IReadOnlyList<CorpusDocument> documents)
    {
        Manifest = manifest;
        Documents = documents;
        Passages = [.. documents.SelectMany(document => document.Passages)];
        _documentOfPassage = [.. documents.SelectMany(document => Enumerable.Repeat(document, document.Passages.Count))];
        _documentsById = documents.ToDictionary(document => document.Document.Id, StringComparer.Ordinal);
        _passagesById = Enumerable.Range(0, Passages.Count).ToDictionary(passage => Passages[passage].Id, StringComparer.Ordinal);
        Lexical = BuildLexical();
    }

    /// <summary>What the index was made of.</summary>
    public IndexManifest Manifest { get; }

    /// <summary>The documents, in the order of the corpus.</summary>
    public IReadOnlyList<CorpusDocument> Documents { get; }

    /// <summary>All passages; their places in this list are the numbers that the searches use.</summary>
    public IReadOnlyList<Passage> Passages { get; }

    /// <summary>The lexical index of the passages.</summary>
    public LexicalIndexReader Lexical { get; }

    /// <summary>The document of a passage.</summary>
    public CorpusDocument DocumentOf(int passage) => _documentOfPassage[passage];

    /// <summary>The document of that id, or null.</summary>
    public CorpusDocument? FindDocument(string id) => _documentsById.GetValueOrDefault(id);

    /// <summary>The number of the passage of that id, or -1.</summary>
    public int FindPassage(string id) => _passagesById.GetValueOrDefault(id, -1);

    private LexicalIndexReader BuildLexical()
    {
        using var writer = new LexicalIndexWriter();
        for (var passage = 0; passage < Passages.Count; passage++)
        {
            // The mark keeps the end of one heading and the beginning of the next from making a pair.
            writer.Add(_documentOfPassage[passage].Document.Title, string.Join('>', Passages[passage].Section), Passages[passage].SearchText);
        }

        using var stream = new MemoryStream();
        writer.WriteTo(stream);
        return LexicalIndexReader.Open(new MemoryRegion(stream.ToArray()));
    }
}
