#include "server/api/problem_text.h"

#include <algorithm>
#include <array>

namespace fieldbook::server::api {
namespace {

struct CodeText {
    std::string_view code;
    Label sentence;
};

// Sorted by code.
constexpr std::array sentences{
    CodeText{"access.denied", {"This is not yours to see or change.", "您无权查看或修改此内容。"}},
    CodeText{"access.export",
             {"Your role does not take these records out.", "您的角色不能导出这些数据。"}},
    CodeText{"access.field",
             {"Your role may not see or change this field.", "您的角色不能查看或修改这一项。"}},
    CodeText{"access.manager_only", {"Only managers may see this.", "仅主管可以查看。"}},
    CodeText{"app.outdated",
             {"This app is too old to be served; what it sends is still taken.",
              "应用版本过旧，仍可发送，但不再提供接收。"}},
    CodeText{"attendance.note",
             {"Say something, in at most 2,000 bytes.", "请填写说明，不超过 2000 字节。"}},
    CodeText{"attendance.period",
             {"The period ends before it starts, or is longer than a year.",
              "期间的结束早于开始，或超过一年。"}},
    CodeText{"auth.csrf",
             {"The request did not come from a page of this server; load the page again.",
              "请求不是来自本服务器的页面，请重新加载页面。"}},
    CodeText{"auth.missing", {"Sign in first.", "请先登录。"}},
    CodeText{"body.malformed",
             {"The body is not the JSON that this request needs.", "请求内容不是有效的 JSON。"}},
    CodeText{"calendar.missing",
             {"There is no calendar at this address any more.", "该日历地址已失效或不存在。"}},
    CodeText{"checkpoint.malformed",
             {"This is not a signed state of the trail.", "这不是审计记录的签名状态。"}},
    CodeText{"checkpoint.signature",
             {"This state of the trail is not signed by this server.",
              "该审计状态并非由本服务器签署。"}},
    CodeText{"contact.malformed",
             {"What the tablet says of itself cannot be read.", "无法读取平板的报告。"}},
    CodeText{"cursor.epoch",
             {"The server was put back to an earlier state; begin the sync anew.",
              "服务器曾恢复到以前的状态，请重新开始同步。"}},
    CodeText{"cursor.invalid",
             {"The cursor is not one of this server's; begin the sync anew.",
              "同步位置无效，请重新开始同步。"}},
    CodeText{"cursor.resync",
             {"An administrator has ordered this tablet to fetch everything anew.",
              "管理员要求此平板重新获取全部内容。"}},
    CodeText{"device.cloned",
             {"Another copy of this tablet has been in contact; sign in again as a new device.",
              "此平板的另一副本已联系过服务器，请作为新设备重新登录。"}},
    CodeText{"device.code_invalid",
             {"The code is wrong, used up or expired; ask for a new one.",
              "注册码错误、已使用或已过期，请索取新的注册码。"}},
    CodeText{"device.code_needed",
             {"A new tablet is enrolled with a one-time code; ask an administrator for one.",
              "新平板须用一次性注册码注册，请向管理员索取。"}},
    CodeText{"device.foreign",
             {"The request names a device that is not the session's.", "设备与当前登录不符。"}},
    CodeText{"device.locked",
             {"An administrator has locked this tablet; what it still sends is kept.",
              "管理员已锁定此平板；仍会接收并保管其发送的内容。"}},
    CodeText{"device.missing", {"There is no such device.", "没有这个设备。"}},
    CodeText{"device.pending",
             {"This tablet waits for an administrator's approval.", "此平板正在等待管理员批准。"}},
    CodeText{"device.revoked",
             {"This tablet is no longer admitted; what it still sends is kept.",
              "此平板已被吊销；仍会接收并保管其发送的内容。"}},
    CodeText{"device.state",
             {"A device in this state takes no such command.", "设备当前状态不接受此命令。"}},
    CodeText{"device.too_many",
             {"Too many requests that nobody known has signed; wait.",
              "签名无效的请求过多，请稍后再试。"}},
    CodeText{"device.unknown", {"No device is known that signs so.", "没有以此签名的设备。"}},
    CodeText{
        "device.wipe",
        {"The company has ordered this tablet to be wiped; what it still holds is taken first.",
         "公司已要求擦除此平板；会先接收其尚未发送的内容。"}},
    CodeText{"export.expired",
             {"This export was not taken in time; ask again.", "该导出已过期，请重新申请。"}},
    CodeText{"export.reason", {"Say what the records are for.", "请说明导出用途。"}},
    CodeText{"export.rejected", {"This export was not approved.", "该导出申请未获批准。"}},
    CodeText{"export.taken",
             {"This export was taken already; ask again.", "该导出已被领取，请重新申请。"}},
    CodeText{"export.too_many",
             {"These are more records than one file takes; narrow the filter.",
              "记录数超过单个文件的上限，请缩小筛选范围。"}},
    CodeText{"export.waiting", {"This export waits for approval.", "该导出申请正在等待审批。"}},
    CodeText{"factor.enrolled",
             {"There is a second factor already; an administrator can take it away.",
              "已启用两步验证，如需更换请联系系统管理员重置。"}},
    CodeText{"factor.missing", {"There is no second factor.", "没有启用两步验证。"}},
    CodeText{"factor.not_begun", {"Begin the enrolment first.", "请先开始启用两步验证。"}},
    CodeText{
        "file.digest_mismatch",
        {"What arrived is not the file that was announced.", "收到的内容与所声明的文件不一致。"}},
    CodeText{"file.missing", {"There is no such file.", "文件不存在。"}},
    CodeText{"file.too_large",
             {"The file is larger than this server takes.", "文件超过服务器允许的大小。"}},
    CodeText{"handover.empty",
             {"Nothing would go to anybody; say who gets it.", "没有可交接的内容，请指定接收人。"}},
    CodeText{"handover.field",
             {"Customers have no such field of words.", "客户没有这个文本字段。"}},
    CodeText{"handover.missing", {"There is no such handover.", "没有这次交接。"}},
    CodeText{"handover.same",
             {"Nobody hands a book over to themselves.", "不能把客户交接给本人。"}},
    CodeText{"handover.undone", {"This handover has been undone already.", "这次交接已经撤销。"}},
    CodeText{"key.ended",
             {"This key opens nothing any more, or never did.", "该密钥已失效或不存在。"}},
    CodeText{"key.life", {"A key lives 1 to 3,650 days.", "密钥有效期为 1 到 3650 天。"}},
    CodeText{"key.missing", {"There is no such key.", "密钥不存在。"}},
    CodeText{"key.name",
             {"A key needs a name of one line and at most 100 bytes.",
              "密钥需要名称：单行且不超过 100 字节。"}},
    CodeText{"key.scope", {"Say what the key opens.", "请指定密钥的权限范围。"}},
    CodeText{"key.scope_missing",
             {"This key does not open that; a session or another key may.",
              "该密钥的权限范围不包括此操作。"}},
    CodeText{
        "key.too_many",
        {"This user has too many keys; revoke some first.", "该用户的密钥过多，请先吊销一些。"}},
    CodeText{"ldap.unavailable",
             {"The company's directory cannot be asked at present; try again soon.",
              "暂时无法连接公司目录服务，请稍后再试。"}},
    CodeText{"lease.nonce", {"A nonce has 16 to 64 bytes.", "随机数应为 16 到 64 字节。"}},
    CodeText{"lease.sign_in_again",
             {"Sign in again first; this is only given right after a sign-in.",
              "请先重新登录，此项仅在刚登录后提供。"}},
    CodeText{"numbers.count",
             {"A block holds 1 to 1,000 numbers.", "一次可领取 1 到 1000 个编号。"}},
    CodeText{"numbers.series", {"There is no such series of numbers.", "没有这种编号系列。"}},
    CodeText{
        "oidc.claim",
        {"The company's account does not say who this is here.", "统一账号中没有对应的登录名。"}},
    CodeText{"oidc.disabled",
             {"This server does not take the company's account.", "本服务器未启用统一账号登录。"}},
    CodeText{
        "oidc.grant",
        {"This sign-in is over or was never begun; begin anew.", "本次登录已失效，请重新开始。"}},
    CodeText{"oidc.provider",
             {"The company's sign-in service cannot be reached; try again soon.",
              "暂时无法连接统一账号服务，请稍后再试。"}},
    CodeText{"oidc.refused",
             {"The company's sign-in service refused.", "统一账号服务拒绝了登录。"}},
    CodeText{"oidc.return_to",
             {"A browser is not sent there after signing in.", "不允许登录后返回该地址。"}},
    CodeText{"oidc.state",
             {"This sign-in is over or was never begun; begin anew from the app.",
              "本次登录已失效，请在应用中重新开始。"}},
    CodeText{"oidc.token",
             {"What the sign-in service sent cannot be trusted.",
              "统一账号服务返回的内容无法通过验证。"}},
    CodeText{"oidc.unknown_user",
             {"The company's account has no user here; ask an administrator.",
              "该统一账号在此没有对应用户，请联系系统管理员。"}},
    CodeText{"password.common",
             {"Many people use this password, or it repeats something short; choose another.",
              "这个密码太常见或只是重复，请另选一个。"}},
    CodeText{"password.context",
             {"This password is little more than a name that others know; choose another.",
              "密码里除了姓名、登录名或公司名外内容太少，请另选一个。"}},
    CodeText{"password.elsewhere",
             {"The company's directory keeps this password; change it there.",
              "密码由公司目录服务保管，请在那里修改。"}},
    CodeText{"password.too_long",
             {"A password has at most 256 characters.", "密码最多 256 个字符。"}},
    CodeText{"password.too_short",
             {"The password is too short; a few words in a row are long enough.",
              "密码太短，连写几个词就够长。"}},
    CodeText{"password.unchanged",
             {"This is the password that you have.", "新密码与现在的密码相同。"}},
    CodeText{"password.wrong_current", {"The present password is wrong.", "当前密码不正确。"}},
    CodeText{
        "push.device",
        {"The changes are of another device than the session's.", "变更不属于当前登录的设备。"}},
    CodeText{"push.diverged",
             {"This number was used for another change: the tablet was set back to an older state.",
              "该编号已用于其他变更：平板已被恢复到旧的状态。"}},
    CodeText{"push.gap",
             {"Changes before these are missing; send from the number expected.",
              "缺少之前的变更，请从期望的编号开始发送。"}},
    CodeText{"push.group",
             {"A group of changes is split or crosses another.", "变更分组不完整或相互交叉。"}},
    CodeText{"push.malformed", {"The batch of changes cannot be read.", "无法读取提交的变更。"}},
    CodeText{"push.numbers",
             {"The numbers of the changes do not follow one another.", "变更编号不连续。"}},
    CodeText{"push.too_large",
             {"The batch is larger than this server takes; send less at a time.",
              "提交内容过大，请分批发送。"}},
    CodeText{"push.too_many",
             {"The batch has too many changes; send fewer at a time.",
              "一次提交的变更过多，请分批发送。"}},
    CodeText{"quarantine.empty",
             {"Nothing of this person is held in quarantine.", "隔离区中没有该人员的内容。"}},
    CodeText{"query.field",
             {"There is no such field, or it cannot be asked for in this way.",
              "字段不存在，或不能这样查询。"}},
    CodeText{"query.malformed", {"A part of the question cannot be read.", "查询内容无效。"}},
    CodeText{"query.too_long",
             {"The filter has too many conditions or values.", "筛选条件或取值过多。"}},
    CodeText{"query.too_many",
             {"There is too much to count at once; choose a narrower filter or fewer groups.",
              "一次统计的内容过多，请缩小筛选范围或减少分组。"}},
    CodeText{"query.value", {"A value does not fit its field.", "取值与字段不符。"}},
    CodeText{"reason.too_long", {"The reason is too long.", "原因过长。"}},
    CodeText{"record.missing", {"There is no such record.", "记录不存在。"}},
    CodeText{"record.type_unknown", {"There is no such type of record.", "没有这种记录类型。"}},
    CodeText{"request.kind", {"There is no such kind of request.", "没有这种申请类型。"}},
    CodeText{"request.missing", {"There is no such request.", "没有这个申请。"}},
    CodeText{"request.pending",
             {"There is such a request already, and nobody has settled it.",
              "已有相同的申请尚未处理。"}},
    CodeText{"request.reason_missing", {"A request needs a reason.", "申请必须填写原因。"}},
    CodeText{"request.settled", {"Somebody has settled this request already.", "该申请已处理。"}},
    CodeText{"request.subject",
             {"The account is not in a state for this.", "该账户目前的状态不适用此申请。"}},
    CodeText{"request.too_many",
             {"Too many requests; wait before the next one.", "请求过于频繁，请稍后再试。"}},
    CodeText{"request.wishes",
             {"Something that the account needs is missing or cannot be.",
              "账户所需的内容缺失或无效。"}},
    CodeText{"server.busy", {"Too much is waiting; try again soon.", "服务器繁忙，请稍后再试。"}},
    CodeText{"session.code_needed",
             {"Say the code of your authenticator app, too.", "还需要验证器上的验证码。"}},
    CodeText{"session.ended",
             {"The session has ended; sign in again.", "登录已失效，请重新登录。"}},
    CodeText{"session.factor_needed",
             {"Your role signs in with a second factor only; enrol one first.",
              "您的角色必须使用两步验证，请先启用。"}},
    CodeText{"session.frozen",
             {"The account is frozen; what is unsent is still taken, for the company to keep.",
              "账户已冻结；未发送的内容仍会接收，由公司保管。"}},
    CodeText{"session.missing", {"There is no such session.", "没有这个登录。"}},
    CodeText{"session.too_many",
             {"Too many attempts to sign in; wait before the next one.",
              "登录尝试次数过多，请稍后再试。"}},
    CodeText{"session.wrong_code",
             {"This code is wrong, or it was used already.", "验证码不正确或已使用过。"}},
    CodeText{"session.wrong_credentials",
             {"Sign-in name or password is wrong.", "登录名或密码错误。"}},
    CodeText{"upload.busy",
             {"Another piece of this upload is being written.", "该上传的另一段正在写入。"}},
    CodeText{
        "upload.checksum",
        {"The piece was damaged on its way; send it again.", "该段在传输中损坏，请重新发送。"}},
    CodeText{"upload.malformed", {"The upload's headers cannot be read.", "上传请求头无效。"}},
    CodeText{"upload.missing", {"There is no such upload.", "没有这个上传任务。"}},
    CodeText{"upload.offset",
             {"The upload stands at another place; ask for it and go on from there.",
              "上传位置不一致，请查询后继续。"}},
    CodeText{"upload.too_many",
             {"Too many unfinished uploads; finish or give up some.",
              "未完成的上传过多，请先完成或放弃一些。"}},
    CodeText{"upload.version",
             {"Uploads speak tus 1.0.0; say so in Tus-Resumable.", "上传须使用 tus 1.0.0 协议。"}},
    CodeText{"user.book_stays",
             {"The person has records that stay in their board; hand them over first.",
              "该人员名下还有本版块的记录，请先交接。"}},
    CodeText{"user.inactive", {"This account is frozen or has ended.", "该账户已冻结或停用。"}},
    CodeText{"user.login_taken", {"Somebody else has this sign-in name.", "该登录名已被使用。"}},
    CodeText{"user.missing", {"There is no such user.", "没有这个用户。"}},
};

ProblemText textOfKind(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::Invalid:
        return {{"Not understood", "无法理解"},
                {"Something in the request is not as it must be.", "请求内容不符合要求。"}};
    case ErrorKind::Unauthorised:
        return {{"Not signed in", "未登录"}, {"Sign in first.", "请先登录。"}};
    case ErrorKind::Forbidden:
        return {{"Not allowed", "没有权限"}, {"You may not do this.", "您无权执行此操作。"}};
    case ErrorKind::NotFound:
        return {{"Not found", "未找到"},
                {"There is no such thing, or it is not yours to see.", "内容不存在或您无权查看。"}};
    case ErrorKind::Conflict:
        return {{"Conflict", "冲突"},
                {"It clashes with what stands on the server.", "与服务器现有内容冲突。"}};
    case ErrorKind::TooLarge:
        return {{"Too large", "内容过大"},
                {"It is over a limit of this server.", "超过服务器限制。"}};
    case ErrorKind::TooMany:
        return {{"Too many requests", "请求过多"}, {"Wait before you ask again.", "请稍后再试。"}};
    case ErrorKind::Unavailable:
        return {{"Not available now", "暂时不可用"}, {"Try again soon.", "请稍后再试。"}};
    }
    return {{"Failed", "失败"}, {"The server failed.", "服务器出错。"}};
}

} // namespace

ProblemText problemText(const Error& error)
{
    ProblemText text = textOfKind(error.kind);
    const auto found =
        std::ranges::lower_bound(sentences, std::string_view{error.code}, {}, &CodeText::code);
    if (found != sentences.end() && found->code == error.code) {
        text.detail = found->sentence;
    }
    return text;
}

} // namespace fieldbook::server::api
