#include "client/tablet/commands/command.h"
#include "client/tablet/printing.h"
#include "client/tablet/typed_values.h"

#include <nlohmann/json.hpp>

#include <QFile>
#include <QFileInfo>
#include <QMimeDatabase>
#include <algorithm>
#include <memory>
#include <ostream>

namespace fieldbook::client::tablet {
namespace {

struct Asked {
    std::string what; // Type, id or file.
    std::string act;
    std::vector<std::string> pairs;
};

using Answer = Result<Uuid>;

Exit tell(Tablet& tablet, const Answer& answer)
{
    if (!answer) {
        return tablet.console.refuse(answer.error());
    }
    if (tablet.console.asJson) {
        printJson(tablet.console, {{"id", answer->text()}});
    } else {
        tablet.console.out << answer->text() << '\n';
    }
    return Exit::Done;
}

Result<std::vector<FieldValue>>
valuesFor(Tablet& tablet, const TypeSpec& type, const std::vector<std::string>& given)
{
    const auto pairs = pairsFrom(given);
    return pairs ? fieldsFrom(tablet, type, *pairs) : fail(pairs.error());
}

Answer add(Tablet& tablet, const Asked& asked)
{
    const auto type = typeFrom(asked.what);
    if (!type) {
        return fail(type.error());
    }
    auto values = valuesFor(tablet, **type, asked.pairs);
    return values ? tablet.store.recorder().create((*type)->name, std::move(*values))
                  : fail(values.error());
}

Answer edit(Tablet& tablet, const Asked& asked)
{
    const auto record = recordFrom(tablet, asked.what);
    if (!record) {
        return fail(record.error());
    }
    auto values = valuesFor(tablet, record->type(), asked.pairs);
    if (!values) {
        return fail(values.error());
    }
    const auto done = tablet.store.recorder().edit(record->id(), std::move(*values));
    return done ? Answer{record->id()} : fail(done.error());
}

Answer remove(Tablet& tablet, const Asked& asked)
{
    const auto record = recordFrom(tablet, asked.what);
    const auto done = record ? tablet.store.recorder().remove(record->id()) : fail(record.error());
    return done ? Answer{record->id()} : fail(done.error());
}

Answer act(Tablet& tablet, const Asked& asked)
{
    const auto record = recordFrom(tablet, asked.what);
    if (!record) {
        return fail(record.error());
    }
    const auto pairs = pairsFrom(asked.pairs);
    if (!pairs) {
        return fail(pairs.error());
    }
    const auto arguments = argumentsFrom(tablet, asked.act, *pairs);
    if (!arguments) {
        return fail(arguments.error());
    }
    const auto done = tablet.store.recorder().act(asked.act, record->id(), *arguments);
    return done ? Answer{record->id()} : fail(done.error());
}

// What the file itself tells, where nothing else was said.
std::vector<FieldValue> describe(const QFileInfo& file, std::vector<FieldValue> values)
{
    const auto also = [&](std::string_view field, std::string value) {
        if (std::ranges::find(values, field, &FieldValue::first) == values.end()) {
            values.emplace_back(field, std::move(value));
        }
    };
    const auto media = QMimeDatabase{}.mimeTypeForFile(file).name().toStdString();
    also("name", file.fileName().toStdString());
    also("media_type", media);
    also("kind", media.starts_with("image/")   ? "photo"
                 : media.starts_with("audio/") ? "audio"
                                               : "file");
    return values;
}

Answer attach(Tablet& tablet, const Asked& asked)
{
    QFile file{QString::fromStdString(asked.what)};
    if (!file.open(QIODevice::ReadOnly)) {
        return fail(ErrorKind::NotFound, "file.unreadable", asked.what);
    }
    auto values = valuesFor(tablet, typeNamed("attachment"), asked.pairs);
    if (!values) {
        return fail(values.error());
    }
    return tablet.store.recorder().attach(file.readAll().toStdString(),
                                          describe(QFileInfo{file}, std::move(*values)));
}

std::shared_ptr<Asked>
addDeed(CLI::App* command, Action& chosen, Answer (*deed)(Tablet&, const Asked&))
{
    auto asked = std::make_shared<Asked>();
    command->callback([&chosen, asked, deed] {
        chosen.onStore = [asked, deed](Tablet& now) { return tell(now, deed(now, *asked)); };
    });
    return asked;
}

} // namespace

void addWork(CLI::App& app, const Console& console, Action& chosen)
{
    const std::string pairs = console.say({"field=value ..", "字段=值 .."});
    auto* command = app.add_subcommand("add", console.say({"Record something new", "新建记录"}));
    auto asked = addDeed(command, chosen, add);
    command->add_option("type", asked->what)->required();
    command->add_option("fields", asked->pairs, pairs);

    command = app.add_subcommand("edit", console.say({"Change fields of a record", "修改记录"}));
    asked = addDeed(command, chosen, edit);
    command->add_option("id", asked->what)->required();
    command->add_option("fields", asked->pairs, pairs)->required();

    command = app.add_subcommand("remove",
                                 console.say({"Put a record into the recycle bin", "放入回收站"}));
    asked = addDeed(command, chosen, remove);
    command->add_option("id", asked->what)->required();

    command = app.add_subcommand(
        "act", console.say({"A deed with rules of its own, such as visit.check_in",
                            "执行有规则的操作，如 visit.check_in"}));
    asked = addDeed(command, chosen, act);
    command->add_option("id", asked->what)->required();
    command->add_option("name", asked->act)->required();
    command->add_option(
        "arguments", asked->pairs,
        console.say({"key=value ..; \"new\" makes an id", "参数=值 ..；new 表示新建标识"}));

    command = app.add_subcommand("attach", console.say({"Keep a file with a record", "添加附件"}));
    asked = addDeed(command, chosen, attach);
    command->add_option("file", asked->what)->required();
    command->add_option("fields", asked->pairs, pairs);
}

} // namespace fieldbook::client::tablet
