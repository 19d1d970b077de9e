#pragma once

#include "server/store/store.h"
#include "shared/base/random_token.h"
#include "tests/support/people.h"
#include "tests/support/temp_dir.h"

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <vector>

namespace fieldbook::testing {

// One store of each kind, to be opened again as often as a test likes. Every test of the contract
// runs over all kinds.
class StoreKind {
public:
    virtual ~StoreKind() = default;
    [[nodiscard]] virtual std::unique_ptr<server::Store> open() = 0;
};

struct NamedKind {
    std::string name;
    std::unique_ptr<StoreKind> (*make)();
};
[[nodiscard]] std::vector<NamedKind> storeKinds();

class StoreContract : public ::testing::TestWithParam<NamedKind> {
protected:
    // Adds a customer of that id, filed in these feeds; returns its sequence.
    server::Sequence add(int number, std::vector<server::FeedName> feeds, const Uuid& parent = {});
    // Files it anew in these feeds.
    server::Sequence refile(int number, std::vector<server::FeedName> feeds);
    void reopen();

    struct Page {
        std::vector<std::string> documents;
        server::PageRows rows;
    };
    [[nodiscard]] Page pull(const server::PageRequest& request);
    [[nodiscard]] static server::PageRequest from(std::vector<server::FeedPosition> subscribed,
                                                  std::vector<server::LeavingFeed> leaving = {},
                                                  std::size_t recordsMax = 1000);

    std::unique_ptr<StoreKind> kind = GetParam().make();
    std::unique_ptr<server::Store> store = kind->open();
};

[[nodiscard]] Record customerNumber(int number);
// Which customers these documents are, by number.
[[nodiscard]] std::vector<int> numbersOf(const std::vector<std::string>& documents);

} // namespace fieldbook::testing
