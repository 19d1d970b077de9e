#include "server/app/commands/error_text.h"

#include "server/api/problem_text.h"
#include "server/service/reason_text.h"

#include <algorithm>
#include <array>

namespace fieldbook::server::commands {
namespace {

struct CodeText {
    std::string_view code;
    Label sentence;
};

constexpr std::array sentences{
    CodeText{"store.in_use",
             {"This data folder is in use. Stop the server (or the other command) first.",
              "数据目录正在使用中，请先停止服务器或另一条命令。"}},
    CodeText{"store.missing",
             {"There is no company in this data folder yet. Run fieldbookd init first.",
              "数据目录中还没有公司，请先运行 fieldbookd init。"}},
    CodeText{"backup.missing", {"There is no backup in this folder.", "该目录中没有备份。"}},
    CodeText{"backup.damaged",
             {"The backup is damaged; it must not be relied on.", "备份已损坏，不可使用。"}},
    CodeText{"backup.file",
             {"An uploaded file is missing from the data folder; the backup was not made.",
              "数据目录缺少已上传的文件，未生成备份。"}},
    CodeText{"restore.not_empty",
             {"The data folder must be empty; nothing was changed.",
              "数据目录必须为空，未作任何更改。"}},
    CodeText{"restore.keys",
             {"A key of this backup is not in that folder; nothing was changed.",
              "密钥目录缺少此备份的密钥，未作任何更改。"}},
    CodeText{"init.already",
             {"This data folder already has a company; nothing was changed.",
              "数据目录中已有公司，未作任何更改。"}},
    CodeText{"demo.not_empty",
             {"The demonstration needs an empty data folder; nothing was changed.",
              "演示公司需要空的数据目录，未作任何更改。"}},
    CodeText{"user.missing",
             {"There is no user with this sign-in name.", "没有这个登录名的用户。"}},
    CodeText{"user.book_stays",
             {"This person has customers, who stay in their board; hand them over first.",
              "该人员名下还有客户，客户不能跨版块，请先交接。"}},
    CodeText{"user.login_taken", {"This sign-in name is taken.", "该登录名已被使用。"}},
    CodeText{"team.missing",
             {"There is no team of this name or code.", "没有这个名称或代码的团队。"}},
    CodeText{"team.ring", {"A team cannot be part of itself.", "团队不能隶属于自身。"}},
    CodeText{"device.missing", {"There is no such device.", "没有这个设备。"}},
    CodeText{"handover.same",
             {"Nobody hands a book over to themselves.", "不能把客户交接给本人。"}},
    CodeText{"handover.empty",
             {"Nothing would go to anybody; say who gets it with --to, --part or --customers.",
              "没有可交接的内容，请用 --to、--part 或 --customers 指定接收人。"}},
    CodeText{"handover.field",
             {"Customers have no such field of words.", "客户没有这个文本字段。"}},
    CodeText{"handover.part",
             {"A part is written FIELD=VALUE:LOGIN.", "分配规则应写作 字段=值:登录名。"}},
    CodeText{"handover.file", {"The file cannot be read.", "无法读取该文件。"}},
    CodeText{"handover.row",
             {"A row has a customer's code or id and a sign-in name.",
              "每行应为客户编码或标识，以及登录名。"}},
    CodeText{"handover.customer",
             {"There is no single customer of this code or id.", "没有唯一对应的客户。"}},
    CodeText{"handover.missing", {"There is no such handover.", "没有这次交接。"}},
    CodeText{"handover.undone", {"This handover has been undone already.", "这次交接已经撤销。"}},
    CodeText{"bin.not_in", {"This is not in the recycle bin.", "这条记录不在回收站中。"}},
    CodeText{"pool.setting",
             {"There is no such setting; pool settings shows them.",
              "没有这个参数，请用 pool settings 查看。"}},
    CodeText{"quarantine.empty",
             {"Nothing of this person is held in quarantine.", "隔离区中没有该人员的内容。"}},
    CodeText{"remains.missing",
             {"There is no tablet's store in this folder, nor in its folder sealed.",
              "该目录及其 sealed 子目录中没有平板的存储。"}},
    CodeText{"remains.nobody",
             {"Nobody has ever signed in on this tablet; there is nothing to recover.",
              "这台平板从未有人登录，没有可取回的内容。"}},
    CodeText{"sealed_box.unreadable",
             {"This was sealed for another company, or is damaged.",
              "这不是为本公司密封的内容，或已损坏。"}},
    CodeText{"vault.damaged",
             {"The file vault of this tablet is damaged.", "平板的 vault 文件已损坏。"}},
    CodeText{"audit.witness",
             {"The file cannot be read, or is not one of checkpoints.",
              "无法读取该文件，或其中不是检查点。"}},
    CodeText{"trail.broken",
             {"The trail is not what it was; keep the data folder as it is and find out why.",
              "审计记录已被改动，请保留数据目录原状并查明原因。"}},
    CodeText{"trail.entry_missing", {"An entry is missing.", "缺少一条记录。"}},
    CodeText{"trail.entry_altered", {"An entry was altered.", "一条记录已被改动。"}},
    CodeText{"trail.head",
             {"The head of the tree does not fit the entries.", "树的末端与记录不符。"}},
    CodeText{"trail.node",
             {"A node of the tree does not fit the entries.", "树的节点与记录不符。"}},
    CodeText{"trail.rewritten",
             {"What a checkpoint stands for was rewritten; it had so many entries.",
              "检查点所代表的记录已被改写，当时条数如下。"}},
    CodeText{"trail.shorter",
             {"The trail is shorter than a checkpoint says; it had so many entries.",
              "记录比检查点所示更短，当时条数如下。"}},
    CodeText{"checkpoint.malformed", {"A checkpoint cannot be read.", "有检查点无法读取。"}},
    CodeText{"checkpoint.signature",
             {"A checkpoint is not signed by this server's key.", "有检查点并非由本服务器签署。"}},
    CodeText{"user.inactive", {"This person's account is not active.", "该人员的账户未启用。"}},
    CodeText{"password.missing", {"A password is needed.", "需要密码。"}},
    CodeText{"nothing.given",
             {"Say at least one thing to change.", "请至少指定一项要更改的内容。"}},
    CodeText{"currency.unknown",
             {"The currency must be a code such as CNY.", "币种必须是 CNY 之类的代码。"}},
    CodeText{"zone.unknown",
             {"The time zone must be a name such as Asia/Shanghai.",
              "时区必须是 Asia/Shanghai 之类的名称。"}},
    CodeText{"config.unreadable", {"The configuration file cannot be read.", "无法读取配置文件。"}},
    CodeText{"config.malformed",
             {"The configuration file is not TOML.", "配置文件不是有效的 TOML。"}},
    CodeText{"config.unknown_key", {"There is no such setting.", "没有这个设置项。"}},
    CodeText{"config.value", {"A setting has a value that it cannot have.", "设置项的值无效。"}},
    CodeText{"config.oidc",
             {"The settings of the identity provider are not whole or not safe.",
              "统一账号（OpenID Connect）的设置不完整或不安全。"}},
    CodeText{"config.ldap",
             {"The settings of the LDAP directory are not whole or not safe.",
              "LDAP 目录的设置不完整或不安全。"}},
    CodeText{"config.passwords",
             {"Short passwords are for companies where all have a second factor.",
              "只有所有人都启用两步验证时才能缩短密码。"}},
    CodeText{"config.certificate",
             {"Certificate and key go together.", "证书与私钥必须同时设置。"}},
    CodeText{"import.mapping_unreadable",
             {"The mapping file cannot be read.", "无法读取映射文件。"}},
    CodeText{"import.mapping_malformed",
             {"The mapping file is not TOML.", "映射文件不是有效的 TOML。"}},
    CodeText{"import.mapping", {"The mapping does not hold together.", "映射文件内容有误。"}},
    CodeText{"import.file_missing",
             {"A file that the mapping names is not there.", "缺少映射文件中提到的文件。"}},
};

} // namespace

std::string errorText(const Error& error, Language language)
{
    const auto found = std::ranges::find(sentences, std::string_view{error.code}, &CodeText::code);
    if (found != sentences.end()) {
        return std::string{in(language, found->sentence)};
    }
    const bool ofKind =
        api::problemText(error).detail.en == api::problemText({error.kind, {}, {}}).detail.en;
    if (ofKind) {
        auto reason = reasonFor(error.code, {}, error.detail);
        return language == Language::Chinese ? reason.zh : reason.en;
    }
    return std::string{in(language, api::problemText(error).detail)};
}

} // namespace fieldbook::server::commands
