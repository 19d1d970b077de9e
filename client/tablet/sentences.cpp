#include "client/tablet/sentences.h"

#include "shared/rules/labels.h"

#include <algorithm>
#include <array>

namespace fieldbook::client::tablet {
namespace {

// What only the command line or the transport says; the rest stands in shared/rules/labels.h.
constexpr std::array own{
    rules::ErrorText{"attention.decided",
                     {"This no longer waits for a decision", "这一项已经处理过了"}},
    rules::ErrorText{"attention.missing",
                     {"There is no such item of attention", "没有这个待处理项"}},
    rules::ErrorText{"auth.missing",
                     {"Nobody is signed in; sign in again", "尚未登录，请重新登录"}},
    rules::ErrorText{"authority.unreadable",
                     {"The certificate authority's file cannot be read or is not PEM",
                      "证书颁发机构文件无法读取，或不是 PEM 格式"}},
    rules::ErrorText{"decision.missing",
                     {"Say what to take for each field: field=mine, theirs or before",
                      "请为每一项说明取哪个值：字段=mine、theirs 或 before"}},
    rules::ErrorText{
        "device.receipt",
        {"This tablet is wiped; its receipt could not be delivered yet, run sync again",
         "本机已擦除，回执尚未送达，请再次运行 sync"}},
    rules::ErrorText{"device.wiped",
                     {"The company has wiped this tablet; sign in to begin anew",
                      "公司已擦除本机，可登录后重新开始"}},
    rules::ErrorText{"file.unreadable", {"The file cannot be read", "无法读取文件"}},
    rules::ErrorText{"input.pair", {"Write what you give as name=value", "请写成 名称=值 的形式"}},
    rules::ErrorText{
        "numbers.none",
        {"The order numbers kept on this tablet are used up; sync once to get new ones",
         "本机预留的单号已用完，同步一次即可领取"}},
    rules::ErrorText{"password.missing", {"A password is needed", "需要密码"}},
    rules::ErrorText{"price.missing",
                     {"This product has no price for this customer", "这个产品对该客户还没有价格"}},
    rules::ErrorText{"record.id_malformed", {"This is not a record's id", "这不是记录的标识"}},
    rules::ErrorText{
        "reference.ambiguous",
        {"Several records are called this; give the id", "有多条记录叫这个名字，请改用标识"}},
    rules::ErrorText{
        "server.missing",
        {"Say which server: --server https://...", "请指定服务器：--server https://..."}},
    rules::ErrorText{"session.code_needed",
                     {"Say the code of the authenticator app: --code 123456",
                      "请输入验证器上的验证码：--code 123456"}},
    rules::ErrorText{"session.ended",
                     {"The session is over; sign in again, what is unsent stays here",
                      "登录已失效，请重新登录，未发送的内容都在"}},
    rules::ErrorText{"session.factor_needed",
                     {"This role signs in with an authenticator app; set it up with "
                      "fieldbookd second-factor",
                      "该角色必须使用验证器登录，请先用 fieldbookd second-factor 启用"}},
    rules::ErrorText{
        "session.none",
        {"Nobody is signed in on this tablet; sign in first", "这台平板还没有人登录，请先登录"}},
    rules::ErrorText{"session.other_user",
                     {"Somebody else's work here is not finished; that person signs in first",
                      "本机还有他人未完成的内容，请让那个人先登录"}},
    rules::ErrorText{"session.too_many",
                     {"Too many attempts to sign in; wait a little", "登录尝试过多，请稍候再试"}},
    rules::ErrorText{"session.wrong_code",
                     {"The code is wrong or was used already", "验证码不正确或已使用过"}},
    rules::ErrorText{"session.wrong_credentials",
                     {"The sign-in name or the password is wrong", "登录名或密码不正确"}},
    rules::ErrorText{"store.failed", {"The tablet's store failed", "本机存储出现故障"}},
    rules::ErrorText{"store.in_use",
                     {"Another program uses this tablet's folder; close it first",
                      "另一个程序正在使用该平板的目录，请先关闭"}},
    rules::ErrorText{"store.key",
                     {"The store does not open with this key; is FIELDBOOK_PASSPHRASE right?",
                      "密钥打不开存储，请检查 FIELDBOOK_PASSPHRASE"}},
    rules::ErrorText{"store.missing",
                     {"There is no tablet in this folder yet; sign in first",
                      "该目录中还没有平板，请先登录（sign-in）"}},
    rules::ErrorText{
        "sync.unfinished",
        {"Not everything could be exchanged in the time given", "在给定的时间内没有全部同步完"}},
};

constexpr std::array troubles{
    std::string_view{"device.receipt"},      std::string_view{"network.answer"},
    std::string_view{"network.unreachable"}, std::string_view{"network.timeout"},
    std::string_view{"server.busy"},         std::string_view{"server.failed"},
    std::string_view{"server.time_limit"},   std::string_view{"store.failed"},
    std::string_view{"sync.unfinished"},
};

} // namespace

std::string sentenceFor(std::string_view code, Language language)
{
    const auto found = std::ranges::find(own, code, &rules::ErrorText::code);
    const Label label = found != own.end() ? found->text : rules::textFor(code);
    return std::string{language == Language::Chinese ? label.zh : label.en};
}

bool isTrouble(std::string_view code)
{
    return code.starts_with("db.") || std::ranges::find(troubles, code) != troubles.end();
}

} // namespace fieldbook::client::tablet
