using H2Ask.Benchmarks.Tokenizing;

switch (args)
{
    case ["tokenizing", .. var files]:
        return await TokenizingBenchmark.RunAsync(files);
    default:
        Console.Error.WriteLine("usage: dotnet run -c Release --project tests/H2Ask.Benchmarks -- tokenizing [TOKENIZER.JSON ...]");
        return 1;
}
