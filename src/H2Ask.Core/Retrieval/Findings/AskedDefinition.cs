using System.Text.RegularExpressions;

namespace H2Ask.Core.Retrieval.Findings;

/// <summary>Tells a question for what something is, or how it is reckoned, and a text that says just that: 本办法所称绿地，是指…; 绿地率（%）=….</summary>
internal static partial class AskedDefinition
{
    /// <summary>So many letters at its end tell a term.</summary>
    private const int Tail = 2;

    /// <summary>A term with the number before it is no longer.</summary>
    private const int LongestTerm = 16;

    /// <summary>Whether a question asks for it.</summary>
    public static bool IsIn(string question) => Asked().IsMatch(question);

    /// <summary>Whether a text defines something that the question names.</summary>
    public static bool IsGiven(string question, string text)
    {
        if (text.Length > 0 && text[^1] is '？' or '?') return false;
        foreach (var defining in Defining().EnumerateMatches(text))
        {
            var term = text.AsSpan(0, defining.Index).TrimEnd("”\"》");
            // What is said in passing (…；公园：30个) defines nothing.
            if (text[defining.Index] is '：' or ':' or '是' && term.Length > LongestTerm) continue;
            if (term.Length >= Tail && question.AsSpan().Contains(term[^Tail..], StringComparison.OrdinalIgnoreCase)) return true;
        }

        return false;
    }

    [GeneratedRegex("什么是|[什啥]么?意思|指的?是?[什啥]|定义|含义|何[谓为]|什么叫|怎么理解|怎么界定|概念(?!验证)|怎么回事|[怎咋]么?[计测]?算出?来?的|^[^，,。]{2,16}是(?:什么|啥)[？?]?$")]
    private static partial Regex Asked();

    [GeneratedRegex("(?:[（(][^（）()]{1,24}[）)])?[”\"]?[，,]?(?:是指|指的是|指(?![导引南标定出明])|系指|即(?![将可使便])|就是|：|:|=|＝|——|是(?!否|不是))")]
    private static partial Regex Defining();
}
