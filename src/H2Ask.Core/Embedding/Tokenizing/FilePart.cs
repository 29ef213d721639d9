using System.Text.Json;

namespace H2Ask.Core.Embedding.Tokenizing;

/// <summary>A part of a tokenizer's file: knows where it stands, and refuses what it should not be with a sentence for the user.</summary>
/// <param name="File">The file.</param>
/// <param name="Name">Where the part stands in it.</param>
/// <param name="Value">What stands there.</param>
internal readonly record struct FilePart(string File, string Name, JsonElement Value)
{
    public bool IsText => Value.ValueKind == JsonValueKind.String;

    public bool IsList => Value.ValueKind == JsonValueKind.Array;

    public bool IsObject => Value.ValueKind == JsonValueKind.Object;

    /// <summary>The kind that the part says it is.</summary>
    public string Kind => Member("type").Text;

    public string Text
    {
        get
        {
            if (!IsText) throw Refuse("should be a text");
            try
            {
                return Value.GetString()!;
            }
            catch (InvalidOperationException cause)
            {
                throw Refuse("is no valid text", cause);
            }
        }
    }

    public bool Flag => Value.ValueKind is JsonValueKind.True or JsonValueKind.False ? Value.GetBoolean() : throw Refuse("should be true or false");

    public double Number => Value.ValueKind == JsonValueKind.Number && Value.TryGetDouble(out var number) && double.IsFinite(number) ? number : throw Refuse("should be a finite number");

    /// <summary>A whole number, not negative: an id or a count.</summary>
    public int Count => Value.ValueKind == JsonValueKind.Number && Value.TryGetInt32(out var count) && count >= 0 ? count : throw Refuse("should be a whole number from 0");

    public FilePart Member(string name) => TryMember(name) ?? throw Refuse($"has no “{name}”");

    /// <summary>A member, unless it is missing or null.</summary>
    public FilePart? TryMember(string name)
    {
        if (!IsObject) throw Refuse("should be an object");
        return Value.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? new FilePart(File, Within(name), value) : null;
    }

    public bool FlagOf(string name, bool byDefault) => TryMember(name)?.Flag ?? byDefault;

    public IEnumerable<FilePart> Items()
    {
        if (!IsList) throw Refuse("should be a list");
        var index = 0;
        foreach (var item in Value.EnumerateArray()) yield return new FilePart(File, $"{Name}[{index++}]", item);
    }

    public IEnumerable<(string Name, FilePart Value)> Members()
    {
        if (!IsObject) throw Refuse("should be an object");
        foreach (var member in Value.EnumerateObject())
        {
            string name;
            try
            {
                name = member.Name;
            }
            catch (InvalidOperationException cause)
            {
                throw Refuse("has a name that is no valid text", cause);
            }

            yield return (name, new FilePart(File, Within(name), member.Value));
        }
    }

    public ModelException Unknown(string kind) => Refuse($"is of the kind “{kind}”, which is not known here");

    public ModelException Refuse(string what, Exception? cause = null)
    {
        var sentence = $"{File} can't be used as a tokenizer: its {Name} {what}. Take the tokenizer.json of the model anew, or choose a model whose tokenizer is of the kind WordPiece or Unigram.";
        return cause is null ? new ModelException(sentence) : new ModelException(sentence, cause);
    }

    /// <summary>A hostile name must not fill the sentence.</summary>
    private string Within(string name)
    {
        var brief = name.Length > 40 ? name[..40] + "…" : name;
        return $"{Name}.{brief}";
    }
}
