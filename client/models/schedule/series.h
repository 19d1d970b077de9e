#pragma once

#include "client/local/recorder.h"
#include "shared/calendar/zone.h"
#include "shared/record/record.h"

#include <chrono>

// What a person does to one occurrence of a repeating appointment, or to it and those after it: the
// changes that make it so, as one group. The writer's thread.
namespace fieldbook::client {

struct Occurrence {
    Record series; // As it is stored.
    Timestamp begins;
    Zone zone; // In which the days left out are meant.
};

// By how much a day and time on the wall differ between two moments.
[[nodiscard]] std::chrono::seconds wallShift(const Zone& zone, Timestamp from, Timestamp to);

// An appointment of its own takes the place of that occurrence; `values` are what it differs in.
[[nodiscard]] Result<Uuid>
changeOnce(Recorder& recorder, const Occurrence& at, std::vector<FieldValue> values);
// The series ends before that occurrence and a new one begins with it.
[[nodiscard]] Result<Uuid>
changeFollowing(Recorder& recorder, const Occurrence& at, std::vector<FieldValue> values);
// Every occurrence; times among the values are those of `at` and move all by as much.
[[nodiscard]] Result<Uuid>
changeAll(Recorder& recorder, const Occurrence& at, std::vector<FieldValue> values);

[[nodiscard]] Result<void> removeOnce(Recorder& recorder, const Occurrence& at);
[[nodiscard]] Result<void> removeFollowing(Recorder& recorder, const Occurrence& at);

} // namespace fieldbook::client
