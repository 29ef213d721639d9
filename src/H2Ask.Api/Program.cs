using H2Ask.Api.Asking;
using H2Ask.Api.Documents;
using H2Ask.Api.Hosting;
using H2Ask.Web;

var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
builder.AddH2Ask();

var app = builder.Build();
app.UseProblems();
app.MapAsking();
app.MapDocuments();
app.MapHealth();
app.MapOpenApi();
app.MapChatPage();
return await app.RunOrExplainAsync();
