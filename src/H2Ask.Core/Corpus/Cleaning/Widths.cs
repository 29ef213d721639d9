namespace H2Ask.Core.Corpus.Cleaning;

/// <summary>Brings figures, Latin letters and signs of full width to one width; Chinese sentence marks and brackets stay.</summary>
internal static class Widths
{
    public static char Narrow(char c) => c switch
    {
        '，' or '；' or '：' or '！' or '？' or '（' or '）' => c,
        >= '！' and <= '～' => (char)(c - '！' + '!'),
        '₀' or '₁' or '₂' or '₃' or '₄' or '₅' or '₆' or '₇' or '₈' or '₉' => (char)(c - '₀' + '0'),
        '²' => '2',
        '³' => '3',
        '«' => '《',
        '»' => '》',
        _ => c,
    };
}
