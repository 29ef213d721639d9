using H2Ask.Api.Hosting;
using H2Ask.Core.Index;
using H2Ask.Tests;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace H2Ask.Api.Tests.Hosting;

public sealed class LiveIndexEndTests
{
    [Fact]
    public async Task An_index_that_is_opened_while_the_service_ends_is_closed()
    {
        using var folder = new TemporaryFolder();
        using (var corpus = new TemporaryFolder()) IndexMaking.Run([corpus.With("a.txt", "加氢站管理办法。")], folder.Path);
        using var model = new QuestionModel(Options.Create(new EmbeddingSettings { Model = ModelEmbedder.None }));
        var store = new SlowStore(new IndexFolder(folder.Path));
        var live = new LiveIndex(store, model, NullLogger<LiveIndex>.Instance);

        var look = live.LookAsync(CancellationToken.None);
        live.Dispose();
        store.Gate.SetResult();
        await look;

        Assert.Null(live.Take());
    }

    /// <summary>Opens the index when it is told to.</summary>
    private sealed class SlowStore(IndexFolder folder) : IIndexStore
    {
        public TaskCompletionSource Gate { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public string Place => folder.Place;

        public ValueTask<string?> CurrentGenerationAsync(CancellationToken cancelled) => folder.CurrentGenerationAsync(cancelled);

        public async ValueTask<IPassageIndex> OpenAsync(IPassageEmbedder? embedder, CancellationToken cancelled)
        {
            await Gate.Task;
            return await folder.OpenAsync(embedder, cancelled);
        }

        public ValueTask<IndexManifest?> ReadManifestAsync(CancellationToken cancelled) => folder.ReadManifestAsync(cancelled);

        public ValueTask<IndexManifest> VerifyAsync(CancellationToken cancelled) => folder.VerifyAsync(cancelled);

        public ValueTask<IAsyncDisposable> LockAsync(CancellationToken cancelled) => folder.LockAsync(cancelled);

        public ValueTask<IGenerationWriter> BeginAsync(IndexManifest manifest, CancellationToken cancelled) => folder.BeginAsync(manifest, cancelled);
    }
}
