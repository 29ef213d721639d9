using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using H2Ask.Tests;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace H2Ask.Api.Tests.OpenAi;

public sealed class OpenAiErrorsTests : IDisposable
{
    private readonly TemporaryFolder _index = new();
    private readonly WebApplicationFactory<Program> _service;
    private readonly HttpClient _client;

    public OpenAiErrorsTests()
    {
        _service = new WebApplicationFactory<Program>().WithWebHostBuilder(host => host.UseSetting("Index:Path", _index.Path).UseSetting("Embedding:Model", "none"));
        _client = _service.CreateClient();
    }

    [Theory]
    [InlineData("GET", "/v1/nothing", null, 404)]
    [InlineData("GET", "/V1/nothing", null, 404)]
    [InlineData("DELETE", "/v1/models", null, 405)]
    [InlineData("GET", "/v1/models/h2ask-llm", null, 404)]
    [InlineData("POST", "/v1/chat/completions", "{", 400)]
    [InlineData("POST", "/v1/chat/completions", "", 400)]
    [InlineData("POST", "/v1/embeddings", "null", 400)]
    [InlineData("POST", "/v1/embeddings", """{"model":"h2ask-embed-zh","input":"x"}""", 404)]
    [InlineData("POST", "/v1/embeddings", """{"model":"h2ask-embed-zh","input":{"a":1}}""", 400)]
    [InlineData("POST", "/v1/chat/completions", """{"model":"h2ask-llm","messages":[{"role":"user","content":"x"}]}""", 404)]
    [InlineData("POST", "/v1/chat/completions", """{"model":"h2ask","stream":true,"messages":[{"role":"user","content":"x"}]}""", 503)]
    public async Task Every_error_has_the_shape_that_clients_read(string method, string path, string? body, int status)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        if (body is not null) request.Content = new StringContent(body, Encoding.UTF8, "application/json");

        using var response = await _client.SendAsync(request);

        Assert.Equal(status, (int)response.StatusCode);
        await AssertError(response, status >= 500 ? "server_error" : "invalid_request_error");
    }

    [Fact]
    public async Task A_body_of_another_type_is_an_error_of_that_shape_too()
    {
        using var content = new StringContent("model=h2ask", Encoding.UTF8, "application/x-www-form-urlencoded");

        using var response = await _client.PostAsync("/v1/chat/completions", content);

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, response.StatusCode);
        await AssertError(response, "invalid_request_error");
    }

    [Theory]
    [InlineData(401, "authentication_error", "invalid_api_key")]
    [InlineData(403, "permission_error", null)]
    [InlineData(413, "invalid_request_error", null)]
    [InlineData(429, "rate_limit_error", "rate_limit_exceeded")]
    [InlineData(500, "server_error", null)]
    public async Task What_others_refuse_below_v1_takes_that_shape(int status, string type, string? code)
    {
        var context = new DefaultHttpContext { RequestServices = _service.Services };
        context.Request.Path = "/v1/chat/completions";
        using var body = new MemoryStream();
        context.Response.Body = body;

        await TypedResults.Problem(new ProblemDetails { Status = status, Detail = "Because." }).ExecuteAsync(context);

        Assert.Equal(status, context.Response.StatusCode);
        var error = JsonDocument.Parse(body.ToArray()).RootElement.GetProperty("error");
        Assert.Equal(("Because.", type, code), (error.GetProperty("message").GetString(), error.GetProperty("type").GetString(), error.GetProperty("code").GetString()));
    }

    [Fact]
    public async Task Without_an_embedding_model_none_is_listed()
    {
        var models = await _client.GetFromJsonAsync<JsonElement>("/v1/models");

        Assert.Equal(["h2ask", "h2ask-extractive"], models.GetProperty("data").EnumerateArray().Select(model => model.GetProperty("id").GetString()));
    }

    public void Dispose()
    {
        _client.Dispose();
        _service.Dispose();
        _index.Dispose();
    }

    private static async Task AssertError(HttpResponseMessage response, string type)
    {
        Assert.Equal("application/json", response.Content.Headers.ContentType?.MediaType);
        var error = (await ApiFixture.Json(response)).GetProperty("error");
        Assert.Equal(["message", "type", "param", "code"], error.EnumerateObject().Select(member => member.Name));
        Assert.NotEmpty(error.GetProperty("message").GetString()!);
        Assert.Equal(type, error.GetProperty("type").GetString());
    }
}
