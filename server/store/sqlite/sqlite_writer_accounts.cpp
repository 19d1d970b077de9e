#include "server/store/sqlite/day_number.h"
#include "server/store/sqlite/sqlite_writer.h"

// Second factors, account requests and logins.
namespace fieldbook::server {
namespace {

std::optional<Uuid> unlessNil(const Uuid& id)
{
    return id.isNil() ? std::nullopt : std::optional{id};
}

std::optional<std::int64_t> millisOf(const std::optional<Timestamp>& time)
{
    return time ? std::optional{toMillis(*time)} : std::nullopt;
}

} // namespace

void SqliteWriter::putSecondFactor(const SecondFactor& factor)
{
    database_
        .prepare("INSERT INTO second_factor (user, secret, confirmed, last_step, changed_at) "
                 "VALUES (:user, :secret, :confirmed, :step, :at) ON CONFLICT (user) DO UPDATE "
                 "SET secret = excluded.secret, confirmed = excluded.confirmed, "
                 "last_step = excluded.last_step, changed_at = excluded.changed_at")
        .bind(":user", factor.user)
        .bind(":secret", factor.secret)
        .bind(":confirmed", factor.isConfirmed)
        .bind(":step", static_cast<std::int64_t>(factor.lastStep))
        .bind(":at", toMillis(factor.changedAt))
        .run();
}

void SqliteWriter::dropSecondFactor(const Uuid& user)
{
    database_.prepare("DELETE FROM second_factor WHERE user = :user").bind(":user", user).run();
    setRecoveryCodes(user, {});
}

void SqliteWriter::setRecoveryCodes(const Uuid& user, std::span<const Sha256Digest> codes)
{
    database_.prepare("DELETE FROM recovery_code WHERE user = :user").bind(":user", user).run();
    for (const auto& code : codes) {
        database_.prepare("INSERT INTO recovery_code (user, digest) VALUES (:user, :digest)")
            .bind(":user", user)
            .bind(":digest", code)
            .run();
    }
}

bool SqliteWriter::useRecoveryCode(const Uuid& user, const Sha256Digest& code, Timestamp at)
{
    database_
        .prepare("UPDATE recovery_code SET used_at = :at "
                 "WHERE user = :user AND digest = :digest AND used_at IS NULL")
        .bind(":at", toMillis(at))
        .bind(":user", user)
        .bind(":digest", code)
        .run();
    return database_.changes() > 0;
}

void SqliteWriter::putAccountRequest(const AccountRequest& request)
{
    database_
        .prepare("INSERT OR REPLACE INTO account_request (id, kind, subject, team, wishes, reason, "
                 "leaving, state, requested_by, requested_at, due_at, decided_by, decided_at, "
                 "handling, executed_by, executed_at) VALUES (:id, :kind, :subject, :team, "
                 ":wishes, :reason, :leaving, :state, :requested_by, :requested_at, :due_at, "
                 ":decided_by, :decided_at, :handling, :executed_by, :executed_at)")
        .bind(":id", request.id)
        .bind(":kind", request.kind)
        .bind(":subject", unlessNil(request.subject))
        .bind(":team", unlessNil(request.team))
        .bind(":wishes", request.wishes)
        .bind(":reason", request.reason)
        .bind(":leaving", request.isLeaving)
        .bind(":state", request.state)
        .bind(":requested_by", request.requestedBy)
        .bind(":requested_at", toMillis(request.requestedAt))
        .bind(":due_at", toMillis(request.dueAt))
        .bind(":decided_by", unlessNil(request.decidedBy))
        .bind(":decided_at", millisOf(request.decidedAt))
        .bind(":handling", request.handling)
        .bind(":executed_by", unlessNil(request.executedBy))
        .bind(":executed_at", millisOf(request.executedAt))
        .run();
}

void SqliteWriter::countLogin(const LoginDay& more)
{
    database_
        .prepare("INSERT INTO login_day (user, day, opened, worked) "
                 "VALUES (:user, :day, :opened, :worked) ON CONFLICT (user, day) DO UPDATE "
                 "SET opened = opened + excluded.opened, worked = worked + excluded.worked")
        .bind(":user", more.user)
        .bind(":day", dayNumber(more.day))
        .bind(":opened", more.opened)
        .bind(":worked", more.worked)
        .run();
}

void SqliteWriter::putAttendanceNote(const AttendanceNote& note)
{
    database_
        .prepare("INSERT INTO attendance_note (user, day, author, at, text) "
                 "VALUES (:user, :day, :author, :at, :text) ON CONFLICT (user, day) DO UPDATE "
                 "SET author = excluded.author, at = excluded.at, text = excluded.text")
        .bind(":user", note.user)
        .bind(":day", dayNumber(note.day))
        .bind(":author", note.by)
        .bind(":at", toMillis(note.at))
        .bind(":text", note.text)
        .run();
}

} // namespace fieldbook::server
