#include "client/remote/http_remote.h"

#include <nlohmann/json.hpp>

#include <QNetworkReply>
#include <QNetworkRequest>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <zstd.h>

namespace fieldbook::client {
namespace {

// Below, packing saves no packet.
constexpr qsizetype packedBytesMin = 1'024;
constexpr const char* cancelled = "fieldbookCancelled";

QSslConfiguration trusting(const QByteArray& certificateAuthority)
{
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    if (!certificateAuthority.isEmpty()) {
        configuration.setCaCertificates(QSslCertificate::fromData(certificateAuthority));
    }
    return configuration;
}

// An answer of which only a part came is none, whatever its head said.
bool brokeOff(const QNetworkReply& reply)
{
    return reply.error() > QNetworkReply::NoError &&
           reply.error() <= QNetworkReply::UnknownProxyError;
}

// Packed where that pays; the body must not be empty.
QByteArray packed(const QByteArray& body)
{
    const auto bound = ZSTD_compressBound(static_cast<std::size_t>(body.size()));
    QByteArray out{static_cast<qsizetype>(bound), Qt::Uninitialized};
    const auto size = ZSTD_compress(out.data(), bound, body.constData(),
                                    static_cast<std::size_t>(body.size()), ZSTD_CLEVEL_DEFAULT);
    if (ZSTD_isError(size) != 0) {
        return {};
    }
    out.resize(static_cast<qsizetype>(size));
    return out;
}

Answer answerOf(QNetworkReply& reply)
{
    Answer answer;
    answer.status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (answer.status == 0 || brokeOff(reply)) {
        answer.status = 0;
        answer.code = "network.unreachable";
        return answer;
    }
    answer.body = reply.readAll();
    for (const auto& [name, value] : reply.rawHeaderPairs()) {
        answer.headers.insert(name.toLower(), value);
    }
    answer.retryAfter = std::chrono::seconds{answer.headers.value("retry-after").toInt()};
    if (!answer.succeeded()) {
        const auto problem = nlohmann::json::parse(
            answer.body.constData(), answer.body.constData() + answer.body.size(), nullptr, false);
        if (problem.is_object()) {
            answer.code = problem.value("code", "");
            answer.expected = problem.value("expected", std::int64_t{0});
        }
    }
    return answer;
}

} // namespace

HttpRemote::HttpRemote(const QByteArray& certificateAuthority, QObject* parent)
    : QObject{parent}, certificateAuthority_{certificateAuthority}
{}

HttpRemote::~HttpRemote() { closeLive(); }

QNetworkRequest HttpRemote::requestFor(const QString& path) const
{
    QNetworkRequest request{server_.resolved(QUrl{path})};
    request.setSslConfiguration(trusting(certificateAuthority_));
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute,
                         QNetworkRequest::ManualRedirectPolicy);
    if (!appVersion_.isEmpty()) {
        request.setRawHeader("App-Version", appVersion_);
    }
    if (!token_.isEmpty()) {
        request.setRawHeader("Authorization", "Bearer " + token_);
    }
    return request;
}

QNetworkReply* HttpRemote::send(const Call& call, Receive receive)
{
    QNetworkRequest request = requestFor(call.path);
    request.setTransferTimeout(static_cast<int>(call.timeLimit.count()));
    if (!call.body.isEmpty() || call.method != "GET") {
        request.setHeader(QNetworkRequest::ContentTypeHeader, call.contentType);
    }
    for (const auto& [name, value] : call.headers) {
        request.setRawHeader(name, value);
    }
    QByteArray body = call.body;
    if (body.size() >= packedBytesMin && call.contentType == "application/json") {
        if (QByteArray small = packed(body); !small.isEmpty()) {
            body = std::move(small);
            request.setRawHeader("Content-Encoding", "zstd");
        }
    }
    QNetworkReply* reply = network_.sendCustomRequest(request, call.method, body);
    // One that is aborted early may say twice that it has finished.
    constexpr auto queuedOnce =
        static_cast<Qt::ConnectionType>(Qt::QueuedConnection | Qt::SingleShotConnection);
    connect(
        reply, &QNetworkReply::finished, this,
        [reply, receive = std::move(receive)] {
            reply->deleteLater();
            if (!reply->property(cancelled).toBool()) {
                receive(answerOf(*reply));
            }
        },
        queuedOnce);
    return reply;
}

void HttpRemote::cancel(QNetworkReply* reply)
{
    reply->setProperty(cancelled, true);
    // Not before it was begun, which Qt does from the event loop and takes amiss.
    QMetaObject::invokeMethod(reply, &QNetworkReply::abort, Qt::QueuedConnection);
}

void HttpRemote::openLive()
{
    closeLive();
    live_ = new QWebSocket{QString{}, QWebSocketProtocol::VersionLatest, this};
    connect(live_, &QWebSocket::connected, this, &HttpRemote::liveOpened);
    connect(live_, &QWebSocket::disconnected, this, [this, live = live_] {
        emit liveClosed(live && live->closeCode() == QWebSocketProtocol::CloseCodePolicyViolated);
    });
    connect(live_, &QWebSocket::textMessageReceived, this, [this](const QString& text) {
        const auto message = nlohmann::json::parse(text.toStdString(), nullptr, false);
        if (message.is_object()) {
            emit livePoked();
        }
    });
    QNetworkRequest request = requestFor(QStringLiteral("/v1/live"));
    QUrl url = request.url();
    url.setScheme(url.scheme() == QStringLiteral("https") ? QStringLiteral("wss")
                                                          : QStringLiteral("ws"));
    request.setUrl(url);
    live_->setSslConfiguration(trusting(certificateAuthority_));
    live_->open(request);
}

void HttpRemote::closeLive()
{
    if (live_) {
        live_->disconnect(this);
        live_->abort();
        live_->deleteLater();
        live_ = nullptr;
    }
}

} // namespace fieldbook::client
