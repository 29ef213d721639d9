using System.Text.Json;
using H2Ask.Core.Corpus;
using H2Ask.Core.Index;
using H2Ask.Qdrant.Stored;
using H2Ask.Qdrant.Wire;
using H2Ask.Qdrant.Writing;

namespace H2Ask.Qdrant;

/// <summary>
/// Writes the next generation of an index beside the one in use: into the same collection where most of it stays, sending only what is new, or into a
/// collection of its own. Nobody sees it before the change of names that puts it in use.
/// </summary>
internal sealed class QdrantWriter : IGenerationWriter
{
    /// <summary>So many passages are made ready and sent at a time.</summary>
    private const int PassagesAtATime = 512;

    /// <summary>So many are asked for their vectors at a time: each has a dozen kilobytes of them, or some.</summary>
    private const int VectorsAtATime = 64;

    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(1);

    private readonly QdrantServer _server;
    private readonly GenerationNames _names;
    private readonly QdrantOptions _options;
    private readonly WritingRight? _right;
    private readonly PresentIndex _present;
    private readonly IndexManifest _manifest;
    private readonly string _name = GenerationNames.NewName();
    private readonly int _mark = Lifetime.NewMark();
    private readonly List<CorpusDocument> _documents = [];
    private readonly CorpusTerms _terms = new();
    private readonly HashSet<Guid> _points = [];
    private readonly Dictionary<string, PointSum> _sums = new[] { PointTypes.Passage, PointTypes.Document, PointTypes.Terms, PointTypes.Part }.ToDictionary(type => type, type => new PointSum(type));
    private Target? _target;
    private (int Document, int Next) _place = (-1, 0);
    private bool _isDecided;

    /// <summary>Begins the next generation.</summary>
    public QdrantWriter(QdrantServer server, GenerationNames names, QdrantOptions options, WritingRight? right, PresentIndex present, IndexManifest manifest) =>
        (_server, _names, _options, _right, _present, _manifest) = (server, names, options, right, present, manifest);

    /// <inheritdoc />
    public ValueTask WriteDocumentsAsync(IReadOnlyList<CorpusDocument> documents, CancellationToken cancelled)
    {
        foreach (var document in documents)
        {
            cancelled.ThrowIfCancellationRequested();
            foreach (var passage in document.Passages) _terms.Add(PassageTerms.Of(document.Document.Title, passage.Section, passage.SearchText));
            _documents.Add(document);
        }

        return ValueTask.CompletedTask;
    }

    /// <inheritdoc />
    public ValueTask<bool[]> KnowsAsync(IReadOnlyList<UInt128> keys, CancellationToken cancelled) => new([.. keys.Select(key => KnownPoint(PointIds.FromKey(key)) is not null)]);

    /// <inheritdoc />
    public async ValueTask WritePassagesAsync(IReadOnlyList<NewPassage> passages, CancellationToken cancelled)
    {
        var target = await TargetAsync(cancelled);
        foreach (var chunk in NewOf(passages, target).Chunk(PassagesAtATime))
        {
            await CheckRightAsync(cancelled);
            var known = await KnownVectorsAsync(chunk, cancelled);
            await target.Sender.SendAsync(chunk.Select(passage => PointOf(passage, known, target)), cancelled);
        }
    }

    /// <inheritdoc />
    public async ValueTask<IndexManifest> PublishAsync(CancellationToken cancelled)
    {
        await CheckRightAsync(cancelled);
        var target = await TargetAsync(cancelled);
        var documents = await SendDocumentsAsync(target, cancelled);
        var terms = await SendTermsAsync(target, cancelled);
        var manifest = _manifest with { Files = [.. _sums.Values.Select(sum => sum.ToPart())] };
        var content = new GenerationContent(
            target.Number, manifest, GenerationContent.CurrentFormat, target.Design, _terms.Lengths, target.StoredLengths, target.TermGroups, documents, terms);
        var point = new PointPayload(PointTypes.Generation) { From = target.From, Until = Lifetime.Always, Generation = content };
        await target.Sender.SendAsync([new NewPoint(PointIds.OfGeneration(_name), PointVectors.None, point)], cancelled);
        await MarkGoneAsync(target, cancelled);
        await WaitForOptimisationAsync(target, cancelled);
        await TakeInAsync(target, cancelled);
        await CheckAsync(target, cancelled);
        await SwitchAsync(target, cancelled);
        await DeleteGoneAsync(target, cancelled);
        return manifest;
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        // Once the change of names is on its way nobody here knows which generation is in use: the next run does.
        if (_isDecided || _target is null) return;
        try
        {
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(_options.TimeoutSeconds));
            if (_target.IsShared) await TakeBackAsync(_target.Collection, patience.Token);
            else await _server.DeleteAsync(_target.Collection.Name, patience.Token);
        }
        catch (Exception fault) when (fault is IndexException or OperationCanceledException)
        {
            // The next run does it.
        }
    }

    /// <summary>Where the generation is written: known once all documents have gone by, since it depends on how long they are.</summary>
    private async ValueTask<Target> TargetAsync(CancellationToken cancelled)
    {
        if (_target is not null) return _target;
        var dimensions = _manifest.Model?.Dimensions;
        var design = CollectionDesign.IdOf(_options, dimensions);
        if (_present.CanTake(_manifest, _terms, design))
        {
            var content = _present.Content!;
            // What comes late must not take a point away from a generation that another writer has put in use.
            var (spared, from) = _server.Spares ? (Lifetime.Marked, _mark) : (null, content.Number + 1);
            var sender = new PointSender(_present.Collection!, _options, spared);
            return _target = new Target(_present.Collection!, sender, content.Number + 1, from, IsShared: true, design, content.StoredLengths, content.TermGroups);
        }

        var name = _names.OfCollection(_name);
        // Named before it is there, so that what is made of it is deleted where making it ends early.
        var planned = _server.Collection(name);
        _target = new Target(planned, new PointSender(planned, _options), 1, From: 1, IsShared: false, design, _terms.Lengths, TermGroup.CountFor(_terms.Passages.Count));
        await CollectionDesign.CreateAsync(_server, name, _options, dimensions, cancelled);
        return _target;
    }

    /// <summary>The passages that are not on the server yet.</summary>
    private List<PlacedPassage> NewOf(IReadOnlyList<NewPassage> passages, Target target)
    {
        var sent = new List<PlacedPassage>();
        foreach (var passage in passages)
        {
            _place = passage.DocumentNumber == _place.Document ? (_place.Document, _place.Next + 1) : (passage.DocumentNumber, 0);
            var payload = StoredPassages.ToPayload(passage, _place.Next);
            if (IsNew(payload, target, out var id)) sent.Add(new PlacedPassage(id, passage, payload));
        }

        return sent;
    }

    /// <summary>Takes a point into the generation; whether it must be sent.</summary>
    private bool IsNew(PointPayload payload, Target target, out Guid id)
    {
        id = PointIds.Of(payload, out var length);
        if (!_points.Add(id)) return false;
        _sums[payload.Type].Add(id, length);
        return !(target.IsShared && _present.Inventory!.Points.Contains(id));
    }

    private NewPoint PointOf(PlacedPassage passage, Dictionary<Guid, PointVectors> known, Target target)
    {
        var (document, written) = (passage.Written.Document.Document, passage.Written.Passage);
        var words = target.Words.Of(PassageTerms.Of(document.Title, written.Section, written.SearchText));
        var vectors = passage.Written.Vectors is { } made ? VectorsOf(made)
            : _manifest.Model is null ? PointVectors.None
            : KnownPoint(passage.Payload.Passage!.Key) is { } point && known.TryGetValue(point, out var found) ? found
            : throw new IndexException("The vectors of a passage that were to be taken over are gone from the server. Index again.");
        return new NewPoint(passage.Id, vectors with { Words = words }, passage.Payload with { From = target.From, Until = Lifetime.Always });
    }

    private PointVectors VectorsOf(IReadOnlyList<float[]> made)
    {
        foreach (var vector in made) VectorCodes.Check(vector, _manifest.Model!.Dimensions);
        // One without sentences is as near as it is as a whole.
        var sentences = made.Count > 1 ? made.Skip(1) : made;
        return new PointVectors { Passage = made[0], Sentences = [.. sentences.Select(SentenceVector.Round)] };
    }

    /// <summary>The point of the generation before that has the vectors of that key, made by the same model.</summary>
    private Guid? KnownPoint(Guid? key) =>
        key is { } known && _present.Content?.Manifest.Model?.Identity == _manifest.Model?.Identity && _present.Inventory?.PassagesByKey.TryGetValue(known, out var point) == true ? point : null;

    /// <summary>The vectors that passages take over from points of the generation before.</summary>
    private async Task<Dictionary<Guid, PointVectors>> KnownVectorsAsync(PlacedPassage[] passages, CancellationToken cancelled)
    {
        var vectors = new Dictionary<Guid, PointVectors>();
        if (_manifest.Model is null) return vectors;
        var wanted = passages.Where(passage => passage.Written.Vectors is null).Select(passage => KnownPoint(passage.Payload.Passage!.Key)).OfType<Guid>().Distinct();
        foreach (var page in wanted.Chunk(VectorsAtATime))
        {
            foreach (var point in await _present.Collection!.ReadAsync(page, [PayloadFields.Type], cancelled, [VectorNames.Passage, VectorNames.Sentences]))
            {
                if (point.Vector is { Passage: not null, Sentences: not null } found) vectors[point.Id] = found;
            }
        }

        return vectors;
    }

    /// <summary>Sends what is known of the documents, with their texts and headings; the list of them.</summary>
    private async Task<Guid[]> SendDocumentsAsync(Target target, CancellationToken cancelled)
    {
        var ids = new List<Guid>(_documents.Count);
        await target.Sender.SendAsync(Points(), cancelled);
        return await SendListAsync("documents", ids, target, cancelled);

        IEnumerable<NewPoint> Points()
        {
            foreach (var (known, text, passages) in _documents)
            {
                var (texts, headings) = (TextParts.Cut($"text {known.Id}", text).ToArray(), HeadingsOf(known).ToArray());
                var content = new DocumentContent(known with { Sections = [] }, passages.Count, Array.ConvertAll(texts, PointIds.Of), Array.ConvertAll(headings, PointIds.Of));
                var document = new PointPayload(PointTypes.Document) { Document = content };
                ids.Add(PointIds.Of(document));
                foreach (var payload in (PointPayload[])[.. texts, .. headings, document])
                {
                    if (IsNew(payload, target, out var id)) yield return Without(id, payload, target);
                }
            }
        }
    }

    /// <summary>The headings of a document; their places count from its beginning, as those of its passages do.</summary>
    private static IEnumerable<PointPayload> HeadingsOf(PolicyDocument document)
    {
        if (document.Sections.Count == 0) return [];
        Section[] sections = [.. document.Sections.Select(section => section with { Start = section.Start - document.Start, End = section.End - document.Start })];
        return TextParts.Cut($"headings {document.Id}", JsonSerializer.Serialize(sections, QdrantJson.Shapes.IReadOnlyListSection));
    }

    /// <summary>Sends in how many passages the terms stand; the list of their points.</summary>
    private async Task<Guid[]> SendTermsAsync(Target target, CancellationToken cancelled)
    {
        PointPayload[] groups =
        [
            .. _terms.Passages.GroupBy(term => TermGroup.Of(term.Key, target.TermGroups)).OrderBy(group => group.Key)
                .Select(group => new PointPayload(PointTypes.Terms) { Terms = TermGroup.Write(group) }),
        ];
        await SendAsync(groups, target, cancelled);
        return await SendListAsync("terms", groups.Select(PointIds.Of), target, cancelled);
    }

    private async Task<Guid[]> SendListAsync(string of, IEnumerable<Guid> points, Target target, CancellationToken cancelled)
    {
        var parts = TextParts.Cut(of, TextParts.OfPoints(points)).ToArray();
        await SendAsync(parts, target, cancelled);
        return Array.ConvertAll(parts, PointIds.Of);
    }

    private async Task SendAsync(IEnumerable<PointPayload> payloads, Target target, CancellationToken cancelled)
    {
        var sent = new List<NewPoint>();
        foreach (var payload in payloads)
        {
            if (IsNew(payload, target, out var id)) sent.Add(Without(id, payload, target));
        }

        await target.Sender.SendAsync(sent, cancelled);
    }

    private static NewPoint Without(Guid id, PointPayload payload, Target target) => new(id, PointVectors.None, payload with { From = target.From, Until = Lifetime.Always });

    /// <summary>Marks the points that the generation does without; the one before goes on having them.</summary>
    private async Task MarkGoneAsync(Target target, CancellationToken cancelled)
    {
        if (!target.IsShared) return;
        var gone = _present.Inventory!.Points.Where(id => !_points.Contains(id)).Append(PointIds.OfGeneration(_present.Current!.Name));
        foreach (var page in gone.Chunk(1000))
        {
            await CheckRightAsync(cancelled);
            await target.Collection.ChangeAsync(new PayloadChange(new LifetimeChange { Until = _mark }) { Filter = Lifetime.Unended(page) }, cancelled);
        }
    }

    /// <summary>
    /// Takes what stands under the mark into the generation, and what is marked as gone out of it. Whatever was sent and comes after this, as that of a writer
    /// who has lost the right meanwhile, keeps the mark: no generation has it, and the next run deletes it.
    /// </summary>
    private async Task TakeInAsync(Target target, CancellationToken cancelled)
    {
        if (!target.IsShared) return;
        await CheckRightAsync(cancelled);
        await target.Collection.ChangeAsync(new PayloadChange(new LifetimeChange { From = target.Number }) { Filter = Lifetime.BeginningAt(_mark) }, cancelled);
        await target.Collection.ChangeAsync(new PayloadChange(new LifetimeChange { Until = target.Number }) { Filter = Lifetime.EndingAt(_mark) }, cancelled);
    }

    /// <summary>Takes back what stands under the mark, and nothing else: so it can't hurt who writes by now. What was taken in already, the next run deletes.</summary>
    private async Task TakeBackAsync(QdrantCollection collection, CancellationToken cancelled)
    {
        await collection.DeleteAsync(new PointDeletion { Filter = Lifetime.BeginningAt(_mark) }, cancelled);
        await collection.ChangeAsync(new PayloadChange(new LifetimeChange { Until = Lifetime.Always }) { Filter = Lifetime.EndingAt(_mark) }, cancelled);
    }

    /// <summary>Whoever has lost the right must not touch what another writes now, or has put in use meanwhile.</summary>
    private Task CheckRightAsync(CancellationToken cancelled) => _right?.CheckAsync(cancelled) ?? Task.CompletedTask;

    /// <summary>Waits until searches in a new collection are fast; after the longest time it is put in use as it is.</summary>
    private async Task WaitForOptimisationAsync(Target target, CancellationToken cancelled)
    {
        var until = DateTimeOffset.UtcNow.AddSeconds(_options.OptimiseSeconds);
        while (!target.IsShared && DateTimeOffset.UtcNow < until && await target.Collection.IsBusyAsync(cancelled)) await Task.Delay(LookEvery, cancelled);
    }

    /// <summary>Makes sure that the server has exactly what was written, and that nobody else writes.</summary>
    private async Task CheckAsync(Target target, CancellationToken cancelled)
    {
        foreach (var (type, sum) in _sums)
        {
            var there = await target.Collection.CountAsync(Lifetime.At(target.Number, type), cancelled);
            if (there != sum.Count) throw new IndexException($"The server has {there} points of the type {type}, and {sum.Count} were written. The index of before stays in use; index again.");
        }

        await CheckRightAsync(cancelled);
    }

    /// <summary>Puts the generation in use, in one step.</summary>
    private async Task SwitchAsync(Target target, CancellationToken cancelled)
    {
        var present = (await _server.AliasesAsync(cancelled)).Select(alias => alias.AliasName).Where(alias => alias == _names.Current || _names.GenerationOf(alias) is not null);
        var own = _names.OfGeneration(_name);
        // Nobody sees half of it, but the server writes one name after the other to its disk, and takes none back: where it ends between two of them, or
        // refuses one, there is a generation in use all the same.
        AliasAction[] actions =
        [
            new AliasAction { CreateAlias = new CollectionAlias(target.Collection.Name, own) },
            .. present.Select(alias => new AliasAction { DeleteAlias = new AliasName(alias) }),
            new AliasAction { CreateAlias = new CollectionAlias(target.Collection.Name, _names.Current) },
        ];
        cancelled.ThrowIfCancellationRequested();
        _isDecided = true;
        try
        {
            // From here on it must come to an end.
            await _server.ChangeAliasesAsync(actions, CancellationToken.None);
        }
        catch (IndexException)
        {
            // The answer may have been lost, or what came behind the generation's own name was not done.
            if ((await _server.AliasesAsync(CancellationToken.None)).All(alias => alias.AliasName != own)) throw;
        }
    }

    /// <summary>Deletes what only the generation before has, once the searches that began with it can have ended.</summary>
    private async Task DeleteGoneAsync(Target target, CancellationToken cancelled)
    {
        if (_present.Current is not { } before) return;
        try
        {
            await Task.Delay(TimeSpan.FromSeconds(_options.GraceSeconds), cancelled);
            await CheckRightAsync(cancelled);
            if (before.Collection != target.Collection.Name) await _server.DeleteAsync(before.Collection, cancelled);
            else await target.Collection.DeleteAsync(new PointDeletion { Filter = Filter.All(Lifetime.GoneAt(target.Number)) }, cancelled);
        }
        catch (Exception fault) when (fault is IndexException or OperationCanceledException)
        {
            // The new generation is in use; the next run deletes what is left of the other.
        }
    }
}
