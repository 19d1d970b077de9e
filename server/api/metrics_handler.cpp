#include "server/api/api.h"
#include "shared/rules/directory.h"

#include <array>
#include <charconv>
#include <filesystem>

namespace fieldbook::server::api {
namespace {

// A label's value in the text format of Prometheus.
std::string escaped(std::string_view text)
{
    std::string out;
    for (const char c : text) {
        if (c == '\\' || c == '"') {
            out += '\\';
        }
        out += c;
    }
    return out;
}

class Writer {
public:
    void family(std::string_view name, std::string_view kind, std::string_view help)
    {
        name_ = name;
        text_ += "# HELP " + name_ + ' ' + std::string{help} + '\n';
        text_ += "# TYPE " + name_ + ' ' + std::string{kind} + '\n';
    }
    void sample(const std::string& labels, std::string_view value)
    {
        text_ += name_ + labels + ' ' + std::string{value} + '\n';
    }
    void sample(const std::string& labels, std::int64_t value)
    {
        sample(labels, std::to_string(value));
    }
    template <class Number>
    void single(std::string_view name,
                std::string_view kind,
                std::string_view help,
                const std::atomic<Number>& value)
    {
        family(name, kind, help);
        sample({}, std::to_string(value.load(std::memory_order_relaxed)));
    }
    [[nodiscard]] std::string take() { return std::move(text_); }

private:
    std::string name_;
    std::string text_;
};

std::string seconds(std::uint64_t micros)
{
    std::array<char, 40> text{};
    const double value = static_cast<double>(micros) / 1e6;
    const auto end = std::to_chars(text.data(), text.data() + text.size(), value).ptr;
    return {text.data(), end};
}

void writeRoutes(Writer& out, const net::Metrics& metrics)
{
    out.family("fieldbook_http_requests_total", "counter", "Answered requests.");
    for (const auto& route : metrics.routes) {
        for (std::size_t slot = 0; slot < route.byStatus.size(); ++slot) {
            const auto count = route.byStatus[slot].load(std::memory_order_relaxed);
            if (count > 0) {
                out.sample("{route=\"" + escaped(route.route) + "\",status=\"" +
                               std::to_string(slot + 100) + "\"}",
                           std::to_string(count));
            }
        }
    }
    out.family("fieldbook_http_request_seconds_total", "counter", "Time spent on requests.");
    for (const auto& route : metrics.routes) {
        const auto micros = route.durationMicros.load(std::memory_order_relaxed);
        if (micros > 0) {
            out.sample("{route=\"" + escaped(route.route) + "\"}", seconds(micros));
        }
    }
}

// The file with what its log holds beside it.
std::int64_t bytesOf(const std::filesystem::path& store)
{
    std::int64_t bytes = 0;
    for (const auto* part : {"", "-wal"}) {
        auto file = store;
        file += part;
        std::error_code error;
        const auto size = std::filesystem::file_size(file, error);
        bytes += error ? 0 : static_cast<std::int64_t>(size);
    }
    return bytes;
}

void writeStore(Writer& out, const Services& services)
{
    const auto view = services.store.read();
    const auto figures = view->figures();
    const auto tell = [&](std::string_view name, std::string_view kind, std::string_view help,
                          std::int64_t value) {
        out.family(name, kind, help);
        out.sample({}, value);
    };
    tell("fieldbook_store_head", "counter", "The sequence of the last commit.", view->head());
    tell("fieldbook_devices", "gauge", "Devices that were ever enrolled.", figures.devices);
    tell("fieldbook_sessions_open", "gauge", "Sessions that have not ended.", figures.sessions);
    tell("fieldbook_changes_refused_total", "counter", "Changes that were refused.",
         figures.refused);
    tell("fieldbook_changes_held", "gauge", "Changes in quarantine.", figures.held);
    tell("fieldbook_trail_entries_total", "counter", "Entries of the audit trail.",
         figures.trailEntries);
    tell("fieldbook_files", "gauge", "Uploaded files.", figures.files);
    tell("fieldbook_files_bytes", "gauge", "Bytes of uploaded files.", figures.filesBytes);
    tell("fieldbook_store_bytes", "gauge", "Bytes of the store.", bytesOf(services.storeFile));
    std::error_code error;
    const auto disk = std::filesystem::space(services.storeFile.parent_path(), error);
    tell("fieldbook_disk_free_bytes", "gauge", "Bytes free where the store is.",
         error ? 0 : static_cast<std::int64_t>(disk.available));
    const auto backup = parseRfc3339(view->setting("backup.last").value_or(""));
    tell("fieldbook_last_backup_timestamp_seconds", "gauge",
         "When a backup was last made; 0: never.", backup ? toMillis(*backup) / 1'000 : 0);
    out.family("fieldbook_build_info", "gauge", "The version that runs.");
    out.sample("{version=\"" + escaped(services.version) + "\"}", 1);
}

std::string render(const Services& services)
{
    const net::Metrics& metrics = services.metrics;
    Writer out;
    out.single("fieldbook_connections_open", "gauge", "Connections.", metrics.connectionsOpen);
    out.single("fieldbook_connections_accepted_total", "counter", "Connections accepted.",
               metrics.connectionsAccepted);
    out.single("fieldbook_connections_refused_total", "counter", "Connections over a limit.",
               metrics.connectionsRefused);
    out.single("fieldbook_requests_limited_total", "counter",
               "Requests refused because their address sent too many.", metrics.requestsLimited);
    out.single("fieldbook_tls_handshakes_failed_total", "counter", "TLS handshakes that failed.",
               metrics.handshakesFailed);
    out.single("fieldbook_bytes_read_total", "counter", "Bytes received.", metrics.bytesRead);
    out.single("fieldbook_bytes_written_total", "counter", "Bytes sent.", metrics.bytesWritten);
    out.single("fieldbook_requests_in_flight", "gauge", "Requests being answered.",
               metrics.requestsInFlight);
    out.single("fieldbook_websockets_open", "gauge", "WebSockets.", metrics.webSocketsOpen);
    out.single("fieldbook_websocket_messages_total", "counter", "Pokes sent.",
               metrics.webSocketMessages);
    out.family("fieldbook_handlers_queued", "gauge", "Requests waiting for a thread.");
    out.sample({}, static_cast<std::int64_t>(services.pool.queued()));
    out.family("fieldbook_commits_waiting", "gauge", "Writes waiting for the disk.");
    out.sample({}, static_cast<std::int64_t>(services.commits.waiting()));
    writeStore(out, services);
    writeRoutes(out, metrics);
    return out.take();
}

// Counts tell how much happens in the whole company: they are for who runs the server, on the
// machine itself, signed in, or by a key.
Result<void> mayWatch(const Services& services, const net::Request& request)
{
    // A proxy on this machine speaks for somebody else, whether the server was told of it or not.
    const bool isForwarded = request.header("X-Forwarded-For") || request.header("Forwarded");
    if (!isForwarded && (request.remoteAddress == "127.0.0.1" || request.remoteAddress == "::1")) {
        return {};
    }
    const auto caller = callerOf(services, request, Access::SignedIn, Scope::MetricsRead);
    if (!caller) {
        return fail(caller.error());
    }
    const auto actor = services.directory.current()->actorFor(caller->user);
    return actor && rules::specOf(actor->role).manages == rules::Reach::Company
               ? Result<void>{}
               : fail(ErrorKind::Forbidden, "access.denied");
}

} // namespace

void addMetrics(Api& api)
{
    const Services& services = api.services();
    api.add({.path = "/metrics",
             .operation = "metrics",
             .summary = {"Counters in the text format of Prometheus", "Prometheus 文本格式的指标"},
             .access = Access::Open,
             .scope = Scope::MetricsRead,
             .responseMedia = "text/plain; version=0.0.4"},
            {.pool = &services.pool}, [&services](const Call& call) -> Result<net::Response> {
                if (auto allowed = mayWatch(services, call.request); !allowed) {
                    return fail(allowed.error());
                }
                net::Response response{.body = render(services)};
                response.headers.set("Content-Type", "text/plain; version=0.0.4; charset=utf-8");
                return response;
            });
}

} // namespace fieldbook::server::api
