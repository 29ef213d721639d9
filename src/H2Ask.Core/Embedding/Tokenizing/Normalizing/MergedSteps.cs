namespace H2Ask.Core.Embedding.Tokenizing.Normalizing;

/// <summary>
/// Steps in a row in which far characters do not matter, of which at most one looks at neighbours at all. What they make of a character
/// that stands alone is looked up; only stretches around the others go through the steps.
/// </summary>
internal sealed class MergedSteps : TextStep
{
    /// <summary>In place of the one character that most become: see the expansions. (No character becomes half of a pair.)</summary>
    private const char NotOne = '\uD800';

    private readonly LocalStep[] _steps;
    private readonly char[] _ones = new char[0x10000];

    /// <summary>Where in <see cref="_expanded"/> the expansion of a character starts; 0 for a character that is not alone.</summary>
    private readonly int[] _expansions = new int[0x10000];

    /// <summary>Expansions, each with its length before it.</summary>
    private readonly char[] _expanded;

    public MergedSteps(IEnumerable<LocalStep> steps)
    {
        _steps = [.. steps];
        var expanded = new TextBuffer();
        expanded.Append('\0');
        var workspace = new Workspace();
        for (var c = 0; c < _ones.Length; c++) Learn((char)c, expanded, workspace);
        _expanded = expanded.Text.ToArray();
    }

    public override void Apply(ReadOnlySpan<char> text, TextBuffer output, Workspace workspace)
    {
        for (var i = 0; i < text.Length;)
        {
            i += MapAlone(text[i..], output);
            if (i == text.Length) return;
            var start = i;
            if (i > 0)
            {
                start--;
                output.Drop(LengthOf(text[start]));
            }

            var end = EndOfStretch(text, i);
            ApplySteps(text[start..end], output, workspace);
            i = end;
        }
    }

    private bool IsAlone(char c) => _ones[c] != NotOne || _expansions[c] != 0;

    private int LengthOf(char alone) => _ones[alone] != NotOne ? 1 : _expanded[_expansions[alone]];

    /// <summary>Maps the characters up to the first that is not alone; returns how many.</summary>
    private int MapAlone(ReadOnlySpan<char> text, TextBuffer output)
    {
        var ones = _ones;
        var room = output.Reserve(text.Length);
        var written = 0;
        var i = 0;
        for (; i < text.Length; i++)
        {
            var one = ones[text[i]];
            if (one != NotOne)
            {
                room[written++] = one;
                continue;
            }

            var expansion = _expansions[text[i]];
            if (expansion == 0) break;
            var added = _expanded.AsSpan(expansion + 1, _expanded[expansion]);
            if (room.Length - written < text.Length - i + added.Length)
            {
                output.Advance(written);
                room = output.Reserve((text.Length - i + added.Length) * 2);
                written = 0;
            }

            added.CopyTo(room[written..]);
            written += added.Length;
        }

        output.Advance(written);
        return i;
    }

    /// <summary>
    /// The stretch goes on while every other character is not alone: such a one may hold together those at both its sides. It ends after
    /// a character that is alone, before another.
    /// </summary>
    private int EndOfStretch(ReadOnlySpan<char> text, int from)
    {
        var i = from + 1;
        while (i < text.Length && !(IsAlone(text[i]) && IsAlone(text[i - 1]))) i++;
        return i;
    }

    private void ApplySteps(ReadOnlySpan<char> text, TextBuffer output, Workspace workspace)
    {
        var scratch = workspace.Scratch;
        scratch.Start();
        scratch.Current.Append(text);
        foreach (var step in _steps)
        {
            step.Apply(scratch.Current.Text, scratch.Next, workspace);
            scratch.Turn();
        }

        output.Append(scratch.Current.Text);
    }

    private void Learn(char c, TextBuffer expanded, Workspace workspace)
    {
        _ones[c] = NotOne;
        if (!TryAlone(c, workspace)) return;
        var result = workspace.Scratch.Current.Text;
        // What goes away lets its neighbours meet.
        if (result.Length == 0) return;
        if (result.Length == 1 && !char.IsSurrogate(result[0]))
        {
            _ones[c] = result[0];
            return;
        }

        _expansions[c] = expanded.Length;
        expanded.Append((char)result.Length);
        expanded.Append(result);
    }

    /// <summary>Takes the character through the steps, as long as all that it becomes is alone for each.</summary>
    private bool TryAlone(char c, Workspace workspace)
    {
        if (char.IsSurrogate(c)) return false;
        var scratch = workspace.Scratch;
        scratch.Start();
        scratch.Current.Append(c);
        foreach (var step in _steps)
        {
            foreach (var part in scratch.Current.Text)
            {
                if (!step.IsAlone(part)) return false;
            }

            step.Apply(scratch.Current.Text, scratch.Next, workspace);
            scratch.Turn();
        }

        return true;
    }
}
