using System.Text.RegularExpressions;

namespace H2Ask.Core.Corpus.Describing;

/// <summary>The fields that government sites print around a document: 发文机关：…, 成文日期：…, 发布日期：….</summary>
/// <param name="Bodies">发文机关.</param>
/// <param name="Issued">成文日期.</param>
/// <param name="Published">发布日期.</param>
/// <param name="Effective">施行日期.</param>
/// <param name="Expires">失效日期.</param>
internal sealed partial record FieldLines(IReadOnlyList<string> Bodies, PolicyDate? Issued, PolicyDate? Published, PolicyDate? Effective, PolicyDate? Expires)
{
    private const int Opening = 700;

    /// <summary>Reads the fields in front of a document's text.</summary>
    public static FieldLines Read(DenseText text)
    {
        FieldLines fields = new([], null, null, null, null);
        foreach (var match in Label().EnumerateMatches(text.Text.AsSpan(0, Math.Min(text.Length, Opening))))
        {
            var value = match.Index + match.Length;
            fields = text.Text.AsSpan(match.Index, 2) switch
            {
                "发文" or "制定" or "颁布" when text.Text[match.Index + 2] is not ('日' or '时') => fields with { Bodies = BodiesAt(text, value) },
                "成文" or "发文" or "印发" or "签发" => fields with { Issued = DateAt(text, value) ?? fields.Issued },
                "发布" or "公开" or "公布" => fields with { Published = DateAt(text, value) ?? fields.Published },
                "施行" or "实施" or "生效" => fields with { Effective = DateAt(text, value) ?? fields.Effective },
                "失效" or "废止" => fields with { Expires = DateAt(text, value) ?? fields.Expires },
                _ => fields,
            };
        }

        if (StandardCover().Match(text.Text, 0, Math.Min(text.Length, Opening)) is { Success: true } cover)
        {
            fields = fields with { Issued = DateAt(text, cover.Groups["issued"].Index), Effective = DateAt(text, cover.Groups["effective"].Index) };
        }

        return fields;
    }

    private static PolicyDate? DateAt(DenseText text, int at) => ChineseDate.TryRead(text.Text, at, out var date, out _) ? date : null;

    private static IReadOnlyList<string> BodiesAt(DenseText text, int at)
    {
        var end = at;
        while (end < text.Length && end - at < 80 && !(end > at && text.LineBreakBefore(end)) && text.Text[end] is not (':' or '。' or '〔')) end++;
        return BodyNames.Split(text, at, end);
    }

    /// <summary>The dates on the cover of a standard: 2017-10-14 发布 2018-05-01 实施.</summary>
    [GeneratedRegex("(?<issued>20\\d\\d-\\d\\d-\\d\\d)发布(?<effective>20\\d\\d-\\d\\d-\\d\\d)实施")]
    private static partial Regex StandardCover();

    [GeneratedRegex("(?:成文日期|成文时间|发文日期|发文时间|印发日期|签发日期|发布日期|发布时间|公开日期|公布日期|施行日期|实施日期|生效日期|失效日期|废止日期|发文机关|发文单位|制定机关|颁布单位|发文机构):")]
    private static partial Regex Label();
}
