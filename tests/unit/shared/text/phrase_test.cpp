#include "shared/base/utf8.h"
#include "shared/text/fold.h"
#include "shared/text/pinyin.h"

#include <gtest/gtest.h>

#include <sqlite3.h>

namespace fieldbook {
namespace {

// A real FTS5 table of names, as tablet and server keep them.
class Phrase : public testing::Test {
protected:
    Phrase()
    {
        sqlite3_open(":memory:", &database_);
        run("CREATE VIRTUAL TABLE search USING fts5(name, pinyin, tokenize='unicode61')", {});
    }
    ~Phrase() override { sqlite3_close(database_); }

    void add(std::string_view name)
    {
        run("INSERT INTO search VALUES (?1, ?2)", {spacedForIndex(name), pinyinForIndex(name)});
        names_.emplace_back(name);
    }

    // The names that the phrase for what was typed finds.
    std::vector<std::string> found(std::string_view typed)
    {
        const auto phrase = phraseFor(typed);
        if (phrase.empty()) {
            return {};
        }
        return run("SELECT rowid FROM search WHERE search MATCH ?1 ORDER BY rowid", {phrase});
    }

private:
    std::vector<std::string> run(const char* sql, const std::vector<std::string>& values)
    {
        sqlite3_stmt* statement = nullptr;
        EXPECT_EQ(sqlite3_prepare_v2(database_, sql, -1, &statement, nullptr), SQLITE_OK);
        for (std::size_t i = 0; i < values.size(); ++i) {
            sqlite3_bind_text(statement, static_cast<int>(i + 1), values[i].data(),
                              static_cast<int>(values[i].size()), SQLITE_TRANSIENT);
        }
        std::vector<std::string> rows;
        int step = sqlite3_step(statement);
        for (; step == SQLITE_ROW; step = sqlite3_step(statement)) {
            const auto row = static_cast<std::size_t>(sqlite3_column_int64(statement, 0));
            rows.push_back(names_.at(row - 1));
        }
        EXPECT_EQ(step, SQLITE_DONE) << sqlite3_errmsg(database_) << values[0];
        sqlite3_finalize(statement);
        return rows;
    }

    sqlite3* database_ = nullptr;
    std::vector<std::string> names_;
};

using Names = std::vector<std::string>;

TEST_F(Phrase, FindsAnyPartOfAChineseName)
{
    add("李明朗");
    add("上海明朗科技有限公司");
    add("朗明");

    EXPECT_EQ(found("明朗"), (Names{"李明朗", "上海明朗科技有限公司"}));
    EXPECT_EQ(found("朗"), (Names{"李明朗", "上海明朗科技有限公司", "朗明"}));
    EXPECT_EQ(found("公司 上海"), Names{"上海明朗科技有限公司"});
    EXPECT_EQ(found("李朗"), Names{});
}

TEST_F(Phrase, TakesTheLastWordAsABeginning)
{
    add("Northwind Traders");
    add("North Sea Bank");

    EXPECT_EQ(found("nor"), (Names{"Northwind Traders", "North Sea Bank"}));
    EXPECT_EQ(found("traders NORTHW"), Names{"Northwind Traders"});
    EXPECT_EQ(found("nor traders"), Names{});
}

TEST_F(Phrase, FindsByPinyinAndInitialsFromAnySyllable)
{
    add("李明朗");
    add("吕布");

    for (const auto* typed : {"liminglang", "limingl", "mingl", "lang", "lml", "ml", "li mingl"}) {
        EXPECT_EQ(found(typed), Names{"李明朗"}) << typed;
    }
    EXPECT_EQ(found("lvb"), Names{"吕布"});
    EXPECT_EQ(found("lubu"), Names{"吕布"});
    EXPECT_EQ(found("minlang"), Names{});
}

TEST_F(Phrase, MixesScriptsInOneWord)
{
    add("上海ABC公司2部");

    for (const auto* typed : {"海abc", "ＡＢＣ公", "公司2", "abc公司", "c公司"}) {
        EXPECT_EQ(found(typed).size(), std::string_view{typed} == "c公司" ? 0U : 1U) << typed;
    }
}

TEST_F(Phrase, NeverReadsWhatWasTypedAsSyntax)
{
    add(R"(O'Neil "Bob" (Ltd) AND Sons)");

    for (const auto* typed : {R"("bob")", "o'neil", "(ltd)", "AND", "and sons", "ltd* ", "name:bob",
                              "bob)", "-bob", "^bob", R"(")", R"(""")", "{bob}", "bob + ltd"}) {
        static_cast<void>(found(typed)); // Fails the test where SQLite finds an error.
    }
    EXPECT_EQ(found(R"("bob")").size(), 1U);
    EXPECT_EQ(found("o'nei").size(), 1U);
    EXPECT_EQ(found("and sons").size(), 1U);
    EXPECT_EQ(found("NOT bob").size(), 0U);
    EXPECT_EQ(found("name:bob").size(), 0U);
}

TEST_F(Phrase, IsEmptyWhenThereIsNothingToSearchFor)
{
    for (const auto* typed : {"", "  ", "-", R"("")", "（）", "·、", "\xff\xff"}) {
        EXPECT_EQ(phraseFor(typed), "") << typed;
    }
}

TEST_F(Phrase, IsBounded)
{
    std::string long_;
    for (int i = 0; i < 100000; ++i) {
        long_ += "李 ";
    }
    add("李");

    EXPECT_LE(phraseFor(long_).size(), 2000U);
    EXPECT_EQ(found(long_).size(), 1U);
}

TEST_F(Phrase, FindsRareCharacters)
{
    for (const auto* name : {"𠮷野", "㐀一", "〇九", "佐々木", "かな", "각하", "鿐山", "𰻝面"}) {
        add(name);
        EXPECT_EQ(found(name), Names{name});
        EXPECT_EQ(found(std::string_view{name}.substr(0, codePointAt(name, 0).length)),
                  Names{name});
    }
}

} // namespace
} // namespace fieldbook
