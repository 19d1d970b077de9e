#pragma once

#include "shared/base/clock.h"
#include "shared/base/encoding.h"
#include "shared/base/hash.h"
#include "shared/base/uuid.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

// What the store keeps of accounts beside the records of users: second factors, requests to open,
// change and close an account, and on which days somebody was there.
namespace fieldbook::server {

// What an authenticator app shares with the server.
struct SecondFactor {
    Uuid user;
    Bytes secret; // Sealed.
    bool isConfirmed = false; // The app has shown a right code once.
    std::uint64_t lastStep = 0; // Of the last code taken; none up to it is taken again.
    Timestamp changedAt;

    friend bool operator==(const SecondFactor&, const SecondFactor&) = default;
};

// One form of 信息系统用户管理及权限变更审批表.
struct AccountRequest {
    Uuid id;
    std::string kind; // "open", "close", "change_role", "freeze", "unfreeze".
    Uuid subject; // Nil until an account that is to be opened exists.
    Uuid team; // The one whose board decides.
    std::string wishes; // JSON: what is to stand in the user's record.
    std::string reason;
    bool isLeaving = false; // Somebody is about to leave.
    std::string state; // "requested", "approved", "refused", "withdrawn", "executed".
    Uuid requestedBy;
    Timestamp requestedAt;
    Timestamp dueAt;
    Uuid decidedBy = {};
    std::optional<Timestamp> decidedAt = {};
    std::string handling = {}; // What whoever decided or executed it says.
    Uuid executedBy = {}; // Nil while executedAt is set: by itself, upon approval.
    std::optional<Timestamp> executedAt = {};

    friend bool operator==(const AccountRequest&, const AccountRequest&) = default;
};

// That somebody was there on a day of the company's calendar.
struct LoginDay {
    Uuid user;
    Date day;
    std::int64_t opened = 0; // Sign-ins, and openings of the app that the server heard of.
    std::int64_t worked = 0; // Changes recorded on that day, whenever they arrived.

    friend bool operator==(const LoginDay&, const LoginDay&) = default;
};

// What a manager says about somebody who was not there, such as the penalty.
struct AttendanceNote {
    Uuid user;
    Date day;
    Uuid by;
    Timestamp at;
    std::string text;

    friend bool operator==(const AttendanceNote&, const AttendanceNote&) = default;
};

class AccountView {
public:
    virtual ~AccountView() = default;

    [[nodiscard]] virtual std::optional<SecondFactor> findSecondFactor(const Uuid& user) = 0;
    // Recovery codes that were not used.
    [[nodiscard]] virtual std::size_t recoveryCodesLeft(const Uuid& user) = 0;

    [[nodiscard]] virtual std::optional<AccountRequest> findAccountRequest(const Uuid& id) = 0;
    // The newest first; of one state, or of all.
    [[nodiscard]] virtual std::vector<AccountRequest> accountRequests(std::string_view state,
                                                                      std::size_t limit) = 0;

    // Of everybody, by user and day.
    [[nodiscard]] virtual std::vector<LoginDay> loginDays(Date from, Date to) = 0;
    // The last of each user.
    [[nodiscard]] virtual std::vector<LoginDay> lastLoginDays() = 0;
    [[nodiscard]] virtual std::vector<AttendanceNote> attendanceNotes(Date from, Date to) = 0;
};

class AccountWriter {
public:
    virtual ~AccountWriter() = default;

    virtual void putSecondFactor(const SecondFactor& factor) = 0;
    // With its recovery codes.
    virtual void dropSecondFactor(const Uuid& user) = 0;
    // In place of all that there were.
    virtual void setRecoveryCodes(const Uuid& user, std::span<const Sha256Digest> codes) = 0;
    // False if there is none, or it was used.
    [[nodiscard]] virtual bool
    useRecoveryCode(const Uuid& user, const Sha256Digest& code, Timestamp at) = 0;

    virtual void putAccountRequest(const AccountRequest& request) = 0;

    // Added to what stands for that user and day.
    virtual void countLogin(const LoginDay& more) = 0;
    // One for each user and day.
    virtual void putAttendanceNote(const AttendanceNote& note) = 0;
};

} // namespace fieldbook::server
