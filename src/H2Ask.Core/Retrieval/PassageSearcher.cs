using System.Buffers;
using H2Ask.Core.Index;

namespace H2Ask.Core.Retrieval;

/// <summary>Finds the passages that fit a question.</summary>
public static class PassageSearcher
{
    /// <summary>The best passages, the best first; fewer than <paramref name="top"/> where fewer share a term with the question.</summary>
    public static IReadOnlyList<SearchHit> Search(PassageIndex index, string question, SearchFilters filters, int top)
    {
        var count = index.Passages.Count;
        var scores = ArrayPool<float>.Shared.Rent(count);
        try
        {
            index.Lexical.Score(question, scores.AsSpan(0, count));
            // Passages of one document follow each other: each document is looked at once.
            IndexedDocument? document = null;
            var matches = true;
            var best = new PriorityQueue<int, float>(top + 1);
            for (var passage = 0; passage < count; passage++)
            {
                var score = scores[passage];
                if (score <= 0 || (best.Count == top && best.TryPeek(out _, out var worst) && score <= worst)) continue;
                if (!ReferenceEquals(document, index.DocumentOf(passage)))
                {
                    document = index.DocumentOf(passage);
                    matches = filters.Match(document.Document);
                }

                if (!matches) continue;
                best.Enqueue(passage, score);
                if (best.Count > top) best.Dequeue();
            }

            var hits = new SearchHit[best.Count];
            while (best.TryDequeue(out var passage, out var score))
            {
                hits[best.Count] = new SearchHit(index.Passages[passage], index.DocumentOf(passage), score);
            }

            return hits;
        }
        finally
        {
            ArrayPool<float>.Shared.Return(scores);
        }
    }
}
