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
    rules::ErrorText{
        "password.common",
        {"Many people use this password, or it repeats something short; choose another",
         "这个密码太常见或只是重复，请另选一个"}},
    rules::ErrorText{"password.context",
                     {"This is little more than a name that others know; choose another",
                      "除了姓名、登录名或公司名外内容太少，请另选一个"}},
    rules::ErrorText{"password.differs",
                     {"The two are not the same; type the new password again",
                      "两次输入的新密码不一致，请重新输入"}},
    rules::ErrorText{
        "password.too_long",
        {"A password has at most 256 characters; shorten it", "密码最多 256 个字符，请缩短"}},
    rules::ErrorText{
        "password.too_short",
        {"This is too short; a few words in a row are long enough", "密码太短，连写几个词就够长"}},
    rules::ErrorText{
        "password.unchanged",
        {"This is the password that you have; choose another", "新密码与现在的相同，请另选一个"}},
    rules::ErrorText{
        "password.wrong_current",
        {"The present password is wrong; type it again", "当前密码不正确，请重新输入"}},
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
    rules::ErrorText{
        "session.too_many",
        {"Too many attempts; wait five minutes and try again", "尝试次数过多，请五分钟后再试"}},
    rules::ErrorText{
        "session.wrong_credentials",
        {"Sign-in name or password is wrong; type them again", "登录名或密码不正确，请重新输入"}},
    rules::ErrorText{"factor.enrolled",
                     {"There is an authenticator app already; an administrator can reset it",
                      "已启用验证器，如需更换请联系系统管理员重置"}},
    rules::ErrorText{"session.code_needed",
                     {"Type the code of your authenticator app", "请输入验证器上的验证码"}},
    rules::ErrorText{"session.factor_needed",
                     {"Your role signs in with an authenticator app; set it up first",
                      "您的角色必须使用验证器登录，请先启用"}},
    rules::ErrorText{"session.wrong_code",
                     {"This code is wrong or was used; wait for the next one",
                      "验证码不正确或已用过，请等下一个"}},
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
