#include "client/local/local_store.h"

#include "client/local/change_recorder.h"
#include "client/local/local_queries.h"
#include "client/local/schema.h"

#include <stdexcept>

namespace fieldbook::client {
namespace {

// Records indexed in one piece: short enough that a save does not wait noticeably for it.
constexpr std::size_t searchPiece = 1'000;
// The first sync writes a hundred thousand rows into a dozen indexes.
constexpr int writerCacheKib = 64 * 1024;
constexpr int readerCacheKib = 16 * 1024;

db::Database openWriter(const StoreOptions& options)
{
    if (!options.vfs) {
        std::filesystem::create_directories(options.folder);
    }
    db::Database database{
        databaseFile(options),
        {.key = db::Key{options.key.bytes()}, .cacheKib = writerCacheKib, .vfs = options.vfs}};
    ensureSchema(database);
    return database;
}

Zone zoneNamed(const std::string& name)
{
    const auto zone = Zone::find(name);
    if (!zone) {
        throw std::runtime_error("the time zone " + name + " is not known");
    }
    return *zone;
}

std::string typesKnown()
{
    std::string names;
    for (const TypeSpec* type : allTypes()) {
        names += std::string{type->name} + ',';
    }
    return names;
}

} // namespace

std::filesystem::path databaseFile(const StoreOptions& options)
{
    return options.folder / "tablet.db";
}

std::int64_t unsentIn(LocalStore& store)
{
    const auto waiting =
        static_cast<std::int64_t>(store.sync().waitingChanges() + store.sync().waitingUploads());
    return waiting == 0 && store.session().hasUnfinished() ? -1 : waiting;
}

LocalStore::LocalStore(StoreOptions options, const Clock& clock, Entropy& entropy)
    : options_{std::move(options)},
      core_{openWriter(options_), clock, entropy},
      recorder_{std::make_unique<ChangeRecorder>(core_, zoneNamed(options_.zone))}
{
    auto& meta = core_.meta();
    const auto known = meta.text(meta::knownTypes);
    if (known != typesKnown()) {
        Writing writing{core_};
        if (!meta.uuid(meta::install)) {
            const auto install = options_.install.value_or(core_.ids().next());
            meta.set(writing.transaction(), meta::install, install.text());
        }
        meta.set(writing.transaction(), meta::knownTypes, typesKnown());
        writing.commit();
        if (known) {
            // Records of types that were unknown until now have been passed over.
            sync_.forgetCursor();
        }
    }
    Writing writing{core_};
    core_.search().checkShape(writing.transaction());
    writing.commit();
}

LocalStore::~LocalStore() = default;

Zone LocalStore::zone() const { return zoneNamed(options_.zone); }

std::unique_ptr<LocalQueries> LocalStore::openQueries() const
{
    db::Database database{databaseFile(options_),
                          {.access = db::Access::ReadOnly,
                           .key = db::Key{options_.key.bytes()},
                           .cacheKib = readerCacheKib,
                           .vfs = options_.vfs}};
    return std::make_unique<LocalQueries>(std::move(database), zone());
}

void LocalStore::setListener(std::function<void(const StoreChange&)> listener)
{
    core_.setListener(std::move(listener));
}

bool LocalStore::tidy()
{
    if (core_.search().isBuilding()) {
        Writing writing{core_};
        const bool more = core_.search().buildSome(writing.transaction(), searchPiece);
        writing.commit();
        return more;
    }
    core_.database().checkpoint(db::Checkpoint::Passive);
    return false;
}

} // namespace fieldbook::client
