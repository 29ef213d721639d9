namespace H2Ask.Core.Embedding;

/// <summary>Keeps what many threads use until the last of them has done, though it be disposed of before.</summary>
internal sealed class Lifetime(object owner, Action end)
{
    private readonly Lock _gate = new();
    private int _users;
    private bool _isOver;

    /// <exception cref="ObjectDisposedException">It is over.</exception>
    public Use Begin()
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_isOver, owner);
            _users++;
            return new Use(this);
        }
    }

    /// <summary>Nobody begins to use it from here on; it ends when nobody uses it.</summary>
    public void Close()
    {
        lock (_gate)
        {
            if (_isOver) return;
            _isOver = true;
            if (_users > 0) return;
        }

        end();
    }

    private void Leave()
    {
        lock (_gate)
        {
            if (--_users > 0 || !_isOver) return;
        }

        end();
    }

    public readonly ref struct Use(Lifetime lifetime)
    {
        public void Dispose() => lifetime.Leave();
    }
}
