namespace H2Ask.Core.Embedding.Tokenizing;

/// <summary>Two that take turns: each step reads the one and writes the other.</summary>
internal sealed class Turns<T>
    where T : class, IClearable, new()
{
    private readonly T _first = new();
    private readonly T _second = new();

    public Turns() => (Current, Next) = (_first, _second);

    public T Current { get; private set; }

    public T Next { get; private set; }

    /// <summary>Starts anew, always with the same one: so for the same text the same ones are long enough.</summary>
    public void Start()
    {
        (Current, Next) = (_first, _second);
        Current.Clear();
        Next.Clear();
    }

    /// <summary>What was written is read from now on.</summary>
    public void Turn()
    {
        (Current, Next) = (Next, Current);
        Next.Clear();
    }
}
