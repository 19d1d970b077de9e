<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>CustomerChooser</name>
    <message>
        <source>Which customer?</source>
        <translation>选择客户</translation>
    </message>
    <message>
        <source>Name, pinyin or phone</source>
        <translation>姓名、拼音或电话</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>客户</translation>
    </message>
</context>
<context>
    <name>DraftChoice</name>
    <message>
        <source>Not known</source>
        <translation>未填</translation>
    </message>
</context>
<context>
    <name>DuplicateHint</name>
    <message>
        <source>same phone</source>
        <translation>电话相同</translation>
    </message>
    <message>
        <source>same name</source>
        <translation>名称相同</translation>
    </message>
    <message>
        <source>similar name</source>
        <translation>名称相近</translation>
    </message>
    <message>
        <source>In the public pool</source>
        <translation>公海客户</translation>
    </message>
    <message>
        <source>A colleague&apos;s customer</source>
        <translation>同事的客户</translation>
    </message>
    <message>
        <source>This one may be here already</source>
        <translation>可能已经有了</translation>
    </message>
    <message>
        <source>Open %1, %2</source>
        <translation>打开 %1，%2</translation>
    </message>
    <message>
        <source>responsible: %1</source>
        <translation>负责人 %1</translation>
    </message>
    <message>
        <source>It is somebody else</source>
        <translation>不是同一个，继续新建</translation>
    </message>
</context>
<context>
    <name>FormPage</name>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Saved on this tablet</source>
        <translation>已存本机</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>删除…</translation>
    </message>
    <message>
        <source>This is no longer on this tablet</source>
        <translation>这条记录已不在本机</translation>
    </message>
    <message>
        <source>Somebody else may be responsible for it now.</source>
        <translation>可能已由别人负责。</translation>
    </message>
    <message>
        <source>Kept on this tablet as you type</source>
        <translation>边填边存在本机，关掉也不会丢</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>No changes</source>
        <translation>没有修改</translation>
    </message>
</context>
<context>
    <name>RestoredNotice</name>
    <message>
        <source>Not saved yet</source>
        <translation>尚未保存</translation>
    </message>
    <message>
        <source>This is as you left it.</source>
        <translation>这是您上次填写的内容。</translation>
    </message>
    <message>
        <source>Discard changes</source>
        <translation>放弃修改</translation>
    </message>
</context>
</TS>
