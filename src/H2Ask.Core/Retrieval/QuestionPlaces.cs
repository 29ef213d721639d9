using H2Ask.Core.Corpus.Describing;

namespace H2Ask.Core.Retrieval;

/// <summary>Finds the places that a question names.</summary>
internal static class QuestionPlaces
{
    /// <summary>The places in their order.</summary>
    public static IEnumerable<PlaceMention> In(string question)
    {
        for (var i = 0; i + 1 < question.Length; i++)
        {
            if (!Gazetteer.China.TryRead(question, i, out var mention) && !TryReadPrefecture(question, i, out mention)) continue;
            yield return mention;
            i = mention.End - 1;
        }
    }

    // In documents 广州 counts at the head of a word only, for the end of a name can stand before it; a question names no more than
    // a few places, and mostly behind another word (上海和广州, 我在广州).
    private static bool TryReadPrefecture(string question, int at, out PlaceMention mention)
    {
        mention = default;
        if (question[at + 1] != '州' || !Gazetteer.China.TryRead(question[at..], 0, out var found)) return false;
        mention = found with { Start = found.Start + at, End = found.End + at };
        return true;
    }
}
