using System.Collections.Frozen;

namespace H2Ask.Core.Corpus.Reading.Files;

/// <summary>What an extension says of a file.</summary>
internal static class FileKinds
{
    private static readonly FrozenDictionary<string, FileKind> ByExtension = new Dictionary<string, FileKind>(StringComparer.OrdinalIgnoreCase)
    {
        [".txt"] = FileKind.PlainText,
        [".text"] = FileKind.PlainText,
        [".md"] = FileKind.Markdown,
        [".markdown"] = FileKind.Markdown,
        [".csv"] = FileKind.Csv,
        [".html"] = FileKind.Html,
        [".htm"] = FileKind.Html,
        [".docx"] = FileKind.Word,
        [".zip"] = FileKind.Archive,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>The kind of a file by its name; null where it is not read.</summary>
    public static FileKind? Of(string name) => ByExtension.TryGetValue(Path.GetExtension(name), out var kind) ? kind : null;

    /// <summary>Why a file of this name is not read.</summary>
    public static string WhyNot(string name) => Path.GetExtension(name) is { Length: > 1 } extension
        ? $"Files of type {extension} are not read."
        : "A file without an extension is not read: its format is unknown.";
}
