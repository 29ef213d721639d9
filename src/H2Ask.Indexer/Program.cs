using H2Ask.Indexer.Commands;

return await CommandLine.Create().Parse(args).InvokeAsync();
