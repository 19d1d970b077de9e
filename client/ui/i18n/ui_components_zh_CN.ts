<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>AskDialog</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>BottomBar</name>
    <message>
        <source>Main menu</source>
        <translation>主菜单</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新建</translation>
    </message>
</context>
<context>
    <name>ChoiceField</name>
    <message>
        <source>Choose</source>
        <translation>请选择</translation>
    </message>
</context>
<context>
    <name>ConflictRow</name>
    <message>
        <source>Other…</source>
        <translation>另填…</translation>
    </message>
    <message>
        <source>Mine: %1</source>
        <translation>我的：%1</translation>
    </message>
    <message>
        <source>Theirs: %1</source>
        <translation>对方的：%1</translation>
    </message>
    <message>
        <source>Before: %1</source>
        <translation>之前：%1</translation>
    </message>
</context>
<context>
    <name>DateField</name>
    <message>
        <source>Choose a day</source>
        <translation>选日期</translation>
    </message>
    <message>
        <source>No date</source>
        <translation>不设日期</translation>
    </message>
</context>
<context>
    <name>DatePicker</name>
    <message>
        <source>Previous month</source>
        <translation>上个月</translation>
    </message>
    <message>
        <source>Next month</source>
        <translation>下个月</translation>
    </message>
</context>
<context>
    <name>EventBlock</name>
    <message>
        <source>%1, done</source>
        <translation>%1，已完成</translation>
    </message>
</context>
<context>
    <name>FieldFrame</name>
    <message>
        <source>required</source>
        <translation>必填</translation>
    </message>
</context>
<context>
    <name>Keypad</name>
    <message>
        <source>Delete the last digit</source>
        <translation>删除最后一位</translation>
    </message>
</context>
<context>
    <name>OpportunityCard</name>
    <message>
        <source>Move or act on %1</source>
        <translation>移动或处理 %1</translation>
    </message>
</context>
<context>
    <name>PhotoTile</name>
    <message>
        <source>Take a photo</source>
        <translation>拍照</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>照片</translation>
    </message>
    <message>
        <source>Photo: %1</source>
        <translation>照片：%1</translation>
    </message>
</context>
<context>
    <name>PinPad</name>
    <message numerus="yes">
        <source>%n of the digits typed</source>
        <translation>
            <numerusform>已输入 %n 位</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete the last digit</source>
        <translation>删除最后一位</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Main menu</source>
        <translation>主菜单</translation>
    </message>
    <message numerus="yes">
        <source>%n need you</source>
        <translation>
            <numerusform>%n 条待处理</numerusform>
        </translation>
    </message>
    <message>
        <source>New</source>
        <translation>新建</translation>
    </message>
</context>
<context>
    <name>RecordHeader</name>
    <message>
        <source>Previous record</source>
        <translation>上一条</translation>
    </message>
    <message>
        <source>Next record</source>
        <translation>下一条</translation>
    </message>
    <message>
        <source>More about %1</source>
        <translation>%1的更多操作</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>下一步</translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Clear the search</source>
        <translation>清空搜索</translation>
    </message>
</context>
<context>
    <name>Sheet</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>SignatureBox</name>
    <message>
        <source>Signature, empty</source>
        <translation>签名，还没签</translation>
    </message>
    <message>
        <source>Signature, signed</source>
        <translation>签名，已签</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>重签</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>确认签名</translation>
    </message>
</context>
<context>
    <name>Skeleton</name>
    <message>
        <source>Loading</source>
        <translation>正在打开</translation>
    </message>
</context>
<context>
    <name>StateView</name>
    <message>
        <source>This page did not open</source>
        <translation>这页没能打开</translation>
    </message>
    <message>
        <source>Your data is safe on this tablet.</source>
        <translation>数据完好，都在本机。</translation>
    </message>
    <message>
        <source>Code %1</source>
        <translation>编号 %1</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>再试一次</translation>
    </message>
</context>
<context>
    <name>Status</name>
    <message>
        <source>Waiting</source>
        <translation>待发送</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>发送中</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>已发送</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>被退回</translation>
    </message>
    <message>
        <source>Conflict</source>
        <translation>有冲突</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>逾期</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>稍后</translation>
    </message>
    <message>
        <source>Newer on server</source>
        <translation>有更新</translation>
    </message>
    <message>
        <source>Won</source>
        <translation>成交</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>丢单</translation>
    </message>
    <message>
        <source>Applied</source>
        <translation>已生效</translation>
    </message>
    <message>
        <source>Merged</source>
        <translation>已合并</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>草稿</translation>
    </message>
    <message>
        <source>waiting to send</source>
        <translation>等待发送</translation>
    </message>
    <message>
        <source>being sent</source>
        <translation>正在发送</translation>
    </message>
    <message>
        <source>refused by the server, needs you</source>
        <translation>被服务器退回，需要您处理</translation>
    </message>
    <message>
        <source>conflict, needs you</source>
        <translation>有冲突，需要您处理</translation>
    </message>
</context>
<context>
    <name>StepRail</name>
    <message>
        <source>done</source>
        <translation>已完成</translation>
    </message>
</context>
<context>
    <name>Stepper</name>
    <message>
        <source>Less</source>
        <translation>减一</translation>
    </message>
    <message>
        <source>%1, type a number</source>
        <translation>%1，输入数字</translation>
    </message>
    <message>
        <source>Add %1</source>
        <translation>添加 %1</translation>
    </message>
    <message>
        <source>More</source>
        <translation>加一</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>确定</translation>
    </message>
</context>
<context>
    <name>SyncChip</name>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n 条待发送</numerusform>
        </translation>
    </message>
    <message>
        <source>synced %1</source>
        <translation>%1 同步</translation>
    </message>
    <message>
        <source>Sending %1 of %2</source>
        <translation>正在发送 %1/%2</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>离线</translation>
    </message>
    <message numerus="yes">
        <source>%n photos wait for Wi-Fi</source>
        <translation>
            <numerusform>照片等 Wi-Fi · %n 张</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n days left offline</source>
        <translation>
            <numerusform>离线有效期剩 %n 天</numerusform>
        </translation>
    </message>
    <message>
        <source>Signed out, tap to sign in</source>
        <translation>登录已失效，点按重新登录</translation>
    </message>
    <message>
        <source>All sent</source>
        <translation>全部已发送</translation>
    </message>
    <message>
        <source>Sync: %1</source>
        <translation>同步：%1</translation>
    </message>
    <message numerus="yes">
        <source>%n need you</source>
        <translation>
            <numerusform>%n 条待处理</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TierTag</name>
    <message>
        <source>VIP</source>
        <translation>VIP</translation>
    </message>
    <message>
        <source>Major</source>
        <translation>主要</translation>
    </message>
    <message>
        <source>Regular</source>
        <translation>普通</translation>
    </message>
    <message>
        <source>Small</source>
        <translation>小</translation>
    </message>
</context>
<context>
    <name>TimeField</name>
    <message>
        <source>Choose a time</source>
        <translation>选时间</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>确定</translation>
    </message>
</context>
<context>
    <name>TimePicker</name>
    <message>
        <source>%1 o&apos;clock</source>
        <translation>%1 点</translation>
    </message>
    <message>
        <source>%1 minutes</source>
        <translation>%1 分</translation>
    </message>
</context>
<context>
    <name>ToastHost</name>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Search name, pinyin, phone tail</source>
        <translation>搜索姓名、拼音首字母、电话尾号</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Signed in as %1</source>
        <translation>已登录：%1</translation>
    </message>
</context>
</TS>
