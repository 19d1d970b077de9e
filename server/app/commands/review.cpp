#include "server/api/review_json.h"
#include "server/app/commands/command.h"
#include "server/app/review_text.h"

#include <nlohmann/json.hpp>

#include <memory>
#include <ostream>

namespace fieldbook::server::commands {
namespace {

struct Asked {
    std::string first;
    std::string last;
    bool asJson = false;
};

Result<void> show(Console& console, Engine& engine, const Asked& asked)
{
    ReviewService service{engine.store, engine.directory, engine.clock};
    const auto period = api::reviewPeriod(asked.first, asked.last, service.today());
    if (!period) {
        return fail(period.error());
    }
    const auto review = service.reviewAll(*period);
    if (asked.asJson) {
        console.out << api::reviewJson(review).dump(2) << '\n';
    } else {
        printReview(console.out, review, console.language);
    }
    return {};
}

} // namespace

void addReview(CLI::App& app, const Console& console, Action& chosen)
{
    auto* command = app.add_subcommand(
        "review", std::string{console.say({"The pipeline and what was done, as a manager sees it",
                                           "主管视角的漏斗与业绩"})});
    const auto asked = std::make_shared<Asked>();
    command->add_option("--from", asked->first,
                        std::string{console.say({"First day (YYYY-MM-DD); none: of this month",
                                                 "起始日期（YYYY-MM-DD），缺省为本月首日"})});
    command->add_option(
        "--to", asked->last,
        std::string{console.say({"Last day; none: of this month", "截止日期，缺省为本月末日"})});
    command->add_flag("--json", asked->asJson, "JSON");
    command->callback([&chosen, asked] { chosen = onCompany(show, asked); });
}

} // namespace fieldbook::server::commands
