using H2Ask.Core.Corpus;

namespace H2Ask.Core.Index;

/// <summary>A document of an index. Its text, headings and passages are read from the index when they are asked for, so only while it is open.</summary>
public sealed class IndexedDocument
{
    private readonly PassageIndex _index;
    private readonly int _number;

    internal IndexedDocument(PassageIndex index, int number, StoredDocument stored)
    {
        _index = index;
        _number = number;
        Document = stored.Document;
        FirstPassage = stored.FirstPassage;
        Passages = new LazyList<Passage>(stored.Passages, passage => index.Passages[FirstPassage + passage]);
    }

    /// <summary>What is known of it; of its headings only <see cref="Sections"/> knows.</summary>
    public PolicyDocument Document { get; }

    /// <summary>The number of its first passage; the others follow.</summary>
    public int FirstPassage { get; }

    /// <summary>Its passages, in their order.</summary>
    public IReadOnlyList<Passage> Passages { get; }

    /// <summary>Its own text: the decoded file from <see cref="PolicyDocument.Start"/> to <see cref="PolicyDocument.End"/>.</summary>
    public string Text => _index.ReadText(_number).ToString();

    /// <summary>Its headings, in their order.</summary>
    public IReadOnlyList<Section> Sections => _index.ReadSections(_number);
}
