using H2Ask.Core.Corpus;
using H2Ask.Core.Embedding;
using H2Ask.Tests;

namespace H2Ask.Benchmarks.Embedding;

/// <summary>Knows the tokens of the passages beforehand, so that only the network is measured.</summary>
internal sealed class PreparedTokenizer : Tokenizer
{
    private readonly Tokenizer _tokenizer;
    private readonly Dictionary<string, int[]> _known = [];
    private string _prefix = "";

    private PreparedTokenizer(Tokenizer tokenizer, IReadOnlyList<string> texts)
    {
        _tokenizer = tokenizer;
        PaddingId = tokenizer.PaddingId;
        VocabularySize = tokenizer.VocabularySize;
        Texts = texts;
    }

    public IReadOnlyList<string> Texts { get; }

    public const string Question = "加氢站建设最高补贴多少万元？";

    public int QuestionTokens { get; private set; }

    public int Tokens => Texts.Sum(text => IdsOf(text).Length);

    /// <summary>The passages of the corpus, over and over where more are asked for.</summary>
    public static PreparedTokenizer Of(string path, int texts)
    {
        var passages = new CorpusReader().Read([Repository.Seeds]).Documents.SelectMany(document => document.Passages).Select(passage => passage.Text).ToArray();
        return new PreparedTokenizer(Load(path), [.. Enumerable.Range(0, texts).Select(i => passages[i % passages.Length])]);
    }

    public void Prepare(ModelSettings settings)
    {
        _prefix = settings.PassagePrefix;
        var ids = new int[settings.MaximumTokens];
        foreach (var text in Texts) _known[_prefix + text] = ids[.._tokenizer.Encode(_prefix + text, ids, out _)];
        QuestionTokens = _tokenizer.Encode(settings.QueryPrefix + Question, ids, out _);
    }

    /// <summary>The batches that the model makes of the texts.</summary>
    public IReadOnlyList<ArraySegment<TokenizedText>> BatchesOf(int maximumTokens) =>
    [
        .. Texts.Select((text, i) => new TokenizedText(i, IdsOf(text))).Chunk(TextEmbedder.Window).SelectMany(window => Batches.Of(window, maximumTokens)),
    ];

    public override int Encode(ReadOnlySpan<char> text, Span<int> ids, out bool isCut)
    {
        if (!_known.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(text, out var known)) return _tokenizer.Encode(text, ids, out isCut);
        isCut = false;
        known.CopyTo(ids);
        return known.Length;
    }

    private int[] IdsOf(string text) => _known[_prefix + text];
}
