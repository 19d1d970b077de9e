#include "client/models/error_text.h"

#include "client/models/labels.h"
#include "shared/rules/labels.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace fieldbook::client {
namespace {

// What only a tablet says, of itself: no receipt carries these.
constexpr std::array ownTexts{
    rules::ErrorText{"email.malformed",
                     {"This is not an e-mail address; correct it or leave it empty",
                      "邮箱格式不对，请改正或留空"}},
    rules::ErrorText{"numbers.none",
                     {"The numbers kept on this tablet are used up; connect once to get new ones, "
                      "what you entered is kept",
                      "本机预留的单号已用完，联网一次即可领取，已填的内容都在"}},
    rules::ErrorText{"outside.none",
                     {"No app on this tablet takes that", "本机没有可以打开它的应用"}},
    rules::ErrorText{"phone.malformed",
                     {"This number cannot be dialled; type one number with its digits",
                      "电话号码不完整或有误，请只填一个号码"}},
    rules::ErrorText{
        "picture.unreadable",
        {"This is no picture that can be read; choose another", "这张图片读不出来，请另选一张"}},
    rules::ErrorText{"picture.unwritable",
                     {"The picture could not be made ready; free some memory and try again",
                      "图片没有处理好，请腾出内存后再试"}},
    rules::ErrorText{"price.missing",
                     {"This product has no price for this customer; ask the office",
                      "这个产品对该客户还没有价格，请联系公司"}},
    rules::ErrorText{"store.read",
                     {"This could not be read; your data is safe on this tablet",
                      "没能读出来，数据都安全地存在本机"}},
    rules::ErrorText{"store.write",
                     {"This was not saved; free some space on the tablet and try again",
                      "没有存下来，请清理一些存储空间后再试"}},
};

Label labelFor(std::string_view code)
{
    const auto* const own = std::ranges::find(ownTexts, code, &rules::ErrorText::code);
    return own != ownTexts.end() ? own->text : rules::textFor(code);
}

} // namespace

QString ErrorText::of(const QString& code)
{
    const QString sentence = Labels::text(labelFor(code.toStdString()));
    return Labels::inChinese() ? QStringLiteral("%1（%2）").arg(sentence, code)
                               : QStringLiteral("%1 (%2)").arg(sentence, code);
}

} // namespace fieldbook::client
