using System.Collections;

namespace H2Ask.Core.Corpus.Reading;

/// <summary>The texts of the files, read one after the other while they are enumerated. It is enumerated once.</summary>
public sealed class SourceFeed : IEnumerable<SourceText>
{
    private readonly List<SkippedFile> _skipped = [];
    private IEnumerable<IStretches>? _files;
    private IStretches? _current;

    internal SourceFeed(Func<Action<SkippedFile>, IEnumerable<IStretches>> files) => _files = files(_skipped.Add);

    /// <summary>What was skipped so far.</summary>
    public IReadOnlyList<SkippedFile> Skipped => _skipped;

    /// <summary>
    /// Asks for the end of the text that was given last, from <paramref name="from"/> on, to be given again at the start of the file's next
    /// stretch: for a document that goes on there. The answer is where the next stretch begins in that text: what stands before it must be
    /// used now. Text of a CSV file is held back from an article's start. The place is later than asked where more than half a stretch would be held back, and the text's end where no more of the file follows.
    /// </summary>
    public int HoldBack(int from) =>
        _current?.HoldBack(from) ?? throw new InvalidOperationException("No text has been read that could be held back.");

    /// <summary>Notes a file that was read, but of whose text nothing could be made.</summary>
    internal void Skip(SkippedFile file) => _skipped.Add(file);

    /// <inheritdoc />
    public IEnumerator<SourceText> GetEnumerator()
    {
        var files = _files ?? throw new InvalidOperationException("The files were read already.");
        _files = null;
        return Enumerate(files);
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private IEnumerator<SourceText> Enumerate(IEnumerable<IStretches> files)
    {
        foreach (var file in files)
        {
            _current = file;
            while (file.Next() is { } text) yield return text;
        }

        _current = null;
    }
}
