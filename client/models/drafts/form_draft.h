#pragma once

#include "client/models/drafts/record_draft.h"

namespace fieldbook::client {

// A record as a form has it whose fields go by their names in the record's declaration: what a
// field is and whether it holds something wrong follows from there. GUI thread.
class FormDraft : public fieldbook::client::RecordDraft {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString type READ type WRITE setType NOTIFY keyChanged REQUIRED)
    // What a new record starts with. A new one of another customer is a form of its own.
    Q_PROPERTY(QVariantMap preset READ preset WRITE setPreset NOTIFY keyChanged)
    // Field -> value, for what follows the typing (a title, a search for duplicates).
    Q_PROPERTY(QVariantMap values READ fieldValues NOTIFY changed)

public:
    using fieldbook::client::RecordDraft::RecordDraft;

    [[nodiscard]] QString type() const;
    void setType(const QString& type);
    [[nodiscard]] const QVariantMap& preset() const { return preset_; }
    void setPreset(const QVariantMap& preset);
    [[nodiscard]] QVariantMap fieldValues() const;
    // Told from the first attempt to save on, not while somebody still types.
    [[nodiscard]] QVariantMap problems() const override;

    Q_INVOKABLE [[nodiscard]] QVariant valueOf(const QString& field) const;
    Q_INVOKABLE void put(const QString& field, const QVariant& value);
    // Of the declaration: whether it must be there, and how many characters surely fit.
    Q_INVOKABLE [[nodiscard]] bool isRequired(const QString& field) const;
    Q_INVOKABLE [[nodiscard]] int maxLength(const QString& field) const;

    // Answers with saved(), or with problems at their fields and problemFound(), or with refused().
    Q_INVOKABLE void save() override;
    Q_INVOKABLE void discard() override;
    // To the recycle bin.
    Q_INVOKABLE void remove();

signals:
    void keyChanged();
    void removed(const QString& recordId);
    // The first field that stops it from being saved.
    void problemFound(const QString& field);

protected:
    [[nodiscard]] const TypeSpec* spec() const override { return type_; }
    [[nodiscard]] FieldValues defaults() const override;
    [[nodiscard]] std::function<Result<Uuid>(Recorder&)> deed() const override;
    void tell(const Error& error) override;

private:
    [[nodiscard]] const FieldSpec* fieldNamed(const QString& field) const;
    // Code by field; only what this form may set right: what is missing, and what was changed.
    [[nodiscard]] std::map<std::string_view, std::string_view> faults() const;
    // Primary contacts of the same customer, who no longer are if this one becomes it.
    [[nodiscard]] std::vector<Uuid> primariesBeside() const;
    void forgetProblems();

    const TypeSpec* type_ = nullptr;
    QVariantMap preset_;
    QVariantMap refusals_; // What the rules refused, until the field is edited.
    bool attempted_ = false;
};

} // namespace fieldbook::client
