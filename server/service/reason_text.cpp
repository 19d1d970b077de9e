#include "server/service/reason_text.h"

#include "shared/record/type.h"

#include <algorithm>
#include <array>

namespace fieldbook::server {
namespace {

struct Sentence {
    std::string_view code;
    std::string_view en;
    std::string_view zh;
};

// Sorted by code. {} stands for the name of the field.
constexpr auto sentences = std::to_array<Sentence>({
    {"access.board", "A customer stays in its board.", "客户不能跨版块。"},
    {"access.denied", "This record is not yours to change.", "您无权修改此记录。"},
    {"access.field", "This role may not change “{}”.", "该角色不能修改“{}”。"},
    {"access.manager_only", "Only a manager may do this.", "只有主管可以执行此操作。"},
    {"access.read_only", "This record can only be changed in the office.",
     "此记录只能在后台修改。"},
    {"act.arguments", "The app sent something that the server does not understand.",
     "应用发送的内容服务器无法识别。"},
    {"act.unknown", "The server does not know this operation. Update the server or the app.",
     "服务器不支持此操作，请升级服务器或应用。"},
    {"appointment.ends_before_start", "The appointment ends before it starts.",
     "日程的结束时间早于开始时间。"},
    {"assign.changed", "Somebody else has been made responsible meanwhile.",
     "负责人已被他人更改。"},
    {"attachment.sha256", "The file's checksum is not valid.", "附件的校验值无效。"},
    {"bin.orders", "A customer that has ordered cannot be deleted.", "有过订单的客户不能删除。"},
    {"bin.parent", "What this belongs to is in the recycle bin.", "它所属的记录在回收站中。"},
    {"change.field", "The app sent a field that the server does not know.",
     "应用发送了服务器不认识的字段。"},
    {"change.malformed", "The app sent something that the server cannot read.",
     "应用发送的内容服务器无法读取。"},
    {"change.policy", "“{}” cannot be changed in this way.", "不能以这种方式修改“{}”。"},
    {"change.type", "The app sent a kind of record that the server does not know.",
     "应用发送了服务器不认识的记录类型。"},
    {"claim.capacity", "This person has as many customers as one may.", "该人员的客户数已达上限。"},
    {"claim.cooldown", "The former owner has to wait before claiming.",
     "原负责人需过一段时间才能领取。"},
    {"claim.daily_limit", "No more customers can be claimed today.", "今日领取数已达上限。"},
    {"claim.new", "The customer has only just come into the pool.",
     "该客户刚进入公海，暂不能领取。"},
    {"claim.taken", "Somebody else has claimed this customer.", "该客户已被他人领取。"},
    {"cover.self", "Nobody stands in for themselves.", "不能由本人代理。"},
    {"create.field", "“{}” cannot be set when creating.", "新建时不能填写“{}”。"},
    {"create.owner", "You may not create this for somebody else.", "您不能为他人新建此记录。"},
    {"create.state", "A new record cannot begin in this state.", "新记录不能从此状态开始。"},
    {"currency.unknown", "The currency is not known.", "币种无法识别。"},
    {"discount.range", "A discount lies between 0 and 100 %.", "折扣必须在 0 到 100% 之间。"},
    {"field.choice", "“{}” has a value that is not among the choices.",
     "“{}”的取值不在可选范围内。"},
    {"field.invalid", "“{}” has a value that is not valid.", "“{}”的取值无效。"},
    {"field.required", "“{}” is missing.", "缺少“{}”。"},
    {"field.too_long", "“{}” is too long.", "“{}”过长。"},
    {"group.refused", "Refused together with another change that belongs to it.",
     "与之相关的另一项修改被拒绝，因此一并被拒绝。"},
    {"identity.checksum", "The ID number is not valid.", "身份证号码无效。"},
    {"lead.converted", "The lead has been converted already.", "该潜在客户已被转化。"},
    {"lead.disqualified", "The lead has been given up.", "该潜在客户已被放弃。"},
    {"lead.reason_missing", "Giving up a lead needs a reason.", "放弃潜在客户需要填写原因。"},
    {"merge.already", "Merging these two has been proposed already.", "已有人申请合并这两个客户。"},
    {"merge.decided", "This merge has been decided already.", "该合并已处理。"},
    {"merge.missing", "One of the two customers does not exist.", "其中一个客户不存在。"},
    {"merge.same", "A customer cannot be merged with itself.", "客户不能与其自身合并。"},
    {"merge.undo_over", "The time for undoing this merge is over.", "已过撤销合并的期限。"},
    {"money.negative", "“{}” must not be negative.", "“{}”不能为负数。"},
    {"money.overflow", "The amounts are too large.", "金额过大。"},
    {"number.negative", "“{}” must not be negative.", "“{}”不能为负数。"},
    {"opportunity.amount_missing", "This stage needs an amount.", "进入此阶段需要填写金额。"},
    {"opportunity.close_missing", "This stage needs an expected close.",
     "进入此阶段需要填写预计成交日。"},
    {"opportunity.closed", "The opportunity is closed.", "该业务机会已关闭。"},
    {"opportunity.lost_reason_missing", "Losing an opportunity needs a reason.",
     "丢单需要填写原因。"},
    {"opportunity.reason_missing", "Moving back needs a reason.", "退回阶段需要填写原因。"},
    {"order.currency_mixed", "The order mixes currencies.", "订单中混用了不同币种。"},
    {"order.empty", "The order has no lines.", "订单没有明细。"},
    {"order.locked", "The order has been submitted and cannot be changed.",
     "订单已提交，不能再修改。"},
    {"order.price_list_ended", "The price list is no longer valid.", "价格表已过期。"},
    {"order.reason_missing", "Cancelling needs a reason.", "取消需要填写原因。"},
    {"order.state", "The order is not in a state for this.", "订单当前状态不允许此操作。"},
    {"percent.range", "“{}” lies between 0 and 100 %.", "“{}”必须在 0 到 100% 之间。"},
    {"period.ends_before_start", "The period ends before it begins.", "结束时间早于开始时间。"},
    {"period.too_long", "The period may last a year at most.", "期限最长为一年。"},
    {"pool.off", "The company has no public pool.", "公司未开放公海。"},
    {"pool.protected", "The customer is protected.", "该客户在保护期内。"},
    {"price.range", "The price is out of range.", "价格超出范围。"},
    {"protect.capacity", "No more customers can be protected.", "受保护的客户数已达上限。"},
    {"protect.off", "Customers cannot be protected in this company.", "公司未开放客户保护。"},
    {"protect.pooled", "The customer is in the pool.", "该客户在公海中。"},
    {"protect.too_long", "A protection cannot last that long.", "保护期超过允许的天数。"},
    {"quantity.range", "The quantity is out of range.", "数量超出范围。"},
    {"quarantine.discarded", "The company has decided that this takes no effect; it is kept.",
     "公司决定不予采用，内容已保留。"},
    {"quarantine.held", "The account is frozen; this is kept until the company decides about it.",
     "账户已冻结，此内容由公司保管，等待处理。"},
    {"quarantine.released", "The company has taken this over.", "公司已采用此内容。"},
    {"record.deleted", "The record is in the recycle bin.", "该记录在回收站中。"},
    {"record.exists", "A record with this identity exists already.", "相同标识的记录已存在。"},
    {"record.id", "The record's identity is not valid.", "记录标识无效。"},
    {"record.merged", "The customer has gone into another one.", "该客户已并入另一个客户。"},
    {"record.missing", "The record does not exist on the server.", "服务器上没有此记录。"},
    {"reference.missing", "“{}” refers to a record that does not exist.", "“{}”指向的记录不存在。"},
    {"reference.nil", "“{}” refers to nothing.", "“{}”没有指向任何记录。"},
    {"share.owner", "Whoever is responsible sees the customer anyway.",
     "负责人本来就能看到该客户。"},
    {"tax.range", "A tax rate lies between 0 and 100 %.", "税率必须在 0 到 100% 之间。"},
    {"user.inactive", "This user is no longer active.", "该用户已停用。"},
    {"visit.another_open", "Another visit is still open.", "还有另一个拜访未结束。"},
    {"visit.not_open", "The visit is not open.", "该拜访未在进行中。"},
    {"visit.not_planned", "The visit is not planned any more.", "该拜访已不在计划中。"},
    {"visit.not_yours", "This is another salesperson's visit.", "这是其他业务员的拜访。"},
    {"visit.over", "The visit is over.", "该拜访已结束。"},
    {"visit.reason_missing", "Please say why the visit was not done.", "请填写拜访未完成的原因。"},
});
static_assert(std::ranges::is_sorted(sentences, {}, &Sentence::code));

std::string filled(std::string_view sentence, std::string_view name)
{
    std::string text{sentence};
    if (const auto at = text.find("{}"); at != std::string::npos) {
        text.replace(at, 2, name);
    }
    return text;
}

} // namespace

ReasonText reasonFor(std::string_view code, std::string_view type, std::string_view detail)
{
    const auto found = std::ranges::lower_bound(sentences, code, {}, &Sentence::code);
    if (found == sentences.end() || found->code != code) {
        return {"The server refused this change (" + std::string{code} + ").",
                "服务器拒绝了此修改（" + std::string{code} + "）。"};
    }
    const TypeSpec* spec = findType(type);
    const auto field = spec != nullptr ? spec->indexOf(detail) : std::nullopt;
    const Label label = field ? spec->fields[*field].fieldLabel : Label{detail, detail};
    return {filled(found->en, label.en), filled(found->zh, label.zh)};
}

} // namespace fieldbook::server
