#pragma once

#include "client/local/recorder.h"
#include "client/models/visits/visit_form.h"

#include <optional>
#include <string>
#include <string_view>

// What is recorded of a visit, each as one group: all of it or nothing. Writer's thread. Codes are
// those of the acts (shared/rules/acts/visits.cpp).
namespace fieldbook::client {

struct VisitSubject {
    Uuid visit; // Nil: one that was not planned.
    Uuid customer;
};

// Where it was done, or the code why nobody knows.
struct VisitPlace {
    std::optional<Geo> position;
    std::string missing;
};

// Makes the visit first if there is none, and moves its form to it.
[[nodiscard]] Result<Uuid> checkInVisit(Recorder& recorder,
                                        const VisitSubject& subject,
                                        const VisitForm& form,
                                        const VisitPlace& place,
                                        Timestamp at);
// With what was written, and a reminder of the next step where one is wanted and due. A promise
// also becomes what was last promised to the customer.
[[nodiscard]] Result<void> checkOutVisit(Recorder& recorder,
                                         const VisitSubject& subject,
                                         const VisitForm& form,
                                         const VisitPlace& place,
                                         Timestamp at,
                                         const std::string& zone);
// `act`: visit.cancel or visit.miss. What was written is kept with it.
[[nodiscard]] Result<void> endVisit(Recorder& recorder,
                                    const VisitSubject& subject,
                                    const VisitForm& form,
                                    std::string_view act,
                                    const std::string& reason);

} // namespace fieldbook::client
