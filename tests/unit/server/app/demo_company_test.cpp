#include "server/app/demo/company.h"

#include <gtest/gtest.h>

namespace fieldbook::server::demo {
namespace {

// Wall hours of the visits planned for the day of the demonstration company.
std::vector<int> hoursOfToday(const Zone& zone, Timestamp now)
{
    std::vector<int> hours;
    makeCompany({.now = now, .zone = zone}, [&](const std::vector<rules::RecordWrite>& group) {
        for (const auto& write : group) {
            const auto field = write.type->indexOf("planned_at");
            for (const auto& [index, value] : write.values) {
                const auto* at = std::get_if<Timestamp>(&value);
                if (write.type->name != "visit" || index != field || at == nullptr ||
                    zone.dateAt(*at) != zone.dateAt(now)) {
                    continue;
                }
                const auto local = zone.toLocal(*at);
                hours.push_back(
                    static_cast<int>((local - std::chrono::floor<std::chrono::days>(local)) /
                                     std::chrono::hours{1}));
            }
        }
    });
    return hours;
}

TEST(DemoCompany, KeepsOfficeHoursOnTheClocksOfItsZone)
{
    for (const char* name : {"Asia/Shanghai", "UTC", "America/Los_Angeles", "Pacific/Auckland"}) {
        const Zone zone = *Zone::find(name);
        const auto midnight = LocalTime{std::chrono::local_days{std::chrono::year{2026} / 5 / 14}};
        for (const int hour : {0, 9, 17, 23}) {
            const auto hours = hoursOfToday(zone, zone.toUtc(midnight + std::chrono::hours{hour}));

            ASSERT_GE(hours.size(), 10U) << name << " at " << hour;
            for (const int each : hours) {
                EXPECT_GE(each, 8) << name << " at " << hour;
                EXPECT_LT(each, 19) << name << " at " << hour;
            }
        }
    }
}

} // namespace
} // namespace fieldbook::server::demo
