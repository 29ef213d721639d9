using H2Ask.Api.Hosting;
using H2Ask.Api.Settings;
using H2Ask.Api.Telemetry;
using H2Ask.Tests;
using Microsoft.Extensions.DependencyInjection;

namespace H2Ask.Api.Tests.Settings;

public sealed class SettingsTests
{
    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "H2Ask.Api.dll");

    [Theory]
    [InlineData("README.md")]
    [InlineData("README.zh.md")]
    public async Task Every_setting_is_documented(string file)
    {
        await using var app = ServiceStart.BuildOrExplain([])!;
        var sections = app.Services.GetServices<SettingsSection>().Append(new SettingsSection(QuestionLogOptions.Section, typeof(QuestionLogOptions)));
        var readme = await File.ReadAllTextAsync(Path.Combine(Repository.Root, file));

        var names = sections.SelectMany(section => Names(section.Name, section.Options)).ToList();
        Assert.Contains("Access:Keys:0:Hash", names);
        Assert.All(names, name => Assert.Contains($"`{name}`", readme, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("There is no setting Limits:Brust: Limits takes Burst,", "--Limits:Brust", "3")]
    [InlineData("There is no setting Access:Keys:0:Pass: Access:Keys:0 takes Name, Hash, Write.", "--Access:Keys:0:Pass", "x")]
    [InlineData("The setting Access:Keys is a list: its first member is Access:Keys:0.", "--Access:Keys", "h2a_the-key-itself")]
    [InlineData("The setting Access:Keys:Hash is no value: it takes Name, Hash, Write, as Access:Keys:0:Name.", "--Access:Keys:Hash", "h2a_the-key-itself")]
    [InlineData("The setting Access:Proxies is a list", "--Access:Proxies", "10.0.0.2")]
    [InlineData("The setting Documents:Corpus:0 must be one value", "--Documents:Corpus:0:Path", "seeds")]
    [InlineData("The setting Limits:Burst must be one value", "--Limits:Burst:Most", "3")]
    [InlineData("The setting Limits:PerSecond must be a number from 1", "--Limits:PerSecond", "0")]
    [InlineData("The setting Limits:AtOnce must be a whole number.", "--Limits:AtOnce", "many")]
    [InlineData("The setting Access:Open must be true or false.", "--Access:Open", "ja")]
    [InlineData("The setting Llm:Temperature must be a number.", "--Llm:Temperature", "warm")]
    [InlineData("The setting Access:Keys:0:Hash must be", "--Access:Keys:0:Name", "a", "--Access:Keys:0:Hash", "h2a_the-key-itself")]
    [InlineData("The setting Access:Proxies:0 must be", "--Access:Proxies:0", "proxy")]
    [InlineData("The setting Access:Origins:0 must be", "--Access:Origins:0", "*")]
    [InlineData("The setting Telemetry:Endpoint must be", "--Telemetry:Endpoint", "collector:4318")]
    [InlineData("The setting Logging:Questions must be true or false.", "--Logging:Questions", "may 'be' to type 'x'")]
    [InlineData("There is no file", "--settings", "nowhere.json")]
    [InlineData("There is no setting Limit. The first names of settings are Access,", "--Limit:Burst", "4")]
    public async Task A_wrong_setting_stops_the_start_and_is_named(string sentence, params string[] settings)
    {
        var (status, _, errors) = await ChildProcess.RunAsync("dotnet", [Program, "--urls", "http://127.0.0.1:0", "--Embedding:Model", "none", .. settings]);

        Assert.Equal(1, status);
        Assert.StartsWith("h2ask: ", errors, StringComparison.Ordinal);
        Assert.Contains(sentence, errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", errors, StringComparison.Ordinal);
        Assert.DoesNotContain("the-key-itself", errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"Access": {"Keys": [null]}}""", "Access:Keys:0 is no value: it takes Name")]
    [InlineData("""{"Access": {"Keys": [{"Name": "a", "Hash": null}]}}""", "Access:Keys:0:Hash must be one value")]
    [InlineData("""{"Telemetry": {"Endpoint": null}}""", "Telemetry:Endpoint must be one value")]
    [InlineData("""{"Documents": {"Corpus": [null]}}""", "Documents:Corpus:0 must be one value")]
    public async Task A_setting_without_a_value_stops_the_start_and_is_named(string file, string sentence)
    {
        using var folder = new TemporaryFolder();
        folder.With("mine.json", file);

        var (status, _, errors) = await ChildProcess.RunAsync(
            "dotnet", [Program, "--urls", "http://127.0.0.1:0", "--Embedding:Model", "none", "--settings", Path.Combine(folder.Path, "mine.json")]);

        Assert.Equal(1, status);
        Assert.StartsWith($"h2ask: The setting {sentence}", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_of_settings_that_is_no_JSON_is_named_with_the_line()
    {
        using var folder = new TemporaryFolder();
        folder.With("mine.json", "{\n  \"Limits\": {\n    \"Burst\": 7;\n  }\n}");

        var (status, _, errors) = await ChildProcess.RunAsync("dotnet", [Program, "--settings", Path.Combine(folder.Path, "mine.json")]);

        Assert.Equal(1, status);
        Assert.Contains("mine.json", errors, StringComparison.Ordinal);
        Assert.Contains("It is no JSON at line 3, byte 15.", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_of_settings_goes_before_the_usual_and_after_the_command_line()
    {
        using var folder = new TemporaryFolder();
        folder.With("mine.json", """{"Index": {"Path": "from-the-file"}, "Limits": {"Burst": 7}}""");

        await using var app = ServiceStart.BuildOrExplain(["--settings", Path.Combine(folder.Path, "mine.json"), "--Limits:Burst", "8"])!;

        Assert.Equal("from-the-file", app.Configuration["Index:Path"]);
        Assert.Equal("8", app.Configuration["Limits:Burst"]);
    }

    private static IEnumerable<string> Names(string place, Type type) => type.GetProperties().Where(property => property.CanWrite).SelectMany(property =>
        property.PropertyType.GetElementType() is { } element && element != typeof(string)
            ? Names($"{place}:{property.Name}:0", element)
            : [$"{place}:{property.Name}{(property.PropertyType.IsArray ? ":0" : string.Empty)}"]);
}
