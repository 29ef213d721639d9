using H2Ask.Core.Embedding.Tokenizing.Normalizing;
using H2Ask.Core.Embedding.Tokenizing.Pieces;
using H2Ask.Core.Embedding.Tokenizing.Splitting;

namespace H2Ask.Core.Embedding.Tokenizing;

/// <summary>The tokenizer that a file describes: the text is normalised, divided, and each stretch made of pieces.</summary>
internal sealed class FileTokenizer : Tokenizer
{
    private readonly TextStep[] _normalizer;
    private readonly SplitStep[] _preTokenizer;
    private readonly PieceModel _model;
    private readonly Frame _frame;

    /// <summary>Makes the tokenizer of what is read of its file.</summary>
    public FileTokenizer(FilePart file)
    {
        var model = new ModelReader(file);
        var vocabulary = model.Vocabulary;
        VocabularySize = vocabulary.Size;
        _normalizer = NormalizerReader.Read(file.TryMember("normalizer"));
        _preTokenizer = PreTokenizerReader.Read(file.TryMember("pre_tokenizer"));
        _frame = FrameReader.Read(file.TryMember("post_processor"), VocabularySize);
        var padding = Padding(file, vocabulary);
        PaddingId = Math.Max(0, padding);
        foreach (var id in (int[])[padding, .. _frame.Before, .. _frame.After]) vocabulary.MarkSpecial(id);
        _model = model.Make();
    }

    /// <inheritdoc/>
    public override int Encode(ReadOnlySpan<char> text, Span<int> ids, out bool isCut)
    {
        if (ids.Length < _frame.Length) return EncodeFrameOnly(ids, out isCut);
        var workspace = Workspace.OfThisThread();
        Prepare(text, workspace);
        var (before, after) = (_frame.Before, _frame.After);
        before.CopyTo(ids);
        var writer = new IdWriter(ids[before.Length..^after.Length]);
        var segments = workspace.Segments.Current;
        var prepared = workspace.Texts.Current.Text;
        for (var i = 0; i < segments.Count && !writer.IsCut; i++)
        {
            var (start, end) = segments[i];
            _model.Encode(prepared[start..end], ref writer, workspace);
        }

        Workspace.Leave(text.Length);
        after.CopyTo(ids[(before.Length + writer.Count)..]);
        isCut = writer.IsCut;
        return _frame.Length + writer.Count;
    }

    /// <summary>The id of the padding that the file names, or of the usual names of it; -1 where there is none.</summary>
    private static int Padding(FilePart file, Vocabulary vocabulary)
    {
        if (file.TryMember("padding")?.TryMember("pad_id") is { } named)
        {
            return named.Count < vocabulary.Size ? named.Count : throw named.Refuse("is no id of the vocabulary");
        }

        return Math.Max(vocabulary.IdOf("[PAD]"), vocabulary.IdOf("<pad>"));
    }

    /// <summary>Normalises and divides the text.</summary>
    private void Prepare(ReadOnlySpan<char> text, Workspace workspace)
    {
        var texts = workspace.Texts;
        texts.Start();
        workspace.Segments.Start();
        if (CodePoints.HasUnpairedSurrogate(text)) AppendMended(text, texts.Current);
        else if (_normalizer.Length == 0) texts.Current.Append(text);
        var current = text;
        if (texts.Current.Length > 0) current = texts.Current.Text;
        foreach (var step in _normalizer)
        {
            step.Apply(current, texts.Next, workspace);
            texts.Turn();
            current = texts.Current.Text;
        }

        workspace.Segments.Current.Add(0, texts.Current.Length);
        foreach (var step in _preTokenizer) step.Apply(workspace);
    }

    private static void AppendMended(ReadOnlySpan<char> text, TextBuffer output)
    {
        for (var i = 0; i < text.Length;)
        {
            output.AppendCodePoint(CodePoints.At(text, i, out var length));
            i += length;
        }
    }

    /// <summary>What fits of the special tokens, where there is not even room for all of them.</summary>
    private int EncodeFrameOnly(Span<int> ids, out bool isCut)
    {
        for (var i = 0; i < ids.Length; i++) ids[i] = i < _frame.Before.Length ? _frame.Before[i] : _frame.After[i - _frame.Before.Length];
        isCut = true;
        return ids.Length;
    }
}
