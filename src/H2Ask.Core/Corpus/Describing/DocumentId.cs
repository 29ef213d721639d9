using System.Security.Cryptography;
using System.Text;

namespace H2Ask.Core.Corpus.Describing;

/// <summary>Makes the names by which documents are known in answers and links.</summary>
internal static class DocumentId
{
    private const int Bytes = 8;

    /// <summary>The name of a document: the same for the same file, title and occurrence, wherever in the file it stands.</summary>
    /// <param name="file">The file it stands in.</param>
    /// <param name="title">Its title; widths, blanks and quotes do not matter.</param>
    /// <param name="occurrence">How many documents of that title stand before it in the file.</param>
    public static string Of(string file, string title, int occurrence)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(title);
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{file}\n{TitleKey.Of(title)}\n{occurrence}"));
        return Convert.ToHexStringLower(hash.AsSpan(0, Bytes));
    }
}
