#include "shared/db/error.h"

#include <utility>

namespace fieldbook::db {
namespace {

std::string describe(const std::string& message, int extendedCode, const std::string& sql)
{
    std::string text = message;
    if (extendedCode != 0) {
        text += " (" + std::to_string(extendedCode) + ")";
    }
    if (!sql.empty()) {
        text += " in: " + sql;
    }
    return text;
}

} // namespace

Error::Error(Fault fault, int extendedCode, const std::string& message, std::string sql)
    : std::runtime_error{describe(message, extendedCode, sql)},
      fault_{fault},
      extendedCode_{extendedCode},
      sql_{std::move(sql)}
{}

std::string_view Error::code() const
{
    switch (fault_) {
    case Fault::Busy:
        return "db.busy";
    case Fault::Full:
        return "db.full";
    case Fault::Corrupt:
        return "db.corrupt";
    case Fault::NotADatabase:
        return "db.not_a_database";
    case Fault::WrongKey:
        return "db.wrong_key";
    case Fault::Constraint:
        return "db.constraint";
    case Fault::Io:
        return "db.io";
    case Fault::ReadOnly:
        return "db.read_only";
    case Fault::CannotOpen:
        return "db.cannot_open";
    case Fault::Interrupted:
        return "db.interrupted";
    case Fault::OutOfMemory:
        return "db.out_of_memory";
    case Fault::NewerSchema:
        return "db.newer_schema";
    case Fault::ForeignDatabase:
        return "db.foreign_database";
    case Fault::Other:
        break;
    }
    return "db.other";
}

} // namespace fieldbook::db
