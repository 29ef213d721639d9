namespace H2Ask.Core.Evaluation;

/// <summary>What each question scored, kept to compare with another run: one JSON object a line.</summary>
public static class ResultFile
{
    private const string What = "a result";

    /// <summary>Writes the results.</summary>
    public static void Write(string path, IEnumerable<QuestionScore> questions) =>
        JsonLines.Write(path, questions, EvaluationJsonContext.OfFiles.QuestionScore);

    /// <summary>Reads the results of an earlier run.</summary>
    /// <exception cref="EvaluationException">The file can't be read, or a line is not a result; the message names the line.</exception>
    public static IReadOnlyList<QuestionScore> Read(string path)
    {
        var lines = JsonLines.Read(path, EvaluationJsonContext.OfFiles.QuestionScore, What);
        foreach (var (number, line) in lines)
        {
            if (line.Cited.Any(place => place is null)) throw JsonLines.Fault(path, number, "a cited place is null");
            foreach (var (metric, value) in line.Measures)
            {
                if (value is not (>= 0 and <= 1)) throw JsonLines.Fault(path, number, $"{PlainLine.Of(metric, 40)} is not between 0 and 1");
            }
        }

        return lines.ConvertAll(line => line.Value);
    }
}
