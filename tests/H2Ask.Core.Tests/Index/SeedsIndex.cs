using H2Ask.Core.Index;
using H2Ask.Tests;

namespace H2Ask.Core.Tests.Index;

/// <summary>The index of the corpus that ships.</summary>
public sealed class SeedsIndex : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public SeedsIndex()
    {
        IndexMaking.Run([Repository.Seeds], _folder.Path);
        Index = new IndexFolder(_folder.Path).Open();
    }

    public EmbeddedIndex Index { get; }

    public void Dispose()
    {
        Index.Dispose();
        _folder.Dispose();
    }
}
