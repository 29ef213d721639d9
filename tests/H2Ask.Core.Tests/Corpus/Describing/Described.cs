using H2Ask.Core.Corpus;
using H2Ask.Core.Corpus.Describing;
using H2Ask.Core.Corpus.Reading;
using H2Ask.Core.Corpus.Splitting;
using H2Ask.Core.Text;

namespace H2Ask.Core.Tests.Corpus.Describing;

/// <summary>Describes small texts for tests.</summary>
internal static class Described
{
    public static PolicyDocument Policy(string title, string text) => One(title, text, DocumentRole.Policy);

    public static PolicyDocument Article(string title, string body) => One(title, $"{title},{body}", DocumentRole.Report);

    public static DescribedDocument Full(string title, string text, DocumentRole role = DocumentRole.Policy, string file = "a.txt") =>
        new DocumentDescriber().Describe(new SourceText { File = file, Text = text }, [Draft(text, title, role)])[0];

    /// <summary>A document of a compilation: its head line, then its text.</summary>
    public static PolicyDocument InCompilation(string title, string head, string text)
    {
        var whole = head + "\n" + text;
        var draft = Draft(whole, title, DocumentRole.Policy) with { HeadSpan = new TextSpan(0, head.Length) };
        return new DocumentDescriber().Describe(new SourceText { File = "a.txt", Text = whole }, [draft])[0].Document;
    }

    public static DraftDocument Draft(string text, string title, DocumentRole role) => new() { Span = new TextSpan(0, text.Length), Title = title, Role = role };

    private static PolicyDocument One(string title, string text, DocumentRole role) => Full(title, text, role).Document;
}
