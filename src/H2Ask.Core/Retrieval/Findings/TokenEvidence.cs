namespace H2Ask.Core.Retrieval.Findings;

/// <summary>How a text meets a question's tokens.</summary>
/// <param name="Nearest">How near the nearest of its tokens is to each of the question's, from 0.</param>
/// <param name="Sum">The sum of its tokens' vectors.</param>
/// <param name="Tokens">How many tokens it has.</param>
/// <param name="Near">How many of them are near one of the question's.</param>
/// <param name="Asked">How near its tokens are to the question's, by weight.</param>
/// <param name="Spread">Over what share of it the tokens are scattered that meet the question's.</param>
internal sealed record TokenEvidence(float[] Nearest, float[] Sum, int Tokens, int Near, float Asked, float Spread);
