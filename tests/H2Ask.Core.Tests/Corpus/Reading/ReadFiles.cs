using System.Text;
using H2Ask.Core.Corpus.Reading;

namespace H2Ask.Core.Tests.Corpus.Reading;

/// <summary>What a reader made of one file.</summary>
internal sealed record ReadFiles(IReadOnlyList<SourceText> Texts, IReadOnlyList<SkippedFile> Skipped)
{
    public static ReadFiles Of(string name, byte[] content, SourceReaderOptions? options = null) => Of(new SourceReader(options).Read(name, new MemoryStream(content)));

    public static ReadFiles Of(string name, string content, SourceReaderOptions? options = null) => Of(name, Encoding.UTF8.GetBytes(content), options);

    public static ReadFiles Of(SourceFeed feed)
    {
        var texts = feed.ToList();
        return new ReadFiles(texts, feed.Skipped);
    }

    /// <summary>The one text of a file that was read whole.</summary>
    public SourceText Only
    {
        get
        {
            Assert.Empty(Skipped);
            return Assert.Single(Texts);
        }
    }

    /// <summary>Why the one file was skipped.</summary>
    public string Reason
    {
        get
        {
            Assert.Empty(Texts);
            return Assert.Single(Skipped).Reason;
        }
    }
}
