#include "client/models/customers/contact_list_model.h"

namespace fieldbook::client {

ContactListModel::ContactListModel(QObject* parent)
    : fieldbook::client::RecordListModel{Needs::Record, parent},
      rows_{*this,
            [](const ContactRow& row) { return toQt(row.id); },
            {
                {"recordId", [](const ContactRow& row) { return toQt(row.id); }},
                {"name", [](const ContactRow& row) { return toQt(row.name); }},
                {"jobTitle", [](const ContactRow& row) { return toQt(row.title); }},
                {"role", [](const ContactRow& row) { return toQt(row.role); }},
                {"phone", [](const ContactRow& row) { return toQt(row.phone); }},
                {"email", [](const ContactRow& row) { return toQt(row.email); }},
                {"isPrimary", [](const ContactRow& row) { return row.isPrimary; }},
                {"leftCompany", [](const ContactRow& row) { return row.leftCompany; }},
                {"syncMark", [](const ContactRow& row) { return markName(row.mark); }},
            }}
{}

void ContactListModel::load(Load how)
{
    ask(how, rows_, [id = toId(recordId())](Queries& store) { return store.contacts(id); });
}

bool ContactListModel::concerns(const StoreChange& change) const
{
    return change.touches("contact");
}

} // namespace fieldbook::client
