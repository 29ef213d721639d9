using System.Collections;

namespace H2Ask.Core.Index;

/// <summary>A list whose members are read when they are asked for.</summary>
internal sealed class LazyList<T>(int count, Func<int, T> read) : IReadOnlyList<T>
{
    public int Count => count;

    public T this[int index] => index >= 0 && index < count ? read(index) : throw new ArgumentOutOfRangeException(nameof(index));

    public IEnumerator<T> GetEnumerator()
    {
        for (var i = 0; i < count; i++) yield return read(i);
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
