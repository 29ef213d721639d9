using H2Ask.Api.Limits;
using H2Ask.Api.Settings;
using H2Ask.Core.Answering;
using H2Ask.Core.Answering.Llm;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Options;

namespace H2Ask.Api.Hosting;

/// <summary>The LLM that the settings choose, and what answers with it.</summary>
internal static class LlmSetup
{
    /// <summary>Adds the services.</summary>
    public static void AddLlm(this IServiceCollection services)
    {
        services.AddSettings<LlmOptions>(LlmOptions.Section);
        services.AddSingleton<IValidateOptions<LlmOptions>, LlmOptionsValidation>();
        services.AddSingleton<IChatClient>(found => new LimitedChatClient(new OpenAiChatClient(Options(found)), found.GetRequiredService<IOptions<LimitsOptions>>().Value));
        services.AddSingleton(found => new Answerer(Options(found) is { IsConfigured: true } options ? new LlmAnswerer(found.GetRequiredService<IChatClient>(), options) : null));
    }

    private static LlmOptions Options(IServiceProvider services) => services.GetRequiredService<IOptions<LlmOptions>>().Value;
}
