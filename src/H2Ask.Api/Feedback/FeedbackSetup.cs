using H2Ask.Api.Hosting;
using H2Ask.Api.Settings;
using H2Ask.Core.Feedback;
using Microsoft.Extensions.Options;

namespace H2Ask.Api.Feedback;

/// <summary>What keeps feedback.</summary>
internal static class FeedbackSetup
{
    /// <summary>Adds the services.</summary>
    public static void AddFeedback(this IServiceCollection services)
    {
        services.AddSettings<FeedbackOptions>(FeedbackOptions.Section)
            .Validate(options => options.LargestFile >= 0, "The setting Feedback:LargestFile must be 0 bytes or more.");
        services.AddSingleton(found =>
        {
            var options = found.GetRequiredService<IOptions<FeedbackOptions>>().Value;
            return new FeedbackFile(options.PathFor(found.GetRequiredService<IOptions<IndexOptions>>().Value.Path), options.LargestFile);
        });
    }
}
