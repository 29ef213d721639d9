using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using H2Ask.Core.Corpus;
using H2Ask.Core.Text;

namespace H2Ask.Core.Index;

/// <summary>What an embedding model is shown of a passage.</summary>
public static class PassageText
{
    /// <summary>A sentence shorter than this says too little alone: it goes with the next.</summary>
    private const int ShortestSentence = 20;

    /// <summary>
    /// The passage as a whole (title, headings and searched text, a line each), and after it each of its sentences under the
    /// title: the headings would drown a sentence. The model that ships was trained on exactly this: whoever changes it trains it anew.
    /// </summary>
    public static IReadOnlyList<string> ForEmbedding(PolicyDocument document, Passage passage) =>
    [
        string.Join('\n', [document.Title, .. passage.Section, passage.SearchText]),
        .. SentencesOf(passage.SearchText).Select(sentence => document.Title + "\n" + sentence),
    ];

    /// <summary>What a passage's vectors are known by, from the texts that are embedded of it: the same have the same key, and others another.</summary>
    public static UInt128 KeyOf(IReadOnlyList<string> texts) =>
        BinaryPrimitives.ReadUInt128LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\0', texts))));

    private static List<string> SentencesOf(string text)
    {
        var sentences = new List<string>();
        var current = new StringBuilder();
        foreach (var sentence in Sentences.In(text))
        {
            current.Append(sentence.Of(text));
            if (current.Length < ShortestSentence) continue;
            sentences.Add(current.ToString());
            current.Clear();
        }

        if (current.Length == 0) return sentences;
        if (sentences.Count == 0) sentences.Add(current.ToString());
        else sentences[^1] += current;
        return sentences;
    }
}
