namespace H2Ask.Core.Tests.Corpus;

/// <summary>How often a field was given rightly: of what the labels say, and of what was given.</summary>
internal sealed class FieldScore
{
    private readonly List<string> _faults = [];

    public int Given { get; private set; }

    public int Wanted { get; private set; }

    public int Right { get; private set; }

    public double Precision => Given == 0 ? 1 : (double)Right / Given;

    public double Recall => Wanted == 0 ? 1 : (double)Right / Wanted;

    public IReadOnlyList<string> Faults => _faults;

    public void Add(IReadOnlyCollection<string> wanted, IReadOnlyCollection<string> given, string place)
    {
        var right = wanted.Intersect(given).Count();
        Wanted += wanted.Count;
        Given += given.Count;
        Right += right;
        if (right < wanted.Count || right < given.Count) _faults.Add($"{place}: wanted [{string.Join(", ", wanted)}], given [{string.Join(", ", given)}]");
    }
}
