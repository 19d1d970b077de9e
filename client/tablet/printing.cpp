#include "client/tablet/printing.h"

#include "client/local/display.h"
#include "shared/text/text_table.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <ostream>

namespace fieldbook::client::tablet {
namespace {

using nlohmann::json;

std::string decimalOf(std::int64_t number, int decimals)
{
    std::string digits = std::to_string(number < 0 ? -number : number);
    const auto width = static_cast<std::size_t>(decimals) + 1;
    digits.insert(0, width - std::min(width, digits.size()), '0');
    digits.insert(digits.size() - static_cast<std::size_t>(decimals), ".");
    digits.erase(digits.find_last_not_of('0') + 1);
    if (digits.ends_with('.')) {
        digits.pop_back();
    }
    return (number < 0 ? "-" : "") + digits;
}

struct TextOf {
    const Console& console;
    const FieldSpec& field;

    std::string operator()(std::monostate) const { return "-"; }
    std::string operator()(bool value) const
    {
        return value ? console.say({"yes", "是"}) : console.say({"no", "否"});
    }
    std::string operator()(std::int64_t value) const
    {
        switch (field.kind) {
        case FieldKind::Quantity:
            return decimalOf(value, 3);
        case FieldKind::BasisPoints:
            return decimalOf(value, 2) + '%';
        default:
            return std::to_string(value);
        }
    }
    std::string operator()(const std::string& value) const
    {
        const auto choice = std::ranges::find(field.choices, value, &Choice::code);
        return choice == field.choices.end() ? value : console.say(choice->label);
    }
    std::string operator()(const Money& value) const
    {
        return value.decimal() + ' ' + std::string{value.currency().code()};
    }
    std::string operator()(const Uuid& value) const { return value.text(); }
    std::string operator()(const Date& value) const { return toIsoDate(value); }
    std::string operator()(const Timestamp& value) const { return toRfc3339(value); }
    std::string operator()(const Geo& value) const
    {
        return std::to_string(value.latitude) + ',' + std::to_string(value.longitude);
    }
    std::string operator()(const TextSet& value) const
    {
        std::string members;
        for (const std::string& member : value) {
            members += (members.empty() ? "" : ", ") + member;
        }
        return members;
    }
};

json timeJson(const std::optional<Timestamp>& time)
{
    return time ? json(toRfc3339(*time)) : json();
}

std::string timeText(const std::optional<Timestamp>& time) { return time ? toRfc3339(*time) : "-"; }

std::string labelOf(const Console& console, std::string_view type)
{
    const TypeSpec* spec = findType(type);
    return spec != nullptr ? console.say(spec->label) : std::string{type};
}

std::string deedOf(const ChangeRow& row) { return row.act.empty() ? row.verb : row.act; }

json fieldsJson(const std::vector<ChangeRow::Field>& fields)
{
    json array = json::array();
    for (const auto& field : fields) {
        array.push_back({{"field", field.field},
                         {"before", toJson(field.before)},
                         {"after", toJson(field.after)}});
    }
    return array;
}

json sidesJson(const std::vector<AttentionField>& fields)
{
    json array = json::array();
    for (const auto& field : fields) {
        array.push_back({{"field", field.field},
                         {"mine", toJson(field.mine)},
                         {"theirs", toJson(field.theirs)},
                         {"theirs_by", field.theirsBy},
                         {"before", toJson(field.before)}});
    }
    return array;
}

std::string_view phaseName(sync::Status::Phase phase)
{
    constexpr std::array<std::string_view, 6> names{"idle",    "working",    "retrying",
                                                    "offline", "signed_out", "outdated"};
    return names.at(static_cast<std::size_t>(phase));
}

json laneJson(const sync::Status::LaneStatus& lane)
{
    json object{{"phase", phaseName(lane.phase)}};
    if (!lane.errorCode.empty()) {
        object["code"] = lane.errorCode;
    }
    if (lane.nextTryAt) {
        object["next_try_at"] = toRfc3339(*lane.nextTryAt);
    }
    return object;
}

} // namespace

std::string valueText(const Console& console, const FieldSpec& field, const Value& value)
{
    return std::visit(TextOf{console, field}, value);
}

std::string_view markName(SyncMark mark)
{
    constexpr std::array<std::string_view, 5> names{"sent", "waiting", "sending", "refused",
                                                    "conflict"};
    return names.at(static_cast<std::size_t>(mark));
}

void printJson(const Console& console, const json& document)
{
    console.out << document.dump() << std::endl;
}

json recordJson(const Record& record, SyncMark mark)
{
    json document = json::parse(record.document());
    document["mark"] = markName(mark);
    return document;
}

void printRecord(const Console& console, Tablet& tablet, const Record& record)
{
    console.out << console.say(record.type().label) << ' ' << record.id().text() << "  ["
                << markName(tablet.queries.markOf(record.id())) << "]\n";
    TextTable table{{console.say({"Field", "字段"}), "", console.say({"Value", "值"}),
                     console.say({"Version", "版本"})}};
    const auto& fields = record.type().fields;
    for (std::size_t i = 0; i < fields.size(); ++i) {
        if (!isEmpty(record.at(i))) {
            table.add({console.say(fields[i].fieldLabel), std::string{fields[i].fieldName},
                       valueText(console, fields[i], record.at(i)), record.versionAt(i).text()});
        }
    }
    table.print(console.out);
}

void printRecords(Tablet& tablet, const std::vector<Record>& records)
{
    const Console& console = tablet.console;
    TextTable table{{"id", console.say({"Name", "名称"}), console.say({"State", "状态"}),
                     console.say({"Sync", "同步"})}};
    for (const Record& record : records) {
        std::string state;
        for (const std::string_view field : {"state", "stage", "status"}) {
            if (const auto index = record.type().indexOf(field); index && state.empty()) {
                state = valueText(console, record.type().fields[*index], record.at(*index));
            }
        }
        table.add({record.id().text(), ownTitleOf(record), state,
                   std::string{markName(tablet.queries.markOf(record.id()))}});
    }
    table.print(console.out);
}

json changeJson(const ChangeRow& row)
{
    return {{"n", row.number},
            {"at", toRfc3339(row.at)},
            {"type", row.type},
            {"id", row.record.text()},
            {"title", row.title},
            {"verb", row.verb},
            {"act", row.act},
            {"group", row.group},
            {"mark", markName(row.mark)},
            {"fields", fieldsJson(row.fields)}};
}

void printChanges(const Console& console, const std::vector<ChangeRow>& rows)
{
    using enum TextTable::Align;
    TextTable table{{"n", console.say({"At", "时间"}), console.say({"What", "内容"}),
                     console.say({"Of", "对象"}), "id", console.say({"Sync", "同步"})},
                    {Right}};
    for (const ChangeRow& row : rows) {
        table.add({std::to_string(row.number), toRfc3339(row.at), deedOf(row),
                   labelOf(console, row.type) + ' ' + row.title, row.record.text(),
                   std::string{markName(row.mark)}});
    }
    table.print(console.out);
}

json receiptJson(const ReceiptRow& row)
{
    json object = changeJson(row.change);
    object.erase("mark");
    object["outcome"] = row.outcome;
    object["received_at"] = toRfc3339(row.receivedAt);
    if (!row.code.empty()) {
        object["code"] = row.code;
        object["reason"] = {{"en", row.reasonEn}, {"zh", row.reasonZh}};
    }
    return object;
}

void printReceipts(const Console& console, const std::vector<ReceiptRow>& rows)
{
    using enum TextTable::Align;
    TextTable table{{"n", console.say({"Answered", "回执时间"}), console.say({"What", "内容"}),
                     console.say({"Of", "对象"}), console.say({"Outcome", "结果"}),
                     console.say({"Reason", "原因"})},
                    {Right}};
    for (const ReceiptRow& row : rows) {
        table.add({std::to_string(row.change.number), toRfc3339(row.receivedAt), deedOf(row.change),
                   labelOf(console, row.change.type) + ' ' + row.change.title, row.outcome,
                   row.code.empty() ? "" : console.say({row.reasonEn, row.reasonZh})});
    }
    table.print(console.out);
}

json statusJson(const StoreStatus& status)
{
    return {{"signed_in", status.signedIn},
            {"user", status.user.isNil() ? json() : json(status.user.text())},
            {"user_name", status.userName},
            {"server", status.server},
            {"device", status.device},
            {"device_code", status.deviceCode},
            {"first_sync_done", status.firstSyncDone},
            {"waiting", status.waiting},
            {"oldest_waiting", timeJson(status.oldestWaiting)},
            {"files_waiting", status.filesWaiting},
            {"file_bytes_waiting", status.fileBytesWaiting},
            {"attention", status.needYou},
            {"last_pulled_at", timeJson(status.lastPulledAt)},
            {"last_pushed_at", timeJson(status.lastPushedAt)},
            {"records", status.records},
            {"customers", status.customers},
            {"store_bytes", status.storeBytes}};
}

void printStatus(const Console& console, const StoreStatus& status)
{
    TextTable table{{console.say({"What", "项目"}), console.say({"Now", "现状"})}};
    const auto row = [&](const Label& label, const std::string& value) {
        table.add({console.say(label), value.empty() ? "-" : value});
    };
    row({"Signed in", "已登录"}, status.signedIn ? status.userName : console.say({"no", "否"}));
    row({"Server", "服务器"}, status.server);
    row({"Device", "设备"}, status.deviceCode + " (" + std::to_string(status.device) + ")");
    row({"First sync done", "首次同步完成"},
        console.say(status.firstSyncDone ? Label{"yes", "是"} : Label{"no", "否"}));
    row({"Changes waiting", "待发送更改"}, std::to_string(status.waiting));
    row({"Oldest waiting", "最早待发送"}, timeText(status.oldestWaiting));
    row({"Files waiting", "待上传文件"}, std::to_string(status.filesWaiting) + " (" +
                                             std::to_string(status.fileBytesWaiting) + " B)");
    row({"Needs attention", "待处理"}, std::to_string(status.needYou));
    row({"Last received", "上次接收"}, timeText(status.lastPulledAt));
    row({"Last sent", "上次发送"}, timeText(status.lastPushedAt));
    row({"Records", "记录数"}, std::to_string(status.records));
    row({"Customers", "客户数"}, std::to_string(status.customers));
    row({"Store (bytes)", "存储（字节）"}, std::to_string(status.storeBytes));
    table.print(console.out);
}

json syncJson(const sync::Status& status)
{
    return {{"push", laneJson(status.push)},        {"pull", laneJson(status.pull)},
            {"files", laneJson(status.files)},      {"waiting", status.changesWaiting},
            {"files_waiting", status.filesWaiting}, {"live", status.live},
            {"caught_up", status.caughtUp},         {"last_contact", timeJson(status.lastContact)},
            {"code", status.lastErrorCode}};
}

std::string syncText(const Console& console, const sync::Status& status)
{
    std::string text =
        console.say({"push ", "发送 "}) + std::string{phaseName(status.push.phase)} +
        console.say({", pull ", "，接收 "}) + std::string{phaseName(status.pull.phase)} +
        console.say({", files ", "，文件 "}) + std::string{phaseName(status.files.phase)} +
        console.say({"; waiting ", "；待发送 "}) + std::to_string(status.changesWaiting) + '+' +
        std::to_string(status.filesWaiting);
    text += status.live ? console.say({"; live", "；实时连接"}) : std::string{};
    text += status.caughtUp ? console.say({"; up to date", "；已是最新"}) : std::string{};
    return status.lastErrorCode.empty() ? text : text + " [" + status.lastErrorCode + ']';
}

json attentionJson(const AttentionDetail& detail)
{
    const bool refused = detail.row.kind == AttentionRow::Kind::Refused;
    return {{"item", detail.row.id},
            {"kind", refused ? "refused" : "conflict"},
            {"at", toRfc3339(detail.row.at)},
            {"type", detail.row.type},
            {"id", detail.row.record.text()},
            {"title", detail.row.title},
            {"subtitle", detail.row.subtitle},
            {"code", detail.row.code},
            {"reason", {{"en", detail.row.reasonEn}, {"zh", detail.row.reasonZh}}},
            {"fields", sidesJson(detail.fields)},
            {"merged", sidesJson(detail.merged)}};
}

void printAttention(const Console& console, const std::vector<AttentionDetail>& items)
{
    for (const AttentionDetail& item : items) {
        console.out << '#' << item.row.id << ' ' << labelOf(console, item.row.type) << ' '
                    << item.row.title << ' ' << item.row.record.text() << '\n';
        if (!item.row.code.empty()) {
            console.out << "   " << console.say({item.row.reasonEn, item.row.reasonZh}) << " ["
                        << item.row.code << "]\n";
        }
        const TypeSpec* type = findType(item.row.type);
        for (const auto& side : item.fields) {
            const auto index = type != nullptr ? type->indexOf(side.field) : std::nullopt;
            if (index) {
                const FieldSpec& field = type->fields[*index];
                console.out << "   " << console.say(field.fieldLabel) << " (" << side.field
                            << "): " << console.say({"mine ", "我的 "})
                            << valueText(console, field, side.mine)
                            << console.say({", theirs ", "，对方 "})
                            << valueText(console, field, side.theirs)
                            << console.say({", before ", "，原来 "})
                            << valueText(console, field, side.before) << '\n';
            }
        }
    }
}

} // namespace fieldbook::client::tablet
