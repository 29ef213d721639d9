using H2Ask.Core.Embedding.Tokenizing;

namespace H2Ask.Core.Embedding;

/// <summary>
/// Turns text into the token ids that an embedding model reads, as its <c>tokenizer.json</c> (the format of Hugging Face) says.
/// One instance serves any number of threads.
/// </summary>
/// <remarks>
/// The text is never trusted: what it spells, "[CLS]" or "&lt;/s&gt;" too, is read as ordinary characters and never becomes a special
/// token. Only the tokenizer itself puts special tokens around a text. The truncation and padding that the file names are not done here.
/// Apart from this the ids are those of the library that defines the format, but for characters that Unicode assigned after its tables
/// were made. A file with a part that is not known here (byte-level parts, tokens to be found in the text that are not special) is refused.
/// </remarks>
public abstract class Tokenizer
{
    /// <summary>The id that fills up the shorter texts of a batch.</summary>
    public int PaddingId { get; private protected init; }

    /// <summary>How many ids there are: each id is from 0 to one less than this.</summary>
    public int VocabularySize { get; private protected init; }

    /// <summary>Reads a tokenizer from its <c>tokenizer.json</c>.</summary>
    /// <exception cref="ModelException">The file can't be read, is damaged, or names a part that is not known here.</exception>
    public static Tokenizer Load(string path) => TokenizerFile.Read(path);

    /// <summary>
    /// Writes the ids of the text, with the model's special tokens around them, cut to fit the span: whole tokens are left out at the end,
    /// the special tokens stay. Allocates nothing once it has seen a text as long.
    /// </summary>
    /// <param name="text">The text; an unpaired surrogate is read as U+FFFD.</param>
    /// <param name="ids">Where the ids go.</param>
    /// <param name="isCut">Whether tokens were left out.</param>
    /// <returns>How many ids were written.</returns>
    public abstract int Encode(ReadOnlySpan<char> text, Span<int> ids, out bool isCut);
}
