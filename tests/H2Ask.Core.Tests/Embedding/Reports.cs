namespace H2Ask.Core.Tests.Embedding;

/// <summary>Progress that is told at once, on the thread that makes it.</summary>
internal sealed class Reports(Action<int>? then = null) : IProgress<int>
{
    public List<int> Values { get; } = [];

    public void Report(int value)
    {
        Values.Add(value);
        then?.Invoke(value);
    }
}
