using H2Ask.Indexer.Commands;

return await CommandLine.RunAsync(() =>
{
    // What the file sets are the defaults of options, so it is read before they are.
    SettingsFile.ReadNamed(args);
    return CommandLine.Create().Parse(args).InvokeAsync();
});
