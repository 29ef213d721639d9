namespace H2Ask.Core.Embedding.Tokenizing.Splitting;

/// <summary>Divides at the matches of a pattern, or, inverted, at what lies between them.</summary>
internal sealed class PatternSplit(Pattern pattern, SplitBehaviour behaviour, bool isInverted = false) : SplitStep
{
    public override void Apply(Workspace workspace)
    {
        var segments = workspace.Segments;
        for (var i = 0; i < segments.Current.Count; i++)
        {
            var (start, end) = segments.Current[i];
            var pieces = new Pieces(segments.Next, behaviour);
            var done = start;
            var text = workspace.Texts.Current.Text[..end];
            while (pattern.TryFind(text, done, out var from, out var to))
            {
                pieces.Add(done, from, isInverted);
                pieces.Add(from, to, !isInverted);
                done = to;
            }

            pieces.Add(done, end, isInverted);
            pieces.End();
        }

        segments.Turn();
    }

    /// <summary>Joins matches and what lies between them as the behaviour wants it.</summary>
    private ref struct Pieces(Segments segments, SplitBehaviour behaviour)
    {
        private bool _hasLast;
        private bool _lastIsMatch;
        private int _waitingFrom = -1;
        private int _waitingTo;

        public void Add(int start, int end, bool isMatch)
        {
            if (start == end) return;
            switch (behaviour)
            {
                case SplitBehaviour.Removed:
                    if (!isMatch) segments.Add(start, end);
                    break;
                case SplitBehaviour.Isolated:
                    segments.Add(start, end);
                    break;
                case SplitBehaviour.Contiguous:
                    AddOrExtend(start, end, _lastIsMatch == isMatch);
                    break;
                case SplitBehaviour.MergedWithPrevious:
                    AddOrExtend(start, end, isMatch && !_lastIsMatch);
                    break;
                case SplitBehaviour.MergedWithNext:
                    AddWithWaiting(start, end, isMatch);
                    break;
            }

            _hasLast = true;
            _lastIsMatch = isMatch;
        }

        /// <summary>Adds a match that waited for what follows it.</summary>
        public void End()
        {
            if (_waitingFrom >= 0) segments.Add(_waitingFrom, _waitingTo);
            _waitingFrom = -1;
        }

        private readonly void AddOrExtend(int start, int end, bool extends)
        {
            if (_hasLast && extends) segments.ExtendLast(end);
            else segments.Add(start, end);
        }

        private void AddWithWaiting(int start, int end, bool isMatch)
        {
            if (isMatch)
            {
                End();
                (_waitingFrom, _waitingTo) = (start, end);
                return;
            }

            segments.Add(_waitingFrom >= 0 ? _waitingFrom : start, end);
            _waitingFrom = -1;
        }
    }
}
