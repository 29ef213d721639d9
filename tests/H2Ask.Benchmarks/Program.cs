using H2Ask.Benchmarks.Embedding;
using H2Ask.Core.Embedding;

try
{
    return args switch
    {
        ["embedding", .. var rest] => EmbeddingBenchmark.Run(rest),
        _ => Usage(),
    };
}
catch (Exception fault) when (fault is ModelException or ArgumentException)
{
    Console.Error.WriteLine(fault.Message);
    return 1;
}

static int Usage()
{
    Console.Error.WriteLine(
        """
        usage: dotnet run -c Release --project tests/H2Ask.Benchmarks -- embedding --model FOLDER [--texts N] [--rounds N] [--batch TOKENS]
        """);
    return 1;
}
