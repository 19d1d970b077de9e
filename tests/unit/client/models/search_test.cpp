#include "client/models/roles.h"
#include "client/models/search/highlight.h"
#include "client/models/search/search_model.h"
#include "tests/unit/client/models/page_fixture.h"

namespace fieldbook::client {
namespace {

using testing::aCustomer;
using testing::aRecord;
using testing::comesTrue;
using testing::idOf;
using testing::PageStore;
using testing::serverVersion;

QString found(const char* text, const char* query)
{
    const QString whole = QString::fromUtf8(text);
    return marked(whole, matchesIn(whole, QString::fromUtf8(query)));
}

TEST(Highlight, MarksWhatIsWritten)
{
    EXPECT_EQ(found("杭州恒通汽车", "恒通"), QStringLiteral("杭州<b>恒通</b>汽车"));
    EXPECT_EQ(found("Alfreds Futterkiste", "FUTTER"), QStringLiteral("Alfreds <b>Futter</b>kiste"));
    EXPECT_EQ(found("Ana & Co", "co ana"), QStringLiteral("<b>Ana</b> &amp; <b>Co</b>"));
}

TEST(Highlight, MarksWhatIsTypedByItsSound)
{
    EXPECT_EQ(found("杭州恒通汽车", "htqc"), QStringLiteral("杭州<b>恒通汽车</b>"));
    EXPECT_EQ(found("杭州恒通汽车", "hengt"), QStringLiteral("杭州<b>恒通</b>汽车"));
    EXPECT_EQ(found("杭州恒通汽车", "heng tong"), QStringLiteral("杭州<b>恒通</b>汽车"));
}

TEST(Highlight, MarksNothingThatIsNotThere)
{
    EXPECT_EQ(found("杭州恒通汽车", "xyz"), QStringLiteral("杭州恒通汽车"));
    EXPECT_EQ(found("", "a"), QString{});
    EXPECT_EQ(found("<b>", "q"), QStringLiteral("&lt;b&gt;"));
}

TEST(Highlight, MarksTheDigitsOfANumberWhateverSeparatesThem)
{
    const QString number = QStringLiteral("0571-8800 1234");
    EXPECT_EQ(marked(number, digitsIn(number, QStringLiteral("001234"))),
              QStringLiteral("0571-88<b>00 1234</b>"));
    EXPECT_TRUE(digitsIn(number, QStringLiteral("12a")).empty());
    EXPECT_TRUE(digitsIn(number, QStringLiteral("999")).empty());
}

class Searching : public ::testing::Test {
protected:
    Searching() { testing::needApplication(); }

    [[nodiscard]] QString at(const SearchModel& model, int row, const char* role)
    {
        return model.data(model.index(row), model.roleNames().key(role)).toString();
    }

    static std::vector<Record> theBook()
    {
        Record note = aRecord("activity", idOf(70),
                              {{"customer", idOf(50)},
                               {"kind", std::string{"call"}},
                               {"content", std::string{"想先定 60 桶机油"}}});
        note.setMade(serverVersion(3));
        return {aCustomer(idOf(50), "杭州恒通汽车", "0571-8800 1234"), note};
    }

    PageStore store{theBook()};
};

TEST_F(Searching, TellsWhyACustomerWasFound)
{
    SearchModel model;
    model.setApp(&store.app);
    model.setQuery(QStringLiteral("1234"));
    ASSERT_TRUE(comesTrue([&] { return model.count() == 1; }));

    EXPECT_EQ(at(model, 0, "subject"), QStringLiteral("杭州恒通汽车"));
    EXPECT_TRUE(at(model, 0, "noteMarked").contains(QStringLiteral("<b>1234</b>")));
}

TEST_F(Searching, FindsNothingForNothing)
{
    SearchModel model;
    model.setApp(&store.app);
    ASSERT_TRUE(comesTrue([&] { return model.state() == ListModel::State::Empty; }));
    model.setQuery(QStringLiteral("qqqq"));

    ASSERT_TRUE(comesTrue([&] { return model.state() == ListModel::State::Empty; }));
    EXPECT_TRUE(model.targetAt(0).isEmpty());
}

TEST_F(Searching, RemembersTheLatestFirstAndForgets)
{
    {
        SearchModel model;
        model.setApp(&store.app);
        for (const char* query : {"ht", "1234", "ht"}) {
            model.setQuery(QString::fromLatin1(query));
            model.remember();
        }
        ASSERT_TRUE(comesTrue([&] {
            return store.tablet.store.openQueries()->draft("search:recent") == "[\"ht\",\"1234\"]";
        }));
    }
    SearchModel again;
    again.setApp(&store.app);
    ASSERT_TRUE(comesTrue([&] { return again.recent().size() == 2; }));

    again.forget();
    ASSERT_TRUE(
        comesTrue([&] { return !store.tablet.store.openQueries()->draft("search:recent"); }));
}

} // namespace
} // namespace fieldbook::client
