namespace H2Ask.Core.Corpus.Passages;

/// <summary>How long passages are.</summary>
public sealed class PassageOptions
{
    /// <summary>The shortest <see cref="Maximum"/> that can be set.</summary>
    public const int SmallestMaximum = 50;

    private int _minimum = 150;
    private int _maximum = 500;

    /// <summary>Passages shorter than this are joined with their neighbours under the same heading, where there are any (characters; 150 by default).</summary>
    public int Minimum
    {
        get => _minimum;
        set
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            _minimum = value;
        }
    }

    /// <summary>No passage is longer than this, except that a table's row in words may be (characters; 500 by default, at least 50).</summary>
    public int Maximum
    {
        get => _maximum;
        set
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, SmallestMaximum);
            _maximum = value;
        }
    }

    /// <summary>Throws where the two lengths do not fit together.</summary>
    public void Validate()
    {
        if (Minimum * 2 > Maximum)
        {
            throw new ArgumentException($"{nameof(Minimum)} ({Minimum}) must not be more than half of {nameof(Maximum)} ({Maximum}): a long text could not be cut between them.");
        }
    }
}
