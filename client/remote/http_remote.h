#pragma once

#include <QByteArray>
#include <QHash>
#include <QNetworkAccessManager>
#include <QObject>
#include <QPointer>
#include <QString>
#include <QUrl>
#include <QWebSocket>
#include <chrono>
#include <functional>
#include <vector>

namespace fieldbook::client {

// What came of a request. status 0: no answer.
struct Answer {
    int status = 0;
    QByteArray body;
    std::string code; // Of a problem document (RFC 9457), or "network.unreachable".
    std::int64_t expected = 0; // Of `push.gap`.
    std::chrono::milliseconds retryAfter{0}; // 0: not said.
    QHash<QByteArray, QByteArray> headers; // Names in lower case.

    [[nodiscard]] bool succeeded() const { return status >= 200 && status < 300; }
};

struct Call {
    QByteArray method = "GET";
    QString path; // From the server's root, with query.
    QByteArray body = {};
    QByteArray contentType = "application/json";
    std::vector<std::pair<QByteArray, QByteArray>> headers = {};
    std::chrono::milliseconds timeLimit = std::chrono::seconds{60};
};

// The transport to the server: HTTP requests and the live WebSocket. Answers arrive on the thread
// it lives on, always later, never from within send(). A private certificate authority may be
// given; certificate errors are never passed over.
class HttpRemote : public QObject {
    Q_OBJECT

public:
    explicit HttpRemote(const QByteArray& certificateAuthority = {}, QObject* parent = nullptr);
    ~HttpRemote() override;

    void setServer(const QUrl& server) { server_ = server; }
    void setToken(const QByteArray& token) { token_ = token; }
    // Told to the server with every request.
    void setAppVersion(const QByteArray& version) { appVersion_ = version; }

    using Receive = std::function<void(const Answer&)>;
    // The reply is the handle for cancel(); a cancelled request is not answered.
    QNetworkReply* send(const Call& call, Receive receive);
    static void cancel(QNetworkReply* reply);

    void openLive();
    void closeLive();

signals:
    void liveOpened();
    // cutOff: by the server, and on purpose.
    void liveClosed(bool cutOff);
    void livePoked();

private:
    [[nodiscard]] QNetworkRequest requestFor(const QString& path) const;

    QNetworkAccessManager network_;
    QByteArray certificateAuthority_;
    QUrl server_;
    QByteArray token_;
    QByteArray appVersion_;
    QPointer<QWebSocket> live_;
};

} // namespace fieldbook::client
