#include "client/models/orders/order_draft.h"

#include "client/local/order_submission.h"
#include "client/models/days.h"
#include "client/models/error_text.h"

#include <algorithm>
#include <cmath>

namespace fieldbook::client {
namespace {

constexpr double thousand = 1'000;

std::int64_t toThousandths(double pieces) { return std::llround(pieces * thousand); }

std::int64_t toBasisPoints(double percent)
{
    return std::clamp<std::int64_t>(std::llround(percent * 100), 0, 10'000);
}

QString sentence(std::string_view code) { return ErrorText::of(toQt(code)); }

} // namespace

OrderDraft::OrderDraft(QObject* parent) : QObject{parent} {}

void OrderDraft::setApp(AppContext* app)
{
    if (app_ != app) {
        app_ = app;
        emit appChanged();
        reload();
    }
}

void OrderDraft::setCustomerId(const QString& id)
{
    if (customerId_ != id) {
        customerId_ = id;
        emit customerIdChanged();
        reload();
    }
}

QVariantMap OrderDraft::quantities() const
{
    QVariantMap pieces;
    for (const DraftLine& line : content_.lines) {
        pieces.insert(toQt(line.product), static_cast<double>(line.quantity) / thousand);
    }
    return pieces;
}

double OrderDraft::pieces() const
{
    std::int64_t sum = 0;
    for (const DraftLine& line : content_.lines) {
        sum += line.quantity;
    }
    return static_cast<double>(sum) / thousand;
}

void OrderDraft::setPercentOff(double percent)
{
    if (const auto off = toBasisPoints(percent); off != content_.discount) {
        content_.discount = off;
        goodsChanged();
    }
}

void OrderDraft::setRequestedOn(const QVariant& day)
{
    if (const auto picked = pickedDay(day); picked != content_.requestedOn) {
        content_.requestedOn = picked;
        show();
        save();
    }
}

void OrderDraft::setShipTo(const QString& address)
{
    if (shipTo() != address) {
        content_.shipTo = address.toStdString();
        show();
        save();
    }
}

void OrderDraft::setNotes(const QString& notes)
{
    if (this->notes() != notes) {
        content_.notes = notes.toStdString();
        show();
        save();
    }
}

void OrderDraft::put(const QString& productId, double pieces)
{
    const Uuid product = toId(productId);
    const std::int64_t quantity = toThousandths(pieces);
    const auto line = std::ranges::find(content_.lines, product, &DraftLine::product);
    if (line == content_.lines.end()) {
        const ProductRow* row = catalogue_ != nullptr ? catalogue_->product(productId) : nullptr;
        if (row == nullptr || quantity <= 0) {
            return;
        }
        add(*row, quantity);
    } else if (quantity <= 0) {
        content_.lines.erase(line);
    } else {
        line->setQuantity(quantity);
    }
    goodsChanged();
}

void OrderDraft::setLinePercentOff(const QString& productId, double percent)
{
    const auto line = std::ranges::find(content_.lines, toId(productId), &DraftLine::product);
    if (line != content_.lines.end() && line->discount != toBasisPoints(percent)) {
        line->discount = toBasisPoints(percent);
        goodsChanged();
    }
}

void OrderDraft::add(const ProductRow& product, std::int64_t quantity)
{
    if (!product.price) {
        emit refused(sentence("price.missing"));
        return;
    }
    content_.lines.push_back({.product = product.id,
                              .code = product.code,
                              .name = product.name,
                              .unit = product.unit,
                              .quantity = quantity,
                              .listPrice = *product.price,
                              .unitPrice = *product.price,
                              .discount = 0,
                              .taxRate = product.taxRate,
                              .steps = product.steps});
    content_.lines.back().setQuantity(quantity);
}

void OrderDraft::addLastOrder()
{
    if (!app_) {
        return;
    }
    app_->read(
            [customer = toId(customerId_)](Queries& store) { return lastOrdered(store, customer); })
        .then(this,
              [this](const std::vector<LastOrdered>& lines) {
                  int added = 0;
                  for (const LastOrdered& last : lines) {
                      const auto there =
                          std::ranges::find(content_.lines, last.product.id, &DraftLine::product);
                      if (there == content_.lines.end() && last.product.price) {
                          add(last.product, last.quantity);
                          ++added;
                      }
                  }
                  if (added > 0) {
                      goodsChanged();
                  }
                  emit lastOrderAdded(added);
              })
        .onFailed(this,
                  [this](const std::runtime_error&) { emit refused(sentence("store.read")); });
}

void OrderDraft::sign(const QString& strokes, const QString& by)
{
    content_.signature = strokes.toStdString();
    content_.signedBy = by.trimmed().toStdString();
    content_.signedAt = app_->now();
    show();
    save();
}

void OrderDraft::clearSignature()
{
    content_.signature.clear();
    content_.signedAt.reset();
    show();
    save();
}

void OrderDraft::goodsChanged()
{
    content_.signature.clear();
    content_.signedAt.reset();
    show();
    save();
}

void OrderDraft::show()
{
    auto totals = reckon(content_, basis_.terms);
    reckonCode_ = totals ? std::string{} : totals.error().code;
    if (totals) {
        totals_ = std::move(*totals);
    }
    lines_.show(content_.lines);
    emit changed();
}

std::string_view OrderDraft::problemCode() const
{
    if (content_.lines.empty()) {
        return "order.empty";
    }
    if (!reckonCode_.empty()) {
        return reckonCode_;
    }
    const auto& last = basis_.terms.validTo;
    if (last && app_ && *last < dayIn(app_->zone(), app_->now())) {
        return "order.price_list_ended";
    }
    return saveCode_;
}

QString OrderDraft::problem() const
{
    const auto code = problemCode();
    return code.empty() ? QString{} : sentence(code);
}

void OrderDraft::reload()
{
    if (!app_ || customerId_.isEmpty()) {
        return;
    }
    setState(ListModel::State::Loading);
    const int loading = ++loads_;
    app_->read(
            [customer = toId(customerId_)](Queries& store) { return loadOrder(store, customer); })
        .then(this,
              [this, loading](std::optional<LoadedOrder> loaded) {
                  if (loading == loads_) {
                      take(std::move(loaded));
                  }
              })
        .onFailed(this, [this, loading](const std::runtime_error&) {
            if (loading == loads_) {
                setState(ListModel::State::Failed, QStringLiteral("store.read"));
            }
        });
}

void OrderDraft::take(std::optional<LoadedOrder> loaded)
{
    if (!loaded) {
        setState(ListModel::State::Empty);
        return;
    }
    basis_ = std::move(loaded->basis);
    content_ = loaded->draft.value_or(blank());
    saveCode_.clear();
    show();
    setState(ListModel::State::Ready);
}

OrderContent OrderDraft::blank() const
{
    OrderContent content;
    content.shipTo = basis_.address;
    return content;
}

void OrderDraft::setState(ListModel::State state, const QString& errorCode)
{
    state_ = state;
    errorCode_ = errorCode;
    emit stateChanged();
}

// One save at a time; what changes meanwhile is saved next. So a fast hand costs no more than the
// writer can take.
void OrderDraft::save()
{
    if (!app_ || state_ != ListModel::State::Ready) {
        return;
    }
    if (saving_) {
        saveAgain_ = true;
        return;
    }
    saving_ = true;
    app_->record([customer = toId(customerId_), content = content_](Recorder& recorder) {
            return saveOrder(recorder, customer, content);
        })
        .then(this, [this](const Result<std::string>& number) { saved(number); })
        .onFailed(this, [this](const std::runtime_error&) {
            saved(fail(ErrorKind::Unavailable, "store.write"));
        });
}

void OrderDraft::saved(const Result<std::string>& number)
{
    saving_ = false;
    saveCode_ = number ? std::string{} : number.error().code;
    if (number) {
        content_.number = *number;
        savedAt_ = app_->now();
    }
    emit changed();
    if (std::exchange(saveAgain_, false)) {
        save();
    } else if (std::exchange(submitNext_, false)) {
        sendSubmission();
    }
}

void OrderDraft::setBusy(bool busy)
{
    busy_ = busy;
    emit changed();
}

void OrderDraft::submit()
{
    if (!canSubmit()) {
        emit refused(problem());
        return;
    }
    setBusy(true);
    if (saving_) {
        submitNext_ = true;
    } else {
        sendSubmission();
    }
}

void OrderDraft::sendSubmission()
{
    const OrderSubmission submission{.customer = toId(customerId_),
                                     .visit = toId(visitId_),
                                     .opportunity = toId(opportunityId_),
                                     .orderedOn = dayIn(app_->zone(), app_->now()),
                                     .terms = basis_.terms,
                                     .content = content_};
    app_->record([submission](Recorder& recorder) { return submitOrder(recorder, submission); })
        .then(this,
              [this](const Result<SubmittedOrder>& done) {
                  setBusy(false);
                  if (!done) {
                      emit refused(sentence(done.error().code));
                      return;
                  }
                  content_ = blank();
                  savedAt_.reset();
                  show();
                  emit submitted(toQt(done->id), toQt(done->number));
              })
        .onFailed(this, [this](const std::runtime_error&) {
            setBusy(false);
            emit refused(sentence("store.write"));
        });
}

void OrderDraft::discard()
{
    content_ = blank();
    savedAt_.reset();
    saveAgain_ = false;
    show();
    app_->record([key = orderDraftKey(toId(customerId_))](Recorder& recorder) {
            recorder.dropDraft(key);
        })
        .onFailed(this,
                  [this](const std::runtime_error&) { emit refused(sentence("store.write")); });
}

} // namespace fieldbook::client
