#pragma once

#include "server/app/demo/dice.h"
#include "shared/calendar/zone.h"
#include "shared/rules/world.h"

#include <functional>
#include <vector>

namespace fieldbook::server::demo {

struct Salesperson {
    Uuid id;
    Uuid team;
};

struct Catalogue {
    struct Product {
        Uuid id;
        Money price;
    };
    Uuid priceList;
    std::vector<Product> products;
};

// Makes a salesperson's customers with all that hangs on them: contacts, opportunities, visits
// behind and ahead, calls, orders with their lines, reminders, appointments. Amounts come from the
// order rules.
class BookMaker {
public:
    BookMaker(Timestamp now,
              const Zone& zone,
              Dice& dice,
              UuidSource& ids,
              const Catalogue& catalogue,
              const std::function<void(std::vector<rules::RecordWrite>)>& emit);

    // The `number`th customer of the company.
    void makeCustomer(const Salesperson& owner, std::int64_t number);
    void makeLeads(const Salesperson& owner);

private:
    using Group = std::vector<rules::RecordWrite>;

    rules::RecordWrite
    begin(std::string_view type, const Uuid& id, const Salesperson& owner, Timestamp at);
    void addCustomer(Group& group, const Salesperson& owner, std::int64_t number);
    void addContacts(Group& group, const Salesperson& owner);
    void addOpportunities(Group& group, const Salesperson& owner);
    void addVisits(Group& group, const Salesperson& owner, std::int64_t number);
    void addActivities(Group& group, const Salesperson& owner);
    void addOrders(Group& group, const Salesperson& owner);
    void addOrder(Group& group, const Salesperson& owner, int daysAgo);
    void addReminders(Group& group, const Salesperson& owner, std::int64_t number);

    // A moment of the working day on the company's clocks, `days` after today.
    [[nodiscard]] Timestamp workingHour(int days, int hour, int minute = 0) const;
    [[nodiscard]] std::string talk();
    [[nodiscard]] std::string mobile();

    Timestamp now_;
    Zone zone_;
    Dice& dice_;
    UuidSource& ids_;
    const Catalogue& catalogue_;
    const std::function<void(Group)>& emit_;

    // Of the customer being made.
    Uuid customer_;
    bool english_ = false;
    std::vector<Uuid> contacts_;
    std::vector<Uuid> opportunities_;
    std::int64_t orders_ = 0;
};

} // namespace fieldbook::server::demo
