using System.Globalization;
using System.Reflection;

namespace H2Ask.Core.Embedding.Tokenizing.Normalizing;

/// <summary>
/// The normal forms of Unicode. (.NET's own do nothing where globalisation is invariant, as here.) The character data are in
/// normalization.txt; Hangul syllables are composed and decomposed by reckoning.
/// </summary>
internal sealed class NormalForm(bool compatible, bool composed) : LocalStep
{
    private const int SyllableBase = 0xAC00, LeadBase = 0x1100, VowelBase = 0x1161, TrailBase = 0x11A7;
    private const int SyllableCount = 11172, LeadCount = 19, VowelCount = 21, TrailCount = 28;

    /// <summary>A character in what is put in order, as one positive number: its combining class, its place, itself.</summary>
    private const int RankShift = 55, PlaceShift = 21, CodePointMask = (1 << PlaceShift) - 1;

    private static readonly NormalizationData Data = NormalizationData.Read();

    private readonly Dictionary<int, int[]> _decompositions = compatible ? Data.Compatible : Data.Canonical;

    public override bool IsAlone(char c)
    {
        if (char.IsSurrogate(c)) return false;
        var first = _decompositions.TryGetValue(c, out var decomposition) ? decomposition[0] : c;
        return Data.Rank(first) == 0 && !(composed && ComposesBackward(first));
    }

    public override void Apply(ReadOnlySpan<char> text, TextBuffer output, Workspace workspace)
    {
        var count = Decompose(text, workspace);
        var marks = workspace.Marks(count).AsSpan(0, count);
        PutInOrder(marks);
        if (composed) count = Compose(marks);
        foreach (var mark in marks[..count]) output.AppendCodePoint((int)(mark & CodePointMask));
    }

    private static bool ComposesBackward(int codePoint) =>
        Data.Followers.Contains(codePoint) || codePoint is (>= VowelBase and < VowelBase + VowelCount) or (> TrailBase and < TrailBase + TrailCount);

    private static long Mark(int codePoint, int place) => ((long)Data.Rank(codePoint) << RankShift) | ((long)place << PlaceShift) | (long)codePoint;

    private static int RankOf(long mark) => (int)(mark >>> RankShift);

    private int Decompose(ReadOnlySpan<char> text, Workspace workspace)
    {
        var count = 0;
        for (var i = 0; i < text.Length;)
        {
            var codePoint = CodePoints.At(text, i, out var length);
            i += length;
            if (_decompositions.TryGetValue(codePoint, out var decomposition))
            {
                foreach (var part in decomposition) Add(part);
            }
            else if (codePoint - SyllableBase is >= 0 and < SyllableCount)
            {
                var syllable = codePoint - SyllableBase;
                Add(LeadBase + (syllable / (VowelCount * TrailCount)));
                Add(VowelBase + (syllable / TrailCount % VowelCount));
                if (syllable % TrailCount != 0) Add(TrailBase + (syllable % TrailCount));
            }
            else
            {
                Add(codePoint);
            }
        }

        return count;

        void Add(int codePoint)
        {
            workspace.Marks(count + 1)[count] = Mark(codePoint, count);
            count++;
        }
    }

    /// <summary>Sorts each run of combining marks by their class; the place within the mark keeps equal ones in their order.</summary>
    private static void PutInOrder(Span<long> marks)
    {
        for (var i = 0; i < marks.Length; i++)
        {
            if (RankOf(marks[i]) == 0) continue;
            var end = i + 1;
            while (end < marks.Length && RankOf(marks[end]) != 0) end++;
            marks[i..end].Sort();
            i = end;
        }
    }

    /// <summary>Joins each starter with what follows it and is not blocked; returns how many characters are left.</summary>
    private static int Compose(Span<long> marks)
    {
        var count = 0;
        var starter = -1;
        var lastRank = 0;
        foreach (var mark in marks)
        {
            var rank = RankOf(mark);
            var isNext = starter == count - 1;
            if (starter >= 0 && (isNext || (lastRank < rank && lastRank != 0)) && TryCompose(CodePoint(marks[starter]), CodePoint(mark), out var composite))
            {
                marks[starter] = composite;
                continue;
            }

            if (rank == 0) starter = count;
            lastRank = rank;
            marks[count++] = mark;
        }

        return count;
    }

    private static int CodePoint(long mark) => (int)(mark & CodePointMask);

    private static bool TryCompose(int first, int second, out int composite)
    {
        if (first - LeadBase is >= 0 and < LeadCount && second - VowelBase is >= 0 and < VowelCount)
        {
            composite = SyllableBase + ((((first - LeadBase) * VowelCount) + second - VowelBase) * TrailCount);
            return true;
        }

        if (first - SyllableBase is >= 0 and < SyllableCount && (first - SyllableBase) % TrailCount == 0 && second - TrailBase is > 0 and < TrailCount)
        {
            composite = first + second - TrailBase;
            return true;
        }

        return Data.Composites.TryGetValue(NormalizationData.Pair(first, second), out composite);
    }

    /// <summary>What normalization.txt says.</summary>
    private sealed class NormalizationData
    {
        private readonly Dictionary<int, byte> _ranks = [];

        /// <summary>The full canonical decompositions.</summary>
        public Dictionary<int, int[]> Canonical { get; } = [];

        /// <summary>The full compatible decompositions.</summary>
        public Dictionary<int, int[]> Compatible { get; } = [];

        /// <summary>What pairs of characters become.</summary>
        public Dictionary<long, int> Composites { get; } = [];

        /// <summary>The characters that join with one before them.</summary>
        public HashSet<int> Followers { get; } = [];

        public static NormalizationData Read()
        {
            var data = new NormalizationData();
            using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(typeof(NormalForm), "normalization.txt")!;
            using var reader = new StreamReader(stream);
            while (reader.ReadLine() is { } line) data.Add(line);
            Expand(data.Canonical);
            Expand(data.Compatible);
            return data;
        }

        public static long Pair(int first, int second) => ((long)first << 32) | (long)second;

        public int Rank(int codePoint) => _ranks.GetValueOrDefault(codePoint);

        private void Add(string line)
        {
            var parts = line.Split(' ');
            var codePoint = Parse(parts[0]);
            if (parts[1] == "#")
            {
                _ranks[codePoint] = byte.Parse(parts[2], CultureInfo.InvariantCulture);
                return;
            }

            int[] mapping = [.. parts[2..].Select(Parse)];
            Compatible[codePoint] = mapping;
            if (parts[1] != "~") Canonical[codePoint] = mapping;
            if (parts[1] != "=") return;
            Composites[Pair(mapping[0], mapping[1])] = codePoint;
            Followers.Add(mapping[1]);
        }

        private static int Parse(string code) => int.Parse(code, NumberStyles.HexNumber, CultureInfo.InvariantCulture);

        private static void Expand(Dictionary<int, int[]> decompositions)
        {
            foreach (var codePoint in decompositions.Keys.ToArray()) decompositions[codePoint] = [.. decompositions[codePoint].SelectMany(Whole)];

            IEnumerable<int> Whole(int part) => decompositions.TryGetValue(part, out var parts) ? parts.SelectMany(Whole) : [part];
        }
    }
}
