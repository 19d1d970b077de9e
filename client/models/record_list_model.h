#pragma once

#include "client/models/app_context.h"
#include "client/models/list_model.h"
#include "client/models/roles.h"

namespace fieldbook::client {

// A list that is read whole: what hangs on a record (a customer's contacts, a visit's files), or
// all there is where no record is named and the list allows it. A derived model keeps Rows and says
// what to ask and what concerns it.
class RecordListModel : public fieldbook::client::ListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Made by the models of each page")
    Q_PROPERTY(fieldbook::client::AppContext* app READ app WRITE setApp NOTIFY appChanged REQUIRED)
    Q_PROPERTY(QString recordId READ recordId WRITE setRecordId NOTIFY recordIdChanged)

public:
    // NeedsRecord: there is nothing to ask before a record is named.
    enum class Needs { Record, Nothing };

    RecordListModel(Needs needs, QObject* parent)
        : fieldbook::client::ListModel{parent}, needs_{needs}
    {}

    [[nodiscard]] AppContext* app() const { return app_; }
    void setApp(AppContext* app);
    [[nodiscard]] const QString& recordId() const { return recordId_; }
    void setRecordId(const QString& id);
    Q_INVOKABLE void reload();

signals:
    void appChanged();
    void recordIdChanged();

protected:
    enum class Load { Anew, Again }; // From the top, or keeping the place of what is shown.

    // Asks by ask(); called when the app, the record or an option changed, and when a commit
    // concerns the list.
    virtual void load(Load how) = 0;
    [[nodiscard]] virtual bool concerns(const StoreChange& change) const = 0;
    // For options of derived models: asks anew if that can be.
    void loadAnew();

    // `question` runs on a reader's thread and gives a vector of rows.
    template <class Row, class Question>
    void ask(Load how, Rows<Row>& rows, Question question)
    {
        const int asking = ++asked_;
        app_->read(std::move(question))
            .then(this,
                  [this, how, asking, &rows](std::vector<Row> answer) {
                      if (asking != asked_) {
                          return;
                      }
                      how == Load::Anew ? rows.replace(std::move(answer))
                                        : rows.apply(std::move(answer));
                  })
            .onFailed(this, [this, asking](const std::runtime_error&) {
                if (asking == asked_) {
                    fail();
                }
            });
    }

private:
    AppContext* app_ = nullptr;
    QString recordId_;
    Needs needs_;
    int asked_ = 0;
};

} // namespace fieldbook::client
