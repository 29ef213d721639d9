namespace H2Ask.Core.Retrieval;

/// <summary>The numbers of a <see cref="RankerModel"/>.</summary>
/// <param name="Features">The names of the features, in their order.</param>
/// <param name="Means">What is taken from each feature.</param>
/// <param name="Scales">What it is multiplied with then.</param>
/// <param name="Hidden">What each hidden unit gives each feature.</param>
/// <param name="Bias">What is added in each hidden unit.</param>
/// <param name="Output">What each hidden unit counts.</param>
/// <param name="Direct">What each feature counts besides.</param>
internal sealed record RankerWeights(
    IReadOnlyList<string> Features, float[] Means, float[] Scales, float[][] Hidden, float[] Bias, float[] Output, float[] Direct);
