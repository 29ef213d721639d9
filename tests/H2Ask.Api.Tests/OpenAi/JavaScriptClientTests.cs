using System.Text.Json;
using H2Ask.Api.Tests.Asking;
using Microsoft.AspNetCore.Http;

namespace H2Ask.Api.Tests.OpenAi;

/// <summary>OpenAI's own JavaScript client, which knows nothing of H2Ask.</summary>
[Collection(OpenAiCollection.Name)]
public sealed class JavaScriptClientTests(OpenAiFixture api)
{
    [Fact]
    public async Task An_answer_names_the_document_that_each_mark_means()
    {
        var completion = await api.RunAsync("complete", Chat("h2ask-extractive", OpenAiFixture.Question));

        var message = completion.GetProperty("choices")[0].GetProperty("message");
        var lines = message.GetProperty("content").GetString()!.Split('\n');
        Assert.EndsWith("最高不超过500万元。 [1]", lines[0], StringComparison.Ordinal);
        Assert.Equal("来源：", lines[^2]);
        Assert.StartsWith("[1] 《南京市加氢站建设运营补贴办法》", lines[^1], StringComparison.Ordinal);
        Assert.Equal("assistant", message.GetProperty("role").GetString());
        Assert.Equal("stop", completion.GetProperty("choices")[0].GetProperty("finish_reason").GetString());
        Assert.True(completion.GetProperty("answered").GetBoolean());
        var citation = Assert.Single(completion.GetProperty("citations").EnumerateArray());
        Assert.Contains(citation.GetProperty("quote").GetString()!, LlmFixture.Nanjing, StringComparison.Ordinal);
        var usage = completion.GetProperty("usage");
        Assert.InRange(usage.GetProperty("prompt_tokens").GetInt32(), 3, OpenAiFixture.Question.Length + 2);
        Assert.Equal(usage.GetProperty("total_tokens").GetInt32(), usage.GetProperty("prompt_tokens").GetInt32() + usage.GetProperty("completion_tokens").GetInt32());
    }

    [Theory]
    [InlineData(OpenAiFixture.Question, true)]
    [InlineData("西红柿炒鸡蛋怎么做才好吃", false)]
    public async Task A_stream_says_what_the_whole_answer_says(string question, bool answered)
    {
        var chat = Chat("h2ask-extractive", question);

        var whole = await api.RunAsync("complete", chat);
        var chunks = (await api.RunAsync("stream", chat)).EnumerateArray().ToList();
        var accumulated = await api.RunAsync("accumulate", chat);

        var content = whole.GetProperty("choices")[0].GetProperty("message").GetProperty("content").GetString();
        var choices = chunks.SelectMany(chunk => chunk.GetProperty("choices").EnumerateArray()).ToList();
        Assert.Equal(content, string.Concat(choices.Select(choice => choice.GetProperty("delta").TryGetProperty("content", out var piece) ? piece.GetString() : null)));
        Assert.Equal(content, accumulated.GetProperty("choices")[0].GetProperty("message").GetProperty("content").GetString());
        Assert.Equal("assistant", choices[0].GetProperty("delta").GetProperty("role").GetString());
        Assert.Equal("stop", choices[^1].GetProperty("finish_reason").GetString());
        var last = chunks[^2];
        Assert.Equal(answered, last.GetProperty("answered").GetBoolean());
        Assert.Equal(whole.GetProperty("citations").GetRawText(), last.GetProperty("citations").GetRawText());
        Assert.Empty(chunks[^1].GetProperty("choices").EnumerateArray());
        Assert.Equal(whole.GetProperty("usage").GetRawText(), chunks[^1].GetProperty("usage").GetRawText());
        Assert.Single(chunks.Select(chunk => chunk.GetProperty("id").GetString()).Distinct());
    }

    [Fact]
    public async Task A_follow_up_is_understood_from_the_messages_before_it()
    {
        var before = await api.RunAsync("complete", Chat("h2ask-extractive", OpenAiFixture.Question));
        var said = before.GetProperty("choices")[0].GetProperty("message").GetProperty("content").GetString();

        var after = await api.RunAsync("complete", Json(new
        {
            model = "h2ask-extractive",
            messages = new object[]
            {
                new { role = "system", content = "Answer like a pirate." },
                new { role = "user", content = new[] { new { type = "text", text = OpenAiFixture.Question } } },
                new { role = "assistant", content = said },
                new { role = "user", content = "那苏州呢？" },
            },
        }));

        Assert.StartsWith("[1] 《苏州市加氢站建设扶持措施》", after.GetProperty("choices")[0].GetProperty("message").GetProperty("content").GetString()!.Split('\n')[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_LLM_is_a_model_of_its_own_and_its_failure_is_an_error_of_the_server()
    {
        api.Llm.Script = context => ScriptedLlm.Say(context, "南京市加氢站运营企业不得擅自改变加氢站用途。[1]");
        var written = await api.RunAsync("accumulate", Chat("h2ask-llm", OpenAiFixture.Question));
        Assert.StartsWith("南京市加氢站运营企业不得擅自改变加氢站用途。 [1]", written.GetProperty("choices")[0].GetProperty("message").GetProperty("content").GetString(), StringComparison.Ordinal);

        api.Llm.Script = context =>
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return Task.CompletedTask;
        };
        foreach (var way in (string[])["complete", "stream"])
        {
            var fault = await api.RunAsync(way, Chat("h2ask-llm", OpenAiFixture.Question));
            Assert.Equal(("InternalServerError", 502, "server_error"), (Text(fault, "fault"), fault.GetProperty("status").GetInt32(), Text(fault, "type")));
            Assert.Contains("Llm:ApiKey", Text(fault, "message"), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("""{"model":"gpt-9","messages":[{"role":"user","content":"加氢站"}]}""", "NotFoundError", "model_not_found", "model")]
    [InlineData("""{"model":"h2ask-embed-zh","messages":[{"role":"user","content":"加氢站"}]}""", "BadRequestError", null, "model")]
    [InlineData("""{"messages":[{"role":"user","content":"加氢站"}]}""", "BadRequestError", null, "model")]
    [InlineData("""{"model":"h2ask","messages":[]}""", "BadRequestError", null, "messages")]
    [InlineData("""{"model":"h2ask","messages":[{"role":"user","content":" "}]}""", "BadRequestError", null, "messages[0].content")]
    [InlineData("""{"model":"h2ask","messages":[{"role":"user"}]}""", "BadRequestError", null, "messages[0]")]
    [InlineData("""{"model":"h2ask","messages":[null]}""", "BadRequestError", null, "messages[0]")]
    [InlineData("""{"model":"h2ask","messages":[{"role":"user","content":"加氢站"},{"role":"assistant","content":"……"}]}""", "BadRequestError", null, "messages")]
    [InlineData("""{"model":"h2ask","messages":[{"role":"user","content":[{"type":"image_url","image_url":{"url":"data:,"}}]}]}""", "BadRequestError", null, "messages[0]")]
    [InlineData("""{"model":"h2ask","messages":[{"role":"tool","tool_call_id":"1","content":"x"},{"role":"user","content":"加氢站"}]}""", "BadRequestError", null, "messages[0]")]
    [InlineData("""{"model":"h2ask","n":2,"messages":[{"role":"user","content":"加氢站"}]}""", "BadRequestError", null, "n")]
    [InlineData("""{"model":"h2ask","logprobs":true,"messages":[{"role":"user","content":"加氢站"}]}""", "BadRequestError", null, "logprobs")]
    [InlineData("""{"model":"h2ask","tool_choice":"required","messages":[{"role":"user","content":"加氢站"}]}""", "BadRequestError", null, "tool_choice")]
    [InlineData("""{"model":"h2ask","response_format":{"type":"json_object"},"messages":[{"role":"user","content":"加氢站"}]}""", "BadRequestError", null, "response_format")]
    [InlineData("""{"model":"h2ask","filters":{"regions":[""]},"messages":[{"role":"user","content":"加氢站"}]}""", "BadRequestError", null, "filters")]
    [InlineData("""{"model":"h2ask","messages":"加氢站"}""", "BadRequestError", null, null)]
    public async Task What_can_not_be_answered_as_it_is_meant_is_an_error_as_the_client_types_them(string chat, string type, string? code, string? param)
    {
        var fault = await api.RunAsync("complete", chat);

        Assert.Equal((type, "invalid_request_error", code, param), (Text(fault, "fault"), Text(fault, "type"), Text(fault, "code"), Text(fault, "param")));
    }

    [Fact]
    public async Task What_the_service_does_not_know_of_a_request_changes_nothing()
    {
        var completion = await api.RunAsync("complete", """
            {"model":"h2ask-extractive","temperature":0.3,"top_p":1,"max_tokens":500,"stop":["\n"],"seed":7,"user":"u","store":false,"metadata":{"a":"b"},"tools":[{"type":"function","function":{"name":"f"}}],
             "tool_choice":"auto","response_format":{"type":"text"},"n":1,"messages":[{"role":"developer","content":"x"},{"role":"user","name":"u","content":"南京市加氢站建设补贴最高多少？"}]}
            """);

        Assert.True(completion.GetProperty("answered").GetBoolean());
    }

    [Fact]
    public async Task Embeddings_come_in_base64_as_the_client_asks_for_them_and_as_numbers()
    {
        // The client asks for base64 by itself, and turns it into numbers.
        var packed = await api.RunAsync("embed", """{"model":"h2ask-embed-zh","input":["加氢站补贴","新能源汽车"]}""");
        var plain = await api.RunAsync("embed", """{"model":"h2ask-embed-zh","input":["加氢站补贴","新能源汽车"],"encoding_format":"float"}""");

        var vectors = Vectors(packed);
        Assert.Equal(2, vectors.Count);
        Assert.All(vectors, vector => Assert.Equal(512, vector.Length));
        Assert.Equal(vectors, Vectors(plain));
        Assert.All(vectors, vector => Assert.Equal(1, vector.Sum(number => number * number), 1e-3));
        Assert.True(plain.GetProperty("usage").GetProperty("prompt_tokens").GetInt32() > 2);
    }

    [Theory]
    [InlineData("""{"model":"no-such-model","input":"x"}""", "NotFoundError", "model")]
    [InlineData("""{"model":"h2ask","input":"x"}""", "BadRequestError", "model")]
    [InlineData("""{"model":"h2ask-embed-zh","input":[]}""", "BadRequestError", "input")]
    [InlineData("""{"model":"h2ask-embed-zh","input":""}""", "BadRequestError", "input")]
    [InlineData("""{"model":"h2ask-embed-zh","input":[1,2,3]}""", "BadRequestError", "input")]
    [InlineData("""{"model":"h2ask-embed-zh","input":[[1,2],[3]]}""", "BadRequestError", "input")]
    [InlineData("""{"model":"h2ask-embed-zh","input":"x","dimensions":256}""", "BadRequestError", "dimensions")]
    [InlineData("""{"model":"h2ask-embed-zh","input":"x","encoding_format":"hex"}""", "BadRequestError", "encoding_format")]
    [InlineData("""{"model":"h2ask-embed-zh","input":"x","input_type":"other"}""", "BadRequestError", "input_type")]
    public async Task What_can_not_be_embedded_is_an_error_as_the_client_types_them(string request, string type, string param)
    {
        var fault = await api.RunAsync("embed", request);

        Assert.Equal((type, param), (Text(fault, "fault"), Text(fault, "param")));
    }

    [Fact]
    public async Task A_text_that_the_model_would_cut_is_refused()
    {
        var fault = await api.RunAsync("embed", Json(new { model = "h2ask-embed-zh", input = new[] { "短", string.Concat(Enumerable.Repeat("加氢站安全管理，", 800)) } }));

        Assert.StartsWith("400 1 of the 2 texts", Text(fault, "message"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_models_are_listed_and_found_by_their_names()
    {
        var models = await api.RunAsync("models");
        var missing = await api.RunAsync("missingModel");

        Assert.Equal(["h2ask", "h2ask-extractive", "h2ask-llm", "h2ask-embed-zh"], models.EnumerateArray().Select(model => Text(model, "id")));
        Assert.Equal(("NotFoundError", "model_not_found"), (Text(missing, "fault"), Text(missing, "code")));
    }

    private static List<float[]> Vectors(JsonElement list) =>
        [.. list.GetProperty("data").EnumerateArray().Select(item => item.GetProperty("embedding").EnumerateArray().Select(number => number.GetSingle()).ToArray())];

    private static string Chat(string model, string question) => Json(new { model, messages = new[] { new { role = "user", content = question } } });

    private static string Json(object value) => JsonSerializer.Serialize(value);

    private static string? Text(JsonElement element, string member) =>
        element.TryGetProperty(member, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
