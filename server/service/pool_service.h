#pragma once

#include "server/service/change_service.h"
#include "server/service/commit_queue.h"

#include <cstddef>
#include <optional>
#include <utility>
#include <vector>

namespace fieldbook::server {

// A customer that nobody is responsible for.
struct PooledCustomer {
    Uuid id;
    std::string name;
    Uuid board; // Nil where there are none.
    Timestamp since;
    std::string how;
    std::string reason;
    Uuid formerOwner;
};

// The public pool as the server keeps it: the company's settings about customers, the listings that
// boards have, and what the time brings. Any thread.
class PoolService {
public:
    PoolService(Store& store,
                CommitQueue& commits,
                ChangeService& changes,
                const Clock& clock,
                Entropy& entropy)
        : store_{store}, commits_{commits}, changes_{changes}, clock_{clock}, entropy_{entropy}
    {}

    // Makes the settings, all of them off, where there are none yet.
    [[nodiscard]] Result<void> establish();
    [[nodiscard]] std::optional<Record> settings();
    // Arguments of customer_rules.set, as JSON. Codes: those of the act.
    [[nodiscard]] Result<void> change(const Uuid& by, std::string_view arguments);

    // The longest in it first.
    [[nodiscard]] std::vector<PooledCustomer> list();

    struct Kept {
        std::size_t returned = 0; // Customers nobody has followed up.
        std::size_t givenBack = 0; // To whom had been there in time, as it turned out.
        std::size_t warned = 0; // Owners of customers who soon will be.
        std::size_t listed = 0; // Listings that were not as they have to be.
    };
    // What is due now.
    Kept keep();

private:
    [[nodiscard]] std::size_t refreshListings();
    [[nodiscard]] bool returnIdle(const Uuid& customer);
    [[nodiscard]] bool giveBack(const Uuid& customer);
    [[nodiscard]] bool warn(const Uuid& customer);

    Store& store_;
    CommitQueue& commits_;
    ChangeService& changes_;
    const Clock& clock_;
    Entropy& entropy_;
};

} // namespace fieldbook::server
