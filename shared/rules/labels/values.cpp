#include "shared/rules/labels/families.h"

#include <algorithm>
#include <array>

namespace fieldbook::rules {
namespace {

// What may stand in a field.
constexpr std::array texts{
    ErrorText{"appointment.ends_before_start",
              {"The appointment ends before it starts; correct its times",
               "日程的结束早于开始，请改时间"}},
    ErrorText{"appointment.except_on",
              {"A day left out of the repetition is not a date; pick it again",
               "例外日期不是有效的日期，请重新选择"}},
    ErrorText{"attachment.sha256",
              {"The file cannot be recognised; attach it again", "文件无法识别，请重新添加"}},
    ErrorText{"currency.unknown",
              {"This currency is not known; use a code such as CNY",
               "不认识这个币种，请用 CNY 这样的代码"}},
    ErrorText{"date.malformed", {"This is not a date; pick it again", "日期无效，请重新选择"}},
    ErrorText{"discount.range",
              {"A discount is between 0 and 100 %; correct it", "折扣须在 0 到 100% 之间，请改正"}},
    ErrorText{
        "field.choice",
        {"What was chosen is no longer there to choose; pick again", "所选的选项已不存在，请重选"}},
    ErrorText{"field.invalid",
              {"A value does not fit its field; correct it", "有一项内容格式不对，请改正"}},
    ErrorText{"field.required",
              {"A field that is needed is empty; fill it in", "有必填项没有填，请补上"}},
    ErrorText{"field.too_long", {"A text is too long; shorten it", "有一项文字太长，请缩短"}},
    ErrorText{
        "file.digest_mismatch",
        {"A file arrived damaged and is sent again by itself", "文件传输时损坏，会自动重新发送"}},
    ErrorText{"file.too_large",
              {"The server takes no file of this size; it stays on this tablet",
               "服务器不接收这么大的文件，文件仍保留在本机"}},
    ErrorText{"identity.checksum",
              {"This ID number is not right; check its 18 characters",
               "身份证号码不正确，请核对 18 位号码"}},
    ErrorText{"money.malformed", {"This is not an amount; type it again", "金额无效，请重新输入"}},
    ErrorText{"money.mixed",
              {"Two currencies cannot be added up; use one", "两种币种不能相加，请统一币种"}},
    ErrorText{"money.negative",
              {"An amount cannot be below zero; correct it", "金额不能小于零，请改正"}},
    ErrorText{"money.overflow",
              {"The amount is too large; check quantity and price", "金额过大，请检查数量和单价"}},
    ErrorText{"number.negative",
              {"A number cannot be below zero; correct it", "数字不能小于零，请改正"}},
    ErrorText{
        "percent.range",
        {"A percentage is between 0 and 100; correct it", "百分比须在 0 到 100 之间，请改正"}},
    ErrorText{
        "period.ends_before_start",
        {"It would be over before it begins; pick a later end", "结束早于开始，请选择更晚的时间"}},
    ErrorText{
        "period.too_long",
        {"It may last a year at most; pick an earlier end", "最长一年，请选择更早的结束时间"}},
    ErrorText{"price.range", {"The price is out of range; correct it", "单价超出范围，请改正"}},
    ErrorText{"quantity.range",
              {"The quantity must be more than zero; correct it", "数量须大于零，请改正"}},
    ErrorText{"recurrence.contradictory",
              {"Parts of the repetition contradict each other; set it again",
               "重复规则前后矛盾，请重新设置"}},
    ErrorText{"recurrence.malformed",
              {"The repetition could not be read; set it again", "重复规则无法识别，请重新设置"}},
    ErrorText{"recurrence.never",
              {"The repetition fits no day at all; set it again",
               "重复规则没有任何一天符合，请重新设置"}},
    ErrorText{"recurrence.too_long",
              {"The repetition has too many times; shorten it", "重复次数太多，请缩短"}},
    ErrorText{"recurrence.unsupported",
              {"Repeating more often than daily is not possible; set it again",
               "不支持比每天更频繁的重复，请重新设置"}},
    ErrorText{"reference.missing",
              {"Something it refers to is no longer there; pick another",
               "它所关联的记录已不在，请另选"}},
    ErrorText{"reference.nil",
              {"Something it refers to was not chosen; pick it", "关联的记录没有选，请选择"}},
    ErrorText{"tax.range",
              {"A tax rate is between 0 and 100 %; correct it", "税率须在 0 到 100% 之间，请改正"}},
    ErrorText{"time.malformed", {"This is not a time; pick it again", "时间无效，请重新选择"}},
    ErrorText{"trip.ends_before_start",
              {"The trip ends before it starts; correct its days", "出差的结束早于开始，请改日期"}},
    ErrorText{"trip.too_long",
              {"A trip has at most 92 days; enter a longer one in parts",
               "一次出差最多 92 天，更长请分段登记"}},
    ErrorText{"zone.unknown",
              {"This time zone is not known; pick another", "不认识这个时区，请另选"}}};
static_assert(std::ranges::is_sorted(texts, {}, &ErrorText::code));

} // namespace

std::span<const ErrorText> valueTexts() { return texts; }

} // namespace fieldbook::rules
