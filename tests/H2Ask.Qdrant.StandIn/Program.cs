using System.Globalization;
using H2Ask.Qdrant.StandIn;

// The port may be named; else it is Qdrant's own.
var port = args is [var named, ..] ? int.Parse(named, CultureInfo.InvariantCulture) : 6333;
await using var server = await StandInServer.StartAsync(port);
Console.WriteLine($"Stands in for Qdrant at {server.Url}, in memory, until Ctrl+C.");
await server.WaitAsync();
