#include "client/models/files/file_list_model.h"

namespace fieldbook::client {

FileListModel::FileListModel(QObject* parent)
    : fieldbook::client::RecordListModel{Needs::Record, parent},
      rows_{*this,
            [](const FileRow& row) { return toQt(row.id); },
            {
                {"recordId", [](const FileRow& row) { return toQt(row.id); }},
                {"name", [](const FileRow& row) { return toQt(row.name); }},
                {"kind", [](const FileRow& row) { return toQt(row.kind); }},
                {"mediaType", [](const FileRow& row) { return toQt(row.mediaType); }},
                {"sha256", [](const FileRow& row) { return toQt(row.sha256); }},
                {"size", [](const FileRow& row) { return toQt(row.size); }},
                {"takenAt", [](const FileRow& row) { return toQt(row.takenAt); }},
                {"caption", [](const FileRow& row) { return toQt(row.caption); }},
                {"isHere", [](const FileRow& row) { return row.isHere; }},
                {"sent", [](const FileRow& row) { return toQt(row.sent); }},
            }}
{}

void FileListModel::load(Load how)
{
    ask(how, rows_, [id = toId(recordId())](Queries& store) { return store.files(id); });
}

bool FileListModel::concerns(const StoreChange& change) const
{
    return change.touches("attachment");
}

} // namespace fieldbook::client
