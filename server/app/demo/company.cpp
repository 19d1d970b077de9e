#include "server/app/demo/company.h"

#include "server/app/demo/book.h"
#include "server/app/demo/dice.h"
#include "server/app/demo/words.h"

#include <array>
#include <cstdio>

namespace fieldbook::server::demo {
namespace {

using rules::RecordWrite;

// The people of the story come first in every company, so that documents and pictures can name
// them.
struct Founder {
    std::string_view login;
    std::string_view name;
    std::string_view title;
    std::string_view role;
    int team; // Index of teams below.
};
constexpr std::array founders{
    Founder{"fang", "方明", "总经理", "executive", 0},
    Founder{"zhou", "周建国", "华东区主管", "manager", 1},
    Founder{"xu", "徐慧敏", "上海区主管", "manager", 2},
    Founder{"lin", "林晓雨", "客户经理", "salesperson", 1},
    Founder{"wang", "王浩然", "客户经理", "salesperson", 1},
    Founder{"chen", "陈雨桐", "客户经理", "salesperson", 2},
    Founder{"emma", "Emma Clarke", "Account manager", "salesperson", 2},
};
constexpr std::array<std::string_view, 3> teamNames{"博远汽配", "华东区", "上海区"};

class CompanyMaker {
public:
    CompanyMaker(const Plan& plan, const std::function<void(std::vector<RecordWrite>)>& emit)
        : plan_{plan}, emit_{emit}, dice_{plan.seed}, clock_{plan.now}, ids_{clock_, dice_}
    {}

    Company make()
    {
        makePeople();
        makeCatalogue();
        BookMaker book{plan_.now, plan_.zone, dice_, ids_, catalogue_, emit_};
        for (std::int64_t i = 0; i < plan_.customers; ++i) {
            book.makeCustomer(salespeople_[static_cast<std::size_t>(i) % salespeople_.size()], i);
        }
        for (const Salesperson& person : salespeople_) {
            book.makeLeads(person);
        }
        return company_;
    }

private:
    // The company was "entered" on the morning of its day; ids follow one another from there.
    class Morning final : public Clock {
    public:
        explicit Morning(Timestamp now) : now_{now} {}
        [[nodiscard]] Timestamp now() const override { return now_; }

    private:
        Timestamp now_;
    };

    RecordWrite begin(std::string_view type, const Uuid& id) const
    {
        RecordWrite write;
        write.type = &typeNamed(type);
        write.id = id;
        write.create = true;
        write.set("created_at", plan_.now - std::chrono::days{400});
        return write;
    }

    void makePeople()
    {
        std::array<Uuid, teamNames.size()> teams{};
        std::array<Uuid, teamNames.size()> managers{};
        for (auto& team : teams) {
            team = ids_.next();
        }
        for (auto& manager : managers) {
            manager = ids_.next();
        }
        std::vector<RecordWrite> group;
        for (std::size_t i = 0; i < teams.size(); ++i) {
            RecordWrite team = begin("team", teams[i]);
            team.set("name", std::string{teamNames[i]});
            team.set("currency", std::string{"CNY"});
            team.set("time_zone", plan_.zone.name());
            team.set("manager", managers[i]);
            if (i > 0) {
                team.set("parent", teams[0]);
            }
            group.push_back(std::move(team));
        }
        std::size_t rank = 0;
        for (const Founder& founder : founders) {
            const auto team = static_cast<std::size_t>(founder.team);
            const bool leads = founder.role != "salesperson";
            const Uuid id = leads ? managers[rank] : ids_.next();
            addPerson(group, id, founder.login, founder.name, founder.title, founder.role,
                      teams[team], leads ? managers[0] : managers[team]);
            ++rank;
        }
        for (std::int64_t i = 4; i < plan_.salespeople; ++i) {
            const std::size_t team = 1 + static_cast<std::size_t>(i % 2);
            const std::string name =
                std::string{dice_.pick(surnames())} + std::string{dice_.pick(givenNames())};
            addPerson(group, ids_.next(), "sales" + std::to_string(i + 1), name, "客户经理",
                      "salesperson", teams[team], managers[team]);
        }
        emit_(std::move(group));
    }

    void addPerson(std::vector<RecordWrite>& group,
                   const Uuid& id,
                   std::string_view login,
                   std::string_view name,
                   std::string_view title,
                   std::string_view role,
                   const Uuid& team,
                   const Uuid& manager)
    {
        RecordWrite user = begin("user", id);
        user.set("name", std::string{name});
        user.set("login", std::string{login});
        user.set("title", std::string{title});
        user.set("role", std::string{role});
        user.set("status", std::string{"active"});
        user.set("team", team);
        if (manager != id) {
            user.set("manager", manager);
        }
        user.set("email", std::string{login} + "@boyuan.example");
        group.push_back(std::move(user));
        company_.logins.emplace_back(login);
        const auto sellers = static_cast<std::size_t>(std::max<std::int64_t>(plan_.salespeople, 1));
        if (role == "salesperson" && salespeople_.size() < sellers) {
            salespeople_.push_back({id, team});
        }
    }

    void makeCatalogue()
    {
        std::vector<RecordWrite> group;
        catalogue_.priceList = ids_.next();
        RecordWrite list = begin("price_list", catalogue_.priceList);
        list.set("name", std::string{"华东批发价"});
        list.set("currency", std::string{"CNY"});
        list.set("tax_included", true);
        list.set("is_default", true);
        group.push_back(std::move(list));
        for (const Ware& ware : wares()) {
            const Uuid id = ids_.next();
            RecordWrite product = begin("product", id);
            product.set("name", std::string{ware.name});
            product.set("code", std::string{ware.code});
            product.set("category", std::string{ware.category});
            product.set("unit", std::string{ware.unit});
            product.set("tax_rate", std::int64_t{1300});
            product.set("stock", dice_.between(0, 400) * 1000);
            product.set("stock_at", plan_.now - std::chrono::hours{2});
            product.set("active", true);
            group.push_back(std::move(product));
            const Money price = Money::fromMinor(ware.priceMinor, *Currency::parse("CNY"));
            RecordWrite entry = begin("price", ids_.next());
            entry.set("price_list", catalogue_.priceList);
            entry.set("product", id);
            entry.set("unit_price", price);
            group.push_back(std::move(entry));
            catalogue_.products.push_back({id, price});
        }
        emit_(std::move(group));
    }

    Plan plan_;
    const std::function<void(std::vector<RecordWrite>)>& emit_;
    Dice dice_;
    Morning clock_;
    UuidSource ids_;
    Company company_;
    std::vector<Salesperson> salespeople_;
    Catalogue catalogue_;
};

} // namespace

Company makeCompany(const Plan& plan, const std::function<void(std::vector<RecordWrite>)>& emit)
{
    return CompanyMaker{plan, emit}.make();
}

} // namespace fieldbook::server::demo
