using System.Xml;

namespace H2Ask.Core.Corpus.Reading;

/// <summary>A file that cannot be read; the message is the reason that people see.</summary>
internal sealed class UnreadableFileException(string reason) : Exception(reason)
{
    /// <summary>Why a file failed, in plain words.</summary>
    public static string Explain(Exception failure) => failure switch
    {
        UnreadableFileException => failure.Message,
        UnauthorizedAccessException => "There is no permission to read it.",
        FileNotFoundException or DirectoryNotFoundException => "It does not exist.",
        InvalidDataException or XmlException or FormatException => "Its content is damaged.",
        IOException => $"It could not be read: {failure.Message}",
        _ => $"Its content is damaged ({failure.GetType().Name}).",
    };
}
