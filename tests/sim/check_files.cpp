#include "shared/record/type.h"
#include "tests/sim/checks.h"

namespace fieldbook::sim {

void checkFilesSent(TabletHost& tablet)
{
    if (const auto waiting = tablet.store().sync().waitingUploads(); waiting != 0) {
        throw Violation{tablet.name() + " still has " + std::to_string(waiting) +
                        " files to send, last error " + tablet.status().lastErrorCode};
    }
}

void checkFilesOnServer(ServerHost::Machine& machine)
{
    const auto view = machine.store.read();
    view->forEachDocument(typeNamed("attachment"), [&](std::string_view document) {
        const auto record = Record::parse(document);
        const auto sha256 = record->textOf("sha256");
        const auto size = record->integerOf("size");
        const auto path = machine.folder.find(sha256);
        if (!path || std::filesystem::file_size(*path) != static_cast<std::uint64_t>(size) ||
            view->findFileSize(sha256) != size) {
            throw Violation{"the server lacks the file of " + record->id().text()};
        }
        if (record->get("uploaded") != Value{true}) {
            throw Violation{"the server has the file of " + record->id().text() +
                            ", and its record does not say so"};
        }
    });
}

} // namespace fieldbook::sim
