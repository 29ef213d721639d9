namespace H2Ask.Core.Corpus.Describing;

/// <summary>A province, prefecture, county or zone of China.</summary>
internal sealed class Place
{
    private readonly List<Place> _children = [];

    /// <summary>Makes a place and enters it with its parent.</summary>
    /// <param name="name">The official name.</param>
    /// <param name="usualName">What it is called mostly: 内蒙古 for 内蒙古自治区; null where that is the official name.</param>
    /// <param name="parent">The place that it is part of.</param>
    public Place(string name, string? usualName, Place? parent)
    {
        Name = name;
        Parent = parent;
        Path = parent is null ? [name] : [.. parent.Path, name];
        usualName ??= name;
        ShortName = usualName.Length > 2 && usualName[^1] is '市' or '区' or '县' or '旗' ? usualName[..^1] : usualName;
        parent?._children.Add(this);
    }

    /// <summary>The official name: 大兴区.</summary>
    public string Name { get; }

    /// <summary>The usual name without 市, 区, 县 or 旗, where two letters are left.</summary>
    public string ShortName { get; }

    /// <summary>The place that it is part of.</summary>
    public Place? Parent { get; }

    /// <summary>The names from the province down to itself.</summary>
    public IReadOnlyList<string> Path { get; }

    /// <summary>The places that are part of it, one step down.</summary>
    public IReadOnlyList<Place> Children => _children;

    /// <summary>Whether it is one of the four cities that are provinces.</summary>
    public bool IsMunicipality => Parent is null && Name[^1] == '市';

    /// <summary>Whether it is a county, a district or a county-level city.</summary>
    public bool IsCounty => Parent is { } parent && (parent.Parent is not null || parent.IsMunicipality || Name[^1] is '区' or '县');

    /// <summary>Whether it is the other place or part of it.</summary>
    public bool IsWithin(Place other)
    {
        for (var place = this; place is not null; place = place.Parent)
        {
            if (ReferenceEquals(place, other)) return true;
        }

        return false;
    }
}
