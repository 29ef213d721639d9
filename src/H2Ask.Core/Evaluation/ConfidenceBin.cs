namespace H2Ask.Core.Evaluation;

/// <summary>The answers whose stated confidence lies in one tenth of the scale.</summary>
/// <param name="Least">Where the tenth begins.</param>
/// <param name="Answers">How many answers it holds.</param>
/// <param name="Confidence">Their mean confidence; 0 where there are none.</param>
/// <param name="Correct">The share of them that cite a gold passage; 0 where there are none.</param>
public sealed record ConfidenceBin(double Least, int Answers, double Confidence, double Correct);
