#pragma once

#include "server/service/caller.h"
#include "server/service/directory_board.h"
#include "server/store/store.h"

#include <string>

namespace fieldbook::server {

// What a user has before them, for whatever calendar program they use: their appointments, and
// their open reminders as short entries that leave the time free. Any thread.
class CalendarService {
public:
    // Of each type; a calendar is no archive.
    static constexpr std::size_t entriesMax = 5'000;
    // What took place once, longer ago than this, is left out.
    static constexpr std::chrono::days pastMax{180};

    CalendarService(Store& store, DirectoryBoard& directory, const Clock& clock)
        : store_{store}, directory_{directory}, clock_{clock}
    {}

    // iCalendar (RFC 5545). Changes only when something in it does.
    [[nodiscard]] std::string file(const Caller& caller) const;

private:
    Store& store_;
    DirectoryBoard& directory_;
    const Clock& clock_;
};

} // namespace fieldbook::server
