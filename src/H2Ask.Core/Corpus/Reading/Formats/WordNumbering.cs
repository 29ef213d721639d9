using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace H2Ask.Core.Corpus.Reading.Formats;

/// <summary>Counts a Word file's automatic numbers, which stand nowhere in its text.</summary>
internal sealed class WordNumbering
{
    private const int Levels = 9;

    private readonly Dictionary<int, AbstractNum> _abstracts = [];
    private readonly Dictionary<int, NumberingInstance> _instances = [];
    private readonly Dictionary<int, int[]> _counters = [];
    private readonly HashSet<(int Number, int Level)> _restarted = [];

    public WordNumbering(NumberingDefinitionsPart? part)
    {
        if (part?.Numbering is not { } numbering) return;
        foreach (var definition in numbering.Elements<AbstractNum>())
        {
            if (definition.AbstractNumberId?.Value is { } id) _abstracts.TryAdd(id, definition);
        }

        foreach (var instance in numbering.Elements<NumberingInstance>())
        {
            if (instance.NumberID?.Value is { } id) _instances.TryAdd(id, instance);
        }
    }

    /// <summary>The number in front of the next paragraph of a list, with what stands between it and the text; empty where it shows none.</summary>
    public string Next(int number, int level)
    {
        if (level is < 0 or >= Levels || !_instances.TryGetValue(number, out var instance)) return "";
        if (instance.AbstractNumId?.Val?.Value is not { } abstractId || !_abstracts.TryGetValue(abstractId, out var definition)) return "";
        if (FindLevel(instance, definition, level) is not { } shape) return "";
        var counters = Counters(abstractId);
        var restart = StartOverride(instance, level);
        if (restart is { } first && _restarted.Add((number, level))) counters[level] = first;
        else counters[level] = counters[level] == int.MinValue ? Start(shape) : counters[level] + 1;
        for (var deeper = level + 1; deeper < Levels; deeper++)
        {
            if (FindLevel(instance, definition, deeper)?.LevelRestart?.Val?.Value != 0) counters[deeper] = int.MinValue;
        }

        var format = Format(shape);
        if (format == "bullet") return "• ";
        var label = Label(shape, counters, which => FindLevel(instance, definition, which));
        return label.Length == 0 ? "" : label + Suffix(shape, label[^1]);
    }

    private int[] Counters(int abstractId)
    {
        if (_counters.TryGetValue(abstractId, out var counters)) return counters;
        counters = new int[Levels];
        Array.Fill(counters, int.MinValue);
        return _counters[abstractId] = counters;
    }

    private static string Label(Level shape, int[] counters, Func<int, Level?> find)
    {
        var pattern = shape.LevelText?.Val?.Value ?? "";
        var label = new StringBuilder();
        var isLegal = shape.IsLegalNumberingStyle is { } legal && (legal.Val is null || legal.Val.Value);
        for (var i = 0; i < pattern.Length; i++)
        {
            if (pattern[i] != '%' || i + 1 == pattern.Length || pattern[i + 1] is < '1' or > '9')
            {
                label.Append(pattern[i]);
                continue;
            }

            var level = pattern[++i] - '1';
            var counted = find(level);
            var value = counters[level] != int.MinValue ? counters[level] : counted is null ? 1 : Start(counted);
            var format = counted is null ? null : Format(counted);
            label.Append(WordNumbers.Write(value, isLegal && format != "none" ? "decimal" : format));
        }

        return label.ToString();
    }

    // 一、 needs nothing behind it; 第一章 and 1.1 do.
    private static string Suffix(Level shape, char last) =>
        shape.LevelSuffix?.Val?.InnerText == "nothing" || last is '、' or '．' or '.' or ')' or '）' or '。' or '：' ? "" : " ";

    private static Level? FindLevel(NumberingInstance instance, AbstractNum definition, int level) =>
        Override(instance, level)?.Level ?? definition.Elements<Level>().FirstOrDefault(shape => shape.LevelIndex?.Value == level);

    private static LevelOverride? Override(NumberingInstance instance, int level) =>
        instance.Elements<LevelOverride>().FirstOrDefault(shape => shape.LevelIndex?.Value == level);

    private static int? StartOverride(NumberingInstance instance, int level) => Override(instance, level)?.StartOverrideNumberingValue?.Val?.Value;

    private static int Start(Level shape) => shape.StartNumberingValue?.Val?.Value ?? 1;

    private static string Format(Level shape) => shape.NumberingFormat?.Val?.InnerText ?? "decimal";
}
