<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>PasswordPage</name>
    <message>
        <source>Change password</source>
        <translation>修改密码</translation>
    </message>
    <message>
        <source>At least 15 characters. A few words that do not belong together are easy to remember and hard to guess; digits and signs are not needed.</source>
        <translation>至少 15 个字符。几个互不相干的词连在一起，好记也难猜；不要求数字和符号。</translation>
    </message>
    <message>
        <source>Present password</source>
        <translation>当前密码</translation>
    </message>
    <message>
        <source>New password</source>
        <translation>新密码</translation>
    </message>
    <message>
        <source>New password again</source>
        <translation>再次输入新密码</translation>
    </message>
    <message>
        <source>Your other tablets are signed out; this one stays signed in.</source>
        <translation>您的其他平板将退出登录，本机保持登录。</translation>
    </message>
    <message>
        <source>Fill in all three</source>
        <translation>请填写这三项</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Look and language</source>
        <translation>外观与语言</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Size of text</source>
        <translation>文字大小</translation>
    </message>
    <message>
        <source>Left-handed</source>
        <translation>左手模式</translation>
    </message>
    <message>
        <source>Reduce motion</source>
        <translation>减少动画</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>账户</translation>
    </message>
    <message>
        <source>Signed in as</source>
        <translation>当前用户</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>服务器</translation>
    </message>
    <message>
        <source>Sync and this tablet</source>
        <translation>同步与本机</translation>
    </message>
    <message>
        <source>Sign out…</source>
        <translation>退出登录…</translation>
    </message>
    <message>
        <source>Sign out?</source>
        <translation>退出登录？</translation>
    </message>
    <message>
        <source>Everything is sent. Your records stay on this tablet, encrypted.</source>
        <translation>全部已发送。记录加密留在本机。</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) are not sent. They stay on this tablet, encrypted, until you sign in again.</source>
        <translation>
            <numerusform>%n 条还没发送。它们会加密留在本机，您下次登录后接着发送。</numerusform>
        </translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Sign out, keep them</source>
        <translation>退出，保留记录</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Change password…</source>
        <translation>修改密码…</translation>
    </message>
    <message>
        <source>Business trip…</source>
        <translation>登记出差…</translation>
    </message>
</context>
<context>
    <name>SignInPage</name>
    <message>
        <source>Fieldbook</source>
        <translation>随访</translation>
    </message>
    <message>
        <source>Sign in once with a connection; after that everything works without one.</source>
        <translation>首次登录需要网络，之后离线也能用。</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>服务器</translation>
    </message>
    <message>
        <source>Sign-in name</source>
        <translation>登录名</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>登录</translation>
    </message>
    <message>
        <source>Fill in all three</source>
        <translation>请填写三项</translation>
    </message>
    <message>
        <source>Code of your authenticator app</source>
        <translation>验证器上的验证码</translation>
    </message>
</context>
<context>
    <name>TripFormPage</name>
    <message>
        <source>Business trip</source>
        <translation>出差</translation>
    </message>
    <message>
        <source>Save trip</source>
        <translation>保存出差</translation>
    </message>
    <message>
        <source>Delete this trip?</source>
        <translation>删除这次出差？</translation>
    </message>
    <message>
        <source>It goes to the recycle bin, from where it can be taken back.</source>
        <translation>会放入回收站，可以恢复。</translation>
    </message>
</context>
</TS>
