#include "client/local/store_core.h"

#include "client/local/local_world.h"

namespace fieldbook::client {
namespace {

Shelf::Owner ownerOf(Meta& meta)
{
    return {meta.uuid(meta::user).value_or(Uuid{}), meta.number(meta::device)};
}

} // namespace

StoreCore::StoreCore(db::Database database, const Clock& clock, Entropy& entropy)
    : database_{std::move(database)},
      clock_{clock},
      entropy_{entropy},
      ids_{clock, entropy},
      meta_{database_},
      search_{database_},
      hybrid_{HybridTime::parse(meta_.textOr(meta::hybridTime)).value_or(HybridTime{})}
{}

Result<Doer> StoreCore::doer()
{
    const auto user = meta_.uuid(meta::user);
    if (!user) {
        return fail(ErrorKind::Unauthorised, "session.none");
    }
    return doerOrNobody();
}

Doer StoreCore::doerOrNobody()
{
    if (!doer_) {
        const auto user = meta_.uuid(meta::user);
        doer_ = Doer{user ? actorOf(database_, *user) : rules::Actor{}, meta_.number(meta::device)};
    }
    return *doer_;
}

void StoreCore::committed(const StoreChange& change)
{
    ++generation_;
    if (change.touches("user") || change.touches("team") || change.touches("substitution")) {
        doer_.reset();
    }
    if (listener_ && (change.status || !change.types.empty())) {
        listener_(change);
    }
}

Writing::Writing(StoreCore& core, Search search)
    : core_{core},
      transaction_{core.database_},
      shelf_{transaction_, core.search_, ownerOf(core.meta_), search == Search::Afterwards}
{}

void Writing::commit()
{
    transaction_.commit();
    core_.committed(shelf_.change());
}

} // namespace fieldbook::client
