namespace H2Ask.Core.Corpus.Describing;

/// <summary>How often a text names each place, and what its ambiguous names mean in the light of the others.</summary>
internal sealed class PlaceCount
{
    private readonly Lazy<Dictionary<Place, int>> _counts;

    /// <summary>Counts the places that the first part of a text names, once they are asked for.</summary>
    public PlaceCount(string text, int length) => _counts = new Lazy<Dictionary<Place, int>>(() => Count(text, length));

    /// <summary>The place that a title or the name of a body speaks of: the first that it names, or the part of it that it names further on.</summary>
    public Place? Choose(string text, int start, int end)
    {
        Place? chosen = null;
        foreach (var mention in Gazetteer.China.Find(text, start, end))
        {
            var place = mention.Candidates.Count == 1 ? mention.Candidates[0] : Resolve(mention, _counts.Value);
            if (place is null) continue;
            if (chosen is null || (place != chosen && place.IsWithin(chosen))) chosen = place;
        }

        return chosen;
    }

    /// <summary>The place of a sort that is named most often, its parts counted with it.</summary>
    /// <param name="sort">Which places may be chosen.</param>
    /// <param name="share">The share of all mentions of that sort that it must have.</param>
    /// <param name="least">How often it must be named.</param>
    public Place? MostNamed(Func<Place, bool> sort, double share, int least)
    {
        var sums = new Dictionary<Place, int>();
        foreach (var (named, count) in _counts.Value)
        {
            for (var place = named; place is not null; place = place.Parent)
            {
                if (sort(place)) sums[place] = sums.GetValueOrDefault(place) + count;
            }
        }

        if (sums.Count == 0) return null;
        // Of a place and the part of it that is named just as often, the part is meant.
        var best = sums.OrderByDescending(pair => pair.Value).ThenByDescending(pair => pair.Key.Path.Count).First();
        foreach (var (place, count) in sums)
        {
            if (place != best.Key && place.IsWithin(best.Key) && count >= best.Value * 0.7 && place.Path.Count > best.Key.Path.Count) best = KeyValuePair.Create(place, count);
        }

        var peers = sums.Where(pair => !best.Key.IsWithin(pair.Key) && !pair.Key.IsWithin(best.Key)).Sum(pair => pair.Value);
        return best.Value >= least && best.Value >= share * (best.Value + peers) ? best.Key : null;
    }

    private static Dictionary<Place, int> Count(string text, int length)
    {
        var counts = new Dictionary<Place, int>();
        var ambiguous = new List<PlaceMention>();
        foreach (var mention in Gazetteer.China.Find(text, 0, length))
        {
            if (mention.Candidates.Count > 1) ambiguous.Add(mention);
            else Add(counts, mention.Candidates[0]);
        }

        foreach (var mention in ambiguous)
        {
            if (Resolve(mention, counts) is { } place) Add(counts, place);
        }

        return counts;
    }

    private static void Add(Dictionary<Place, int> counts, Place place) => counts[place] = counts.GetValueOrDefault(place) + 1;

    /// <summary>Of the places that share a name, the one whose city or province the text names most; null where it names none or two as often.</summary>
    private static Place? Resolve(PlaceMention mention, Dictionary<Place, int> counts)
    {
        Place? best = null;
        var (most, second) = (0, 0);
        foreach (var candidate in mention.Candidates)
        {
            var score = 0;
            for (var place = candidate; place is not null; place = place.Parent) score += counts.GetValueOrDefault(place) * place.Path.Count;
            if (score > most) (second, most, best) = (most, score, candidate);
            else if (score > second) second = score;
        }

        return most > second ? best : null;
    }
}
