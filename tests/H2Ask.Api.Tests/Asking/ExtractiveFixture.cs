using H2Ask.Core.Index;
using H2Ask.Tests;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;

namespace H2Ask.Api.Tests.Asking;

/// <summary>The service over a few short documents, with the model that ships and no LLM.</summary>
public sealed class ExtractiveFixture : WebApplicationFactory<Program>
{
    private readonly TemporaryFolder _documents = new();
    private readonly TemporaryFolder _index = new();

    public ExtractiveFixture()
    {
        _documents.With("nanjing.txt", """
            南京市加氢站建设运营补贴办法
            第一条 对日加注能力500公斤及以上的加氢站，按设备投资额的30%给予建设补贴，最高不超过500万元。
            第二条 申请补贴的企业应当具备下列条件：
            （一）在本市登记注册，具有独立法人资格；
            （二）取得气瓶充装许可证；
            （三）近三年未发生安全生产事故。
            """);
        _documents.With("suzhou.txt", """
            苏州市加氢站建设扶持措施（征求意见稿）
            第一条 对新建的固定式加氢站，按设备投资额的20%给予建设补贴，最高不超过200万元。
            """);
        using var embedder = ModelEmbedder.Choose(null);
        IndexMaking.Run([_documents.Path], _index.Path, new IndexingOptions { Embedder = embedder });
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder) => builder.UseSetting("Index:Path", _index.Path);

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (!disposing) return;
        _documents.Dispose();
        _index.Dispose();
    }
}
