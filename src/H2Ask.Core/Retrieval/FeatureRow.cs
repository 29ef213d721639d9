namespace H2Ask.Core.Retrieval;

/// <summary>Takes the features of one candidate in their order, and where wanted their names.</summary>
internal ref struct FeatureRow(Span<float> values, List<string>? names = null)
{
    private readonly Span<float> _values = values;

    /// <summary>How many were taken.</summary>
    public int Count { get; private set; }

    /// <summary>Takes a feature.</summary>
    public void Add(string name, float value)
    {
        names?.Add(name);
        _values[Count++] = float.IsFinite(value) ? value : 0;
    }

    /// <summary>Takes a feature that is there or not.</summary>
    public void Add(string name, bool value) => Add(name, value ? 1 : 0);
}
