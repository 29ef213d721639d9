using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using H2Ask.Core.Corpus.Reading;
using H2Ask.Core.Embedding.Tokenizing.Normalizing;

namespace H2Ask.Api.Uploads;

/// <summary>The names that uploaded files may bear: such as every system takes for one file in one folder, and people read as what they are.</summary>
internal static partial class UploadName
{
    /// <summary>Leaves room for what is put behind a name; a name may have 255 bytes.</summary>
    private const int MostBytes = 240;

    private static readonly SearchValues<char> Forbidden = SearchValues.Create("/\\:*?\"<>|");

    /// <summary>The name in Unicode's composed form, in which equal names are equal.</summary>
    /// <param name="given">The name as it was sent.</param>
    /// <param name="fault">What is wrong with it, in a sentence; null where nothing is.</param>
    public static string Read(string given, out string? fault)
    {
        var isText = !given.EnumerateRunes().Any(IsHidden);
        var name = isText ? ComposedForm.Of(given) : given;
        fault = isText ? Fault(name) : "The name holds control characters, signs that are not shown or turn the direction of writing, or what is no Unicode text. Leave them out.";
        return name;
    }

    private static string? Fault(string name) => name switch
    {
        "" => "The name is empty: send the file's bytes to PUT /api/documents/NAME.",
        _ when Encoding.UTF8.GetByteCount(name) > MostBytes => $"The name has more than {MostBytes} bytes (some {MostBytes / 3} Chinese characters). Choose a shorter one.",
        _ when name.AsSpan().ContainsAny(Forbidden) => "The name holds one of / \\ : * ? \" < > |. It must be the name of a file, without folders.",
        _ when Encoded().IsMatch(name) => "The name holds a % before two digits or letters, as it stands for a character that an address can't hold: a /, one that is no Unicode text, or one that was encoded twice. Choose another.",
        _ when name[0] == '.' || name[^1] == '.' => "The name begins or ends with a dot. Choose another.",
        _ when char.IsWhiteSpace(name[0]) || char.IsWhiteSpace(name[^1]) => "The name begins or ends with a blank. Leave it out.",
        _ when Reserved().IsMatch(name) => "Windows keeps this name for a device. Choose another.",
        _ when !SourceReader.CanRead(name) => "The name must end in .txt, .md, .html, .docx, .csv or .zip: it tells what the file is.",
        _ => null,
    };

    private static bool IsHidden(Rune rune) => rune == Rune.ReplacementChar
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;

    [GeneratedRegex("%[0-9a-fA-F]{2}")]
    private static partial Regex Encoded();

    [GeneratedRegex(@"^(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³])\s*(\.|$)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Reserved();
}
