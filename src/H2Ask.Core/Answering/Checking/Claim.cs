using System.Text.RegularExpressions;
using H2Ask.Core.Corpus.Describing;
using H2Ask.Core.Text;

namespace H2Ask.Core.Answering.Checking;

/// <summary>A statement as it is checked: what must stand in its source.</summary>
internal sealed partial class Claim
{
    private Claim(string text, string said, Func<ulong, float> weigh)
    {
        Text = text;
        Clauses = ClauseReader.Read(said);
        Dense = string.Concat(Clauses.Select(clause => clause.Dense));
        Places = [.. Clauses.SelectMany(clause => clause.Places)];
        Titles = [.. Named().Matches(text).Select(match => TitleKey.CoreOf(match.Groups[1].Value)).Where(title => title.Length > 0)];
        Codes = [.. Coded().Matches(Dense).Concat(Named().Matches(text).SelectMany(match => Digits().Matches(DenseText.Of(match.Value).Text))).Select(match => match.Value)];
        IsNational = National().IsMatch(Dense);
        IsBinding = Binding().IsMatch(Dense);
        var words = Figures().Replace(Function().Replace(ClauseReader.InSameWords(Dense), "|"), "|");
        Words = WordsOf(words, weigh);
        Letters = words.Length;
    }

    /// <summary>The statement.</summary>
    public string Text { get; }

    /// <summary>Its clauses, without the titles in them.</summary>
    public IReadOnlyList<Clause> Clauses { get; }

    /// <summary>Its text without blanks and titles, folded.</summary>
    public string Dense { get; }

    /// <summary>The places that it names.</summary>
    public IReadOnlyList<PlaceMention> Places { get; }

    /// <summary>The documents that it names in 《》.</summary>
    public IReadOnlyList<string> Titles { get; }

    /// <summary>Names that are right only as a whole: 十四五, GB50516, the years in a title.</summary>
    public IReadOnlyList<string> Codes { get; }

    /// <summary>Whether it speaks of the country as a whole.</summary>
    public bool IsNational { get; }

    /// <summary>Whether it says what must be.</summary>
    public bool IsBinding { get; }

    /// <summary>What it says it with.</summary>
    public IReadOnlyList<ClaimWord> Words { get; }

    /// <summary>How many letters the words are counted over.</summary>
    public int Letters { get; }

    /// <summary>Reads a statement. A 文号 of one of the documents is a name of it, no figure.</summary>
    public static Claim Of(string statement, IEnumerable<string?> documentNumbers, Func<ulong, float> weigh)
    {
        var said = Named().Replace(statement, string.Empty);
        foreach (var number in documentNumbers.OfType<string>()) said = said.Replace(number, string.Empty, StringComparison.Ordinal);
        return new Claim(statement, said, weigh);
    }

    /// <summary>Whether a text says what must be.</summary>
    public static bool Binds(string dense) => Obligation().IsMatch(dense);

    private static List<ClaimWord> WordsOf(string text, Func<ulong, float> weigh)
    {
        var words = new List<ClaimWord>();
        var reader = new TermReader(text);
        while (reader.Read())
        {
            // Figures are checked by themselves, and one character alone says next to nothing.
            var letters = reader.Span.Of(text);
            var isPair = Characters.IsHan(letters[0]) && letters.Length == 2 && !ChineseNumeral.IsNumeral(letters[0]) && !ChineseNumeral.IsNumeral(letters[1]);
            if (isPair || (char.IsLetter(letters[0]) && !Characters.IsHan(letters[0]))) words.Add(new ClaimWord(reader.Current, reader.Span.Start, reader.Span.End, weigh(reader.Current)));
        }

        return words;
    }

    [GeneratedRegex("《([^《》]{2,120})》")]
    private static partial Regex Named();

    [GeneratedRegex(@"十[一二三四五六]五|[A-Za-z][A-Za-z0-9/.\-]*\d[A-Za-z0-9.\-]*")]
    private static partial Regex Coded();

    [GeneratedRegex("[0-9]{2,}")]
    private static partial Regex Digits();

    [GeneratedRegex("全国|国家|我国|中央|国务院")]
    private static partial Regex National();

    [GeneratedRegex("必须|应当|强制|务必|须")]
    private static partial Regex Binding();

    [GeneratedRegex("必须|应(?![用急对链力变答付])|须|强制|务必|不得|严禁|禁止|要求|(?<![重主需])要(?![素点])")]
    private static partial Regex Obligation();

    [GeneratedRegex("[0-9][0-9.,]*[万亿]*(?:千克|[年月日元座辆家个吨%])?(?:/千克)?")]
    private static partial Regex Figures();

    // Words that a sentence is built with, whatever it says.
    [GeneratedRegex("根据|按照|依据|规定|提出|明确|指出|要求|包括|其中|以及|并且|同时|对于|关于|可以|能够|应当|应该|必须|需要|将会|予以|给予|进行|实行|分别|如下|主要|此外|另外|等|该|其|的|了|为|是|在|由|与|和|及|或|并|对|按|从|到|至|可|应|须|将|已|被")]
    private static partial Regex Function();
}
