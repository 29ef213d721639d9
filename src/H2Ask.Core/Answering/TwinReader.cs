using H2Ask.Core.Corpus;
using H2Ask.Core.Index;

namespace H2Ask.Core.Answering;

/// <summary>Reads what is cited along with a passage, because it says the same.</summary>
internal static class TwinReader
{
    /// <summary>The twins of a passage, and others that say the same; each once, with its document.</summary>
    public static async ValueTask<IReadOnlyList<Twin>> ReadAsync(IPassageIndex index, Passage cited, IEnumerable<Passage> others, CancellationToken cancelled)
    {
        var twins = await index.ReadPassagesAsync(cited.Twins, cancelled);
        return
        [
            .. twins.Concat(others).Where(passage => passage.Id != cited.Id).DistinctBy(passage => passage.Id)
                .Select(passage => (Passage: passage, index.FindDocument(passage.DocumentId)?.Document))
                .Where(twin => twin.Document is not null).Select(twin => new Twin(twin.Passage, twin.Document!)),
        ];
    }
}
