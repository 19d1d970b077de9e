#include "shared/trail/merkle.h"

#include <gtest/gtest.h>

#include <map>

namespace fieldbook::trail {
namespace {

// The leaves and roots that implementations of Certificate Transparency are tried with.
const std::vector<std::string> knownLeaves{"",
                                           "00",
                                           "10",
                                           "2021",
                                           "3031",
                                           "40414243",
                                           "5051525354555657",
                                           "606162636465666768696a6b6c6d6e6f"};
const std::vector<std::string> knownRoots{
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"};

// A tree that remembers all its complete subtrees.
struct Tree {
    Frontier frontier;
    std::map<std::pair<int, std::uint64_t>, Sha256Digest> subtrees;
    std::vector<Sha256Digest> roots{Frontier{}.root()};

    void append(const Sha256Digest& leaf)
    {
        subtrees[{0, frontier.size()}] = leaf;
        frontier.append(leaf, [this](int level, std::uint64_t number, const Sha256Digest& hash) {
            subtrees[{level, number}] = hash;
        });
        roots.push_back(frontier.root());
    }
    [[nodiscard]] TreeState at(std::uint64_t size) const { return {size, roots.at(size)}; }
    [[nodiscard]] std::vector<Sha256Digest> proof(std::uint64_t former, std::uint64_t size) const
    {
        return consistencyProof(former, size, [this](int level, std::uint64_t number) {
            return subtrees.at({level, number});
        });
    }
};

Tree treeOf(std::size_t size)
{
    Tree tree;
    for (std::size_t i = 0; i < size; ++i) {
        tree.append(leafHash(asBytes("entry " + std::to_string(i))));
    }
    return tree;
}

TEST(Merkle, HasTheRootsOfCertificateTransparency)
{
    Frontier tree;
    EXPECT_EQ(toHex(tree.root()),
              "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    for (std::size_t i = 0; i < knownLeaves.size(); ++i) {
        tree.append(leafHash(*fromHex(knownLeaves[i])));
        EXPECT_EQ(toHex(tree.root()), knownRoots[i]) << i + 1 << " leaves";
    }
}

TEST(Merkle, GoesOnFromItsBytes)
{
    for (std::size_t size = 0; size <= 20; ++size) {
        const auto tree = treeOf(size);
        const auto again = Frontier::from(size, tree.frontier.bytes());
        ASSERT_TRUE(again);
        EXPECT_EQ(*again, tree.frontier);
        auto cut = tree.frontier.bytes();
        cut.push_back(0);
        EXPECT_FALSE(Frontier::from(size, cut));
    }
}

TEST(Merkle, ProvesEveryFormerStateOfItself)
{
    const auto tree = treeOf(70);
    for (std::uint64_t size = 0; size <= 70; ++size) {
        for (std::uint64_t former = 0; former <= size; ++former) {
            const auto proof = tree.proof(former, size);
            EXPECT_TRUE(isBeginning(tree.at(former), tree.at(size), proof))
                << former << " of " << size;
            EXPECT_LE(proof.size(), 8u);
        }
    }
}

TEST(Merkle, ProvesNothingThatIsNotSo)
{
    const auto tree = treeOf(70);
    const auto other = [] {
        auto made = treeOf(3);
        made.append(leafHash(asBytes("another")));
        for (std::size_t i = 4; i < 70; ++i) {
            made.append(leafHash(asBytes("entry " + std::to_string(i))));
        }
        return made;
    }();
    for (std::uint64_t former = 1; former <= 70; ++former) {
        for (std::uint64_t size = std::max<std::uint64_t>(former, 4); size <= 70; ++size) {
            auto proof = tree.proof(former, size);
            EXPECT_FALSE(isBeginning(tree.at(former), other.at(size), proof));
            EXPECT_FALSE(isBeginning(tree.at(former), other.at(size), other.proof(former, size)) &&
                         former >= 4);
            proof.push_back({});
            EXPECT_FALSE(isBeginning(tree.at(former), tree.at(size), proof));
            proof.pop_back();
            if (!proof.empty()) {
                proof.front()[0] ^= 1U;
                EXPECT_FALSE(isBeginning(tree.at(former), tree.at(size), proof));
                proof.front()[0] ^= 1U;
                proof.pop_back();
                EXPECT_FALSE(isBeginning(tree.at(former), tree.at(size), proof));
            }
        }
    }
    EXPECT_FALSE(isBeginning(tree.at(9), tree.at(8), {}));
}

} // namespace
} // namespace fieldbook::trail
