# What ./run and ./test need on the machine. Sourced by both; says what is missing and how to get it.

complain() { printf 'h2ask: %s\n' "$*" >&2; exit 1; }

require_tools() {
  command -v dotnet >/dev/null || complain "the .NET 10 SDK is missing. Get it from https://dotnet.microsoft.com/download/dotnet/10.0 (or your system's package dotnet-sdk-10.0), then start again."
  local version
  version=$(dotnet --version 2>/dev/null) || complain "this needs the .NET 10 SDK, but only these are installed: $(dotnet --list-sdks 2>/dev/null | tr '\n' ' '). Get it from https://dotnet.microsoft.com/download/dotnet/10.0."
  [ "${version%%.*}" -ge 10 ] || complain "this needs the .NET 10 SDK, but dotnet is $version. Get it from https://dotnet.microsoft.com/download/dotnet/10.0."
  # npm fetches ONNX Runtime for the first build, unless the NuGet package is chosen instead.
  if [ ! -f eng/OnnxRuntime/node_modules/.package-lock.json ] && [ "${OnnxRuntimeFromNuGet:-}" != true ]; then
    command -v npm >/dev/null || complain "Node.js with npm is missing (18 or later). Get it from https://nodejs.org (or your system's packages nodejs and npm), then start again."
    version=$(node --version 2>/dev/null | tr -d v)
    [ "${version%%.*}" -ge 18 ] 2>/dev/null || complain "this needs Node.js 18 or later, but node is ${version:-missing}. Get it from https://nodejs.org, then start again."
  fi
}
