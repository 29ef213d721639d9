namespace H2Ask.Qdrant.Wire;

/// <summary>Vectors whose numbers are made smaller each by itself.</summary>
/// <param name="Type">What a number becomes.</param>
/// <param name="Quantile">What share of the numbers is told apart; the rest counts as the outermost.</param>
/// <param name="AlwaysRam">Whether they are kept in memory.</param>
internal sealed record ScalarQuantization(string Type, float Quantile, bool AlwaysRam);
