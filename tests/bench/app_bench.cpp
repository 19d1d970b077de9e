// What a person waits for, with real programs: how long one tablet's change takes to another
// tablet's screen among 100,000 records, and how long the app takes to show the day. One JSON line
// per figure.

#include "client/syncing/sync_worker.h"
#include "shared/base/clock.h"
#include "tests/bench/figures.h"
#include "tests/support/temp_dir.h"

#include <QCoreApplication>
#include <QFile>
#include <QProcess>
#include <condition_variable>
#include <fcntl.h>
#include <mutex>
#include <optional>
#include <unistd.h>
#include <utility>

namespace fieldbook {
namespace {

using bench::median;
using bench::require;
using bench::secondsOf;

constexpr int rounds = 41;
constexpr int starts = 5;
constexpr int patienceMillis = 300'000;
// About nineteen records hang on each customer of the demonstration company.
constexpr auto customers = "5300";
constexpr auto login = "lin";
constexpr auto password = "fieldbook";
const std::vector<std::uint8_t> keyBytes(SecretKey::size, 7);

QString program(const char* name)
{
    return QCoreApplication::applicationDirPath() + QLatin1Char('/') + QLatin1String{name};
}

QString text(const std::filesystem::path& path) { return QString::fromStdString(path.string()); }

// A company of one salesperson with 100,000 records, served by a process of its own.
class Server {
public:
    explicit Server(const std::filesystem::path& data)
    {
        QProcess demo;
        demo.start(program("fieldbookd"),
                   {QStringLiteral("--data"), text(data), QStringLiteral("demo"),
                    QStringLiteral("--people"), QStringLiteral("1"), QStringLiteral("--customers"),
                    QString::fromLatin1(customers)});
        require(demo.waitForFinished(patienceMillis) && demo.exitCode() == 0,
                "the company could not be made");

        serve_.start(program("fieldbookd"),
                     {QStringLiteral("--data"), text(data), QStringLiteral("serve"),
                      QStringLiteral("--port"), QStringLiteral("0")});
        QByteArray said;
        while (!said.contains('\n')) {
            require(serve_.waitForReadyRead(patienceMillis), "the server does not listen");
            said += serve_.readAllStandardOutput();
        }
        const auto at = said.indexOf("http");
        url_ = said.mid(at, said.indexOf('\n', at) - at).trimmed().split(' ').front().toStdString();
    }
    ~Server()
    {
        serve_.terminate();
        serve_.waitForFinished(patienceMillis);
    }

    [[nodiscard]] const std::string& url() const { return url_; }

private:
    QProcess serve_;
    std::string url_;
};

// A tablet's store and sync, as the app has them.
class Tablet {
public:
    explicit Tablet(std::filesystem::path folder)
        : worker_{{.store = {.folder = std::move(folder), .key = *SecretKey::fromBytes(keyBytes)},
                   .certificateAuthority = {},
                   .appVersion = "bench",
                   .deviceName = "bench",
                   .changed = [this](const client::StoreChange&) { tell(); },
                   .status =
                       [this](const sync::Status& status) {
                           const std::scoped_lock held{lock_};
                           status_ = status;
                           news_.notify_all();
                       }},
                  clock_,
                  entropy_}
    {}

    void signIn(const Server& server)
    {
        std::optional<std::string> answer;
        worker_.signIn(server.url(), login, password, [&](Result<client::Account> done) {
            const std::scoped_lock held{lock_};
            answer = done ? std::string{} : done.error().code;
            news_.notify_all();
        });
        std::unique_lock held{lock_};
        news_.wait(held, [&] { return answer.has_value(); });
        require(answer->empty(), *answer);
    }

    // Until all is here and the live connection stands.
    void settle()
    {
        const auto queries = worker_.openQueries();
        std::unique_lock held{lock_};
        news_.wait(held, [&] {
            return status_.live && status_.caughtUp && queries->status(clock_.now()).firstSyncDone;
        });
    }

    void edit(const Uuid& customer, const std::string& value)
    {
        worker_.perform([customer, value](client::LocalStore& store) {
            require(store.recorder().edit(customer, {{"region", Value{value}}}).has_value(),
                    "the edit was refused");
        });
    }

    // Until a page that shows the customer would show that value.
    void waitUntilShown(client::Queries& queries, const Uuid& customer, const std::string& value)
    {
        std::unique_lock held{lock_};
        news_.wait(held, [&] {
            const auto record = queries.record(customer);
            return record && record->get("region") == Value{value};
        });
    }

    [[nodiscard]] std::unique_ptr<client::Queries> openQueries() const
    {
        return worker_.openQueries();
    }
    [[nodiscard]] Timestamp now() const { return clock_.now(); }

private:
    void tell()
    {
        const std::scoped_lock held{lock_};
        news_.notify_all();
    }

    SystemClock clock_;
    SystemEntropy entropy_;
    std::mutex lock_;
    std::condition_variable news_;
    sync::Status status_;
    client::SyncWorker worker_;
};

// Writing a page and having it on the disk, where the stores stand.
double syncSeconds(const std::filesystem::path& folder)
{
    const int file = ::open((folder / "limit").c_str(), O_CREAT | O_RDWR | O_CLOEXEC, 0600);
    require(file >= 0, "no file to measure with");
    const std::string page(4096, 'x');
    const double seconds = secondsOf([&] {
        require(::pwrite(file, page.data(), page.size(), 0) == 4096 && ::fdatasync(file) == 0,
                "the disk fails");
    });
    ::close(file);
    return seconds;
}

void changeToScreen(const Server& server, const std::filesystem::path& folder)
{
    Tablet here{folder / "here"};
    Tablet there{folder / "there"};
    here.signIn(server);
    here.settle();
    there.signIn(server);
    there.settle();
    const auto list = here.openQueries()->customers({}, here.now());
    require(!list.rows.empty(), "the tablet has no customers");
    const auto screen = there.openQueries();

    std::vector<double> taken;
    std::vector<double> disk;
    for (int round = 0; round < rounds; ++round) {
        disk.push_back(syncSeconds(folder));
        const Uuid& customer = list.rows[static_cast<std::size_t>(round) % list.rows.size()].id;
        const std::string value = "region " + std::to_string(round);
        taken.push_back(secondsOf([&] {
            here.edit(customer, value);
            there.waitUntilShown(*screen, customer, value);
        }));
    }
    const double limit = 3 * median(disk) + 0.002;
    std::printf(
        R"({"name":"live.change_to_screen","value":%.3f,"unit":"ms","limit":%.3f,"ratio":%.3f})"
        "\n",
        median(taken) * 1e3, limit * 1e3, limit / median(taken));
}

// From starting the program until the day stands on the screen.
void appStart(const Server& server, const std::filesystem::path& folder)
{
    const auto piece = folder / "start.play";
    QFile file{text(piece)};
    require(file.open(QIODevice::WriteOnly) &&
                file.write("wait \"Visits this week\"\nsay shown\n") > 0,
            "no piece to play");
    file.close();
    const auto start = [&] {
        QProcess app;
        QByteArray said;
        const double seconds = secondsOf([&] {
            app.start(program("fieldbook"),
                      {QStringLiteral("--folder"), text(folder / "app"), QStringLiteral("--lang"),
                       QStringLiteral("en"), QStringLiteral("--play"), text(piece),
                       QStringLiteral("--pictures"), text(folder)});
            while (!said.contains("shown") && app.waitForReadyRead(patienceMillis)) {
                said += app.readAllStandardOutput();
            }
        });
        require(app.waitForFinished(patienceMillis) && app.exitCode() == 0 &&
                    said.contains("shown"),
                app.readAllStandardError().toStdString());
        return seconds;
    };
    {
        QProcess app;
        app.start(program("fieldbook"),
                  {QStringLiteral("--folder"), text(folder / "app"), QStringLiteral("--server"),
                   QString::fromStdString(server.url()), QStringLiteral("--login"),
                   QString::fromLatin1(login), QStringLiteral("--pictures"),
                   text(folder / "first")});
        require(app.waitForFinished(patienceMillis) && app.exitCode() == 0,
                app.readAllStandardError().toStdString());
    }
    std::vector<double> taken;
    for (int i = 0; i < starts; ++i) {
        taken.push_back(start());
    }
    bench::reportMillis("app.start", median(taken));
}

void run()
{
    const testing::TempDir folder;
    const Server server{folder / "company"};
    changeToScreen(server, folder.path());
    appStart(server, folder.path());
}

} // namespace
} // namespace fieldbook

int main(int argc, char** argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    qputenv("FIELDBOOK_PASSWORD", fieldbook::password);
    qputenv("FIELDBOOK_PIN", "482915");
    const QCoreApplication application{argc, argv};
    return fieldbook::bench::exitCodeOf(fieldbook::run);
}
