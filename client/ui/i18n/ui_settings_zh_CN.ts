<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>DeviceStatePage</name>
    <message>
        <source>Waiting for approval</source>
        <translation>等待批准</translation>
    </message>
    <message>
        <source>An administrator has to admit this tablet. Tell them the device and your name; this page goes by itself.</source>
        <translation>本机需由管理员批准。请把设备代码和您的姓名告诉管理员，批准后此页会自动关闭。</translation>
    </message>
    <message>
        <source>Locked by an administrator</source>
        <translation>已被管理员锁定</translation>
    </message>
    <message>
        <source>Nothing on this tablet can be opened. Call IT and tell them the device; after unlocking, sign in again.</source>
        <translation>本机内容暂时无法打开。请致电信息部门并告知设备代码，解锁后重新登录。</translation>
    </message>
    <message>
        <source>This tablet is no longer admitted</source>
        <translation>本机已被吊销</translation>
    </message>
    <message>
        <source>Its sessions are over. To use it again, ask IT for a new code.</source>
        <translation>本机的登录已结束。如需继续使用，请向信息部门索取新的注册码。</translation>
    </message>
    <message>
        <source>This tablet is being wiped</source>
        <translation>正在擦除本机</translation>
    </message>
    <message>
        <source>The company has ordered it. What was unsent goes to the company first; then everything here is destroyed.</source>
        <translation>公司已要求擦除。未发送的内容先交给公司，随后销毁本机全部数据。</translation>
    </message>
    <message>
        <source>This tablet was wiped</source>
        <translation>本机已擦除</translation>
    </message>
    <message>
        <source>Nothing of what it held is here any more. What was unsent went to the company before.</source>
        <translation>本机已不再保存任何业务数据，未发送的内容此前已交给公司。</translation>
    </message>
    <message>
        <source>The receipt goes to the company as soon as there is a connection.</source>
        <translation>一旦联网，擦除回执会自动送达公司。</translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) are on the way to the company.</source>
        <translation>
            <numerusform>%n 项内容正在交给公司。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unsent item(s) stay on this tablet and go once it is admitted.</source>
        <translation>
            <numerusform>%n 项未发送的内容保留在本机，批准后自动发送。</numerusform>
        </translation>
    </message>
    <message>
        <source>Device</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>User</source>
        <translation>用户</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>联系电话</translation>
    </message>
    <message>
        <source>Wiped at</source>
        <translation>擦除时间</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>回执</translation>
    </message>
    <message>
        <source>With the company</source>
        <translation>公司已收到</translation>
    </message>
    <message>
        <source>On its way</source>
        <translation>尚未送达</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>退出登录</translation>
    </message>
    <message>
        <source>Ask now</source>
        <translation>立即查询</translation>
    </message>
    <message>
        <source>Begin anew</source>
        <translation>重新开始</translation>
    </message>
    <message>
        <source>Enrol with a code</source>
        <translation>用注册码注册</translation>
    </message>
</context>
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
    <name>SessionsCard</name>
    <message>
        <source>Signed in on</source>
        <translation>登录的设备</translation>
    </message>
    <message>
        <source>Nowhere else</source>
        <translation>没有其他登录</translation>
    </message>
    <message>
        <source>The list needs a connection</source>
        <translation>查看列表需要联网</translation>
    </message>
    <message>
        <source>This tablet</source>
        <translation>本机</translation>
    </message>
    <message>
        <source>Sign out there…</source>
        <translation>退出该设备…</translation>
    </message>
    <message>
        <source>Sign out there?</source>
        <translation>退出该设备？</translation>
    </message>
    <message>
        <source>%1 asks for the password again. What is unsent there stays there.</source>
        <translation>%1 将要求重新输入密码，那里未发送的内容仍会保留。</translation>
    </message>
    <message>
        <source>Sign out there</source>
        <translation>退出该设备</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
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
    <message>
        <source>This tablet</source>
        <translation>本机</translation>
    </message>
    <message>
        <source>Last contact</source>
        <translation>最近联系</translation>
    </message>
    <message>
        <source>None yet</source>
        <translation>尚无</translation>
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
    <message>
        <source>One-time code</source>
        <translation>一次性注册码</translation>
    </message>
    <message>
        <source>I have a code for a new tablet</source>
        <translation>我有新平板的注册码</translation>
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
