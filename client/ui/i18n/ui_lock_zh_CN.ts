<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>ChoosePinPage</name>
    <message>
        <source>Choose a password for this tablet</source>
        <translation>为本机设置密码</translation>
    </message>
    <message>
        <source>Choose a PIN for this tablet</source>
        <translation>为本机设置 PIN 码</translation>
    </message>
    <message>
        <source>Enter it once more</source>
        <translation>请再输入一次</translation>
    </message>
    <message>
        <source>It opens your records on this tablet, also without a network, and only here. Nobody else knows it.</source>
        <translation>没有网络时也用它打开本机的记录，只在本机有效，别人无从得知。</translation>
    </message>
    <message>
        <source>Password of this tablet</source>
        <translation>本机密码</translation>
    </message>
    <message>
        <source>At least 8 characters</source>
        <translation>至少 8 个字符</translation>
    </message>
    <message>
        <source>Use this password</source>
        <translation>使用这个密码</translation>
    </message>
    <message>
        <source>Enter it</source>
        <translation>请输入</translation>
    </message>
    <message>
        <source>Use a PIN instead</source>
        <translation>改用 PIN 码</translation>
    </message>
    <message>
        <source>Use a password instead</source>
        <translation>改用密码</translation>
    </message>
</context>
<context>
    <name>LockFacts</name>
    <message numerus="yes">
        <source>%n record(s) are not sent yet</source>
        <translation>
            <numerusform>%n 条记录还没发送</numerusform>
        </translation>
    </message>
    <message>
        <source>Everything is sent</source>
        <translation>全部已发送</translation>
    </message>
    <message>
        <source>Your records are on this tablet</source>
        <translation>记录都在本机</translation>
    </message>
    <message>
        <source>Kept encrypted on this tablet</source>
        <translation>已加密存在本机</translation>
    </message>
    <message>
        <source>Kept encrypted here; sent by themselves after unlocking, when there is a network</source>
        <translation>已加密存在本机，解锁后有网就自动发送</translation>
    </message>
    <message>
        <source>Works again after a sign-in</source>
        <translation>登录后即可继续使用</translation>
    </message>
    <message>
        <source>Works without a network until %1</source>
        <translation>离线可用到 %1</translation>
    </message>
    <message>
        <source>Last contact with the server: %1</source>
        <translation>上次联系服务器：%1</translation>
    </message>
</context>
<context>
    <name>LockPage</name>
    <message>
        <source>Wait %1 before the next try</source>
        <translation>请等待 %1 后再试</translation>
    </message>
    <message numerus="yes">
        <source>That is not right. %n tries are left.</source>
        <translation>
            <numerusform>不正确，还可以试 %n 次</numerusform>
        </translation>
    </message>
    <message>
        <source>That is not right. Try again.</source>
        <translation>不正确，请再试一次</translation>
    </message>
    <message>
        <source>Enter your PIN</source>
        <translation>输入 PIN 码</translation>
    </message>
    <message>
        <source>Enter your password for this tablet</source>
        <translation>输入本机密码</translation>
    </message>
    <message>
        <source>The time without contact is over. Connect and sign in; your records are safe here.</source>
        <translation>离线授权已到期，请联网登录，记录都安全地存在本机</translation>
    </message>
    <message>
        <source>Too many wrong tries. Connect and sign in with your password; your records are safe here.</source>
        <translation>错误次数过多，请联网用密码登录，记录都安全地存在本机</translation>
    </message>
    <message>
        <source>Fieldbook</source>
        <translation>随访</translation>
    </message>
    <message>
        <source>Password of this tablet</source>
        <translation>本机密码</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>解锁</translation>
    </message>
    <message>
        <source>Wait</source>
        <translation>请稍候</translation>
    </message>
    <message>
        <source>Password of %1</source>
        <translation>%1 的登录密码</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>登录</translation>
    </message>
    <message>
        <source>Enter it</source>
        <translation>请输入</translation>
    </message>
    <message>
        <source>Use the PIN</source>
        <translation>用 PIN 码</translation>
    </message>
    <message>
        <source>Sign in with password</source>
        <translation>用密码登录</translation>
    </message>
    <message>
        <source>Switch user</source>
        <translation>换人</translation>
    </message>
</context>
<context>
    <name>LockSettings</name>
    <message>
        <source>Lock</source>
        <translation>锁定</translation>
    </message>
    <message>
        <source>Lock by itself after minutes</source>
        <translation>无操作后自动锁定（分钟）</translation>
    </message>
    <message>
        <source>Lock now</source>
        <translation>立即锁定</translation>
    </message>
    <message>
        <source>Sign in once to set a PIN</source>
        <translation>登录一次即可设置 PIN 码</translation>
    </message>
    <message>
        <source>Change the PIN…</source>
        <translation>更改 PIN 码…</translation>
    </message>
    <message>
        <source>Change the PIN</source>
        <translation>更改 PIN 码</translation>
    </message>
    <message>
        <source>6 to 12 digits, or a password of at least 8 characters.</source>
        <translation>6 到 12 位数字，或至少 8 个字符的密码。</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>更改</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>PIN or password until now</source>
        <translation>当前 PIN 码或密码</translation>
    </message>
    <message>
        <source>New one</source>
        <translation>新的 PIN 码或密码</translation>
    </message>
    <message>
        <source>New one, once more</source>
        <translation>再输入一次</translation>
    </message>
</context>
</TS>
