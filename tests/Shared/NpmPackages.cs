namespace H2Ask.Tests;

/// <summary>Clients of others that tests use: fetched with npm once, pinned by hash in the folder's package-lock.json.</summary>
internal static class NpmPackages
{
    /// <summary>Fetches what a folder's package-lock.json names, where it is not there yet.</summary>
    public static async Task InstallAsync(string folder)
    {
        // npm writes this file last, so a fetch that was cut off is begun anew.
        var fetched = Path.Combine(folder, "node_modules", ".package-lock.json");
        if (File.Exists(fetched) && File.GetLastWriteTimeUtc(fetched) >= File.GetLastWriteTimeUtc(Path.Combine(folder, "package-lock.json"))) return;
        var (status, _, errors) = await ChildProcess.RunAsync("npm", "--prefix", folder, "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error");
        if (status != 0) throw new InvalidOperationException($"npm could not fetch the packages of {folder}: {errors}");
        File.SetLastWriteTimeUtc(fetched, DateTime.UtcNow);
    }
}
