#pragma once

#include "shared/rules/acts.h"

#include <string>
#include <string_view>
#include <vector>

// How acts are written. One file a family; each gives its declarations to the table in acts.cpp.
namespace fieldbook::rules {

// Who may do it, judged by the facts of the record acted upon.
enum class ActAccess : std::uint8_t {
    Writer, // Whoever may edit the record.
    Manager, // Whoever answers for its owner.
    Either,
    Responsible, // Who is responsible for the customer or manages those who are, and with whom it
                 // is shared: what becomes of a sharing.
    Seer, // Whoever sees the record; what it hangs on need not be this tablet's to see.
    Decider, // A seer, or who answers for whom it belongs to; the act asks what else is needed.
    Itself, // The act asks; of records that everybody sees.
};

// The arguments of one act as declared, already read. A name that is not declared is a programmer's
// mistake.
class Arguments {
public:
    // Code `act.arguments`, with the name of the first that is unknown, missing or malformed.
    [[nodiscard]] static Result<Arguments> parse(std::string_view json,
                                                 const std::vector<FieldSpec>& declared);

    [[nodiscard]] const Value& get(std::string_view name) const;
    [[nodiscard]] bool has(std::string_view name) const { return !isEmpty(get(name)); }
    // The empty string or the nil id where it was not given.
    [[nodiscard]] std::string text(std::string_view name) const;
    [[nodiscard]] Uuid reference(std::string_view name) const;

private:
    explicit Arguments(const std::vector<FieldSpec>& declared)
        : declared_{&declared}, values_(declared.size())
    {}

    const std::vector<FieldSpec>* declared_;
    std::vector<Value> values_;
};

// What an act wants written so far. A record's write is found again, never repeated.
class Writes {
public:
    // Refers into this; the next call may move it.
    RecordWrite& of(const Record& record);
    RecordWrite& create(std::string_view type, const Uuid& id);
    void add(RecordWrite write);
    [[nodiscard]] const std::vector<RecordWrite>& all() const { return writes_; }
    // Those that write anything.
    [[nodiscard]] std::vector<RecordWrite> take() &&;

private:
    RecordWrite* find(const Uuid& id);

    std::vector<RecordWrite> writes_;
};

// What an act is given.
struct ActCase {
    const ActCall& call;
    const Arguments& arguments;
    const Record& record; // As it stands, not deleted.
    const FeedFacts& facts;
    const World& world;

    [[nodiscard]] const Actor& actor() const { return call.actor; }
    // When it was done: the argument `at` if there is one and it lies before the act's own time,
    // which is the latest that is believed.
    [[nodiscard]] Timestamp doneAt() const;
    // The day of the act where the record's owner works.
    [[nodiscard]] Date today() const;
};

// Whether the actor sees the record. A tablet holds what its user sees, also where it lacks what
// that follows from.
[[nodiscard]] bool isSeen(const ActCase& act, const Record& record);

// Ends a sharing or a leave cover.
void endNow(Writes& writes, const ActCase& act, const Record& record);

struct ActDeclaration {
    std::string_view name;
    Label label;
    ActAccess access = ActAccess::Writer;
    std::vector<FieldSpec> arguments;
    Result<Writes> (*run)(const ActCase&) = nullptr;

    [[nodiscard]] std::string_view type() const { return name.substr(0, name.find('.')); }
};

[[nodiscard]] std::vector<ActDeclaration> leadActs();
[[nodiscard]] std::vector<ActDeclaration> opportunityActs();
[[nodiscard]] std::vector<ActDeclaration> visitActs();
[[nodiscard]] std::vector<ActDeclaration> orderActs();
[[nodiscard]] std::vector<ActDeclaration> reminderActs();
[[nodiscard]] std::vector<ActDeclaration> assignmentActs();
[[nodiscard]] std::vector<ActDeclaration> sharingActs();
[[nodiscard]] std::vector<ActDeclaration> viewActs();
[[nodiscard]] std::vector<ActDeclaration> exportActs();
[[nodiscard]] std::vector<ActDeclaration> poolActs();
[[nodiscard]] std::vector<ActDeclaration> mergeActs();
[[nodiscard]] std::vector<ActDeclaration> customerRulesActs();

// An optional argument that takes what the record's field takes, by the same name.
[[nodiscard]] FieldSpec asField(std::string_view type, std::string_view field);

[[nodiscard]] inline tl::unexpected<Error> refuse(std::string_view code, std::string detail = {})
{
    return fail(ErrorKind::Conflict, code, std::move(detail));
}

} // namespace fieldbook::rules
