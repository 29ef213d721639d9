using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace H2Ask.Core.Index;

/// <summary>Finds numbers by ids, mapped: the hashes of all ids in their order, and behind them the number of each.</summary>
internal sealed class IdTable : IDisposable
{
    /// <summary>"H2ASKIDS", as the number that these bytes make.</summary>
    private const long Magic = 0x5344494B53413248;
    private const int HeaderLength = 2 * sizeof(long);

    private readonly MappedFile _file;
    private readonly int _count;

    private IdTable(MappedFile file, int count)
    {
        _file = file;
        var header = file.Span<long>(0, 2);
        if (header[0] != Magic) throw file.Damaged("it is no table of ids");
        if (header[1] != count || file.Length - HeaderLength != count * (long)(sizeof(ulong) + sizeof(int))) throw file.Damaged($"it is not of {count} ids");
        _count = count;
    }

    /// <summary>Writes the table; the number of an id is its place in the list.</summary>
    public static void Write(string path, IReadOnlyList<string> ids)
    {
        var hashes = new ulong[ids.Count];
        var numbers = new int[ids.Count];
        for (var i = 0; i < hashes.Length; i++) (hashes[i], numbers[i]) = (Hash(ids[i]), i);
        Array.Sort(hashes, numbers);
        using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None);
        file.Write(MemoryMarshal.AsBytes<long>([Magic, ids.Count]));
        file.Write(MemoryMarshal.AsBytes<ulong>(hashes));
        file.Write(MemoryMarshal.AsBytes<int>(numbers));
        file.Flush(flushToDisk: true);
    }

    /// <summary>Opens the table of so many ids.</summary>
    /// <exception cref="IndexException">It is missing or damaged.</exception>
    public static IdTable Open(string path, int count)
    {
        var file = MappedFile.Open(path);
        try
        {
            return new IdTable(file, count);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>The number of the id, or -1. Two ids may have one hash: <paramref name="isIt"/> looks at what has the number.</summary>
    public int Find(string id, Func<int, bool> isIt)
    {
        var hashes = _file.Span<ulong>(HeaderLength, _count);
        var numbers = _file.Span<int>(HeaderLength + (_count * (long)sizeof(ulong)), _count);
        var hash = Hash(id);
        var found = hashes.BinarySearch(hash);
        if (found < 0) return -1;
        while (found > 0 && hashes[found - 1] == hash) found--;
        for (; found < _count && hashes[found] == hash; found++)
        {
            if (numbers[found] < 0 || numbers[found] >= _count) throw _file.Damaged("it gives a number that there is not");
            if (isIt(numbers[found])) return numbers[found];
        }

        return -1;
    }

    /// <inheritdoc />
    public void Dispose() => _file.Dispose();

    private static ulong Hash(string id) => BitConverter.ToUInt64(SHA256.HashData(Encoding.UTF8.GetBytes(id)));
}
