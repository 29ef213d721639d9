# H2Ask in a container: the service and the command line, built from this checkout.
FROM ubuntu:26.04 AS build
RUN apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends ca-certificates dotnet-sdk-10.0 nodejs npm
WORKDIR /source
COPY . .
RUN dotnet publish src/H2Ask.Api --configuration Release --output /app \
 && dotnet publish src/H2Ask.Indexer --configuration Release --output /app

FROM ubuntu:26.04
RUN apt-get update \
 && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends aspnetcore-runtime-10.0 \
 && rm -rf /var/lib/apt/lists/* \
 && useradd --system --uid 10001 h2ask \
 && install -d -o h2ask /data
COPY --from=build /app /app
COPY models /app/models
COPY seeds /corpus
USER h2ask
VOLUME /data
ENV Index__Path=/data/index Documents__Corpus__0=/corpus
EXPOSE 5080
HEALTHCHECK --interval=10s --timeout=3s --start-period=10s CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/5080 && printf 'GET /health/ready HTTP/1.0\\r\\n\\r\\n' >&3 && head -n 1 <&3 | grep -q ' 200 '"]
# Without keys it does not start, since others reach it: set Access__Keys__0__Name and Access__Keys__0__Hash, or Access__Open=true.
CMD ["dotnet", "/app/H2Ask.Api.dll", "--urls", "http://0.0.0.0:5080"]
