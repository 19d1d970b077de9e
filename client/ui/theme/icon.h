#pragma once

#include <QtQml/qqmlregistration.h>

#include <QColor>
#include <QQuickItem>
#include <QString>

namespace fieldbook::client {

// Draws one of the icons named in tokens.json, tinted, at device resolution. The drawn pictures are
// shared between all icons of the same name, size and colour. An unknown name draws nothing and is
// reported in the log.
class Icon : public QQuickItem {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString name READ name WRITE setName NOTIFY nameChanged)
    Q_PROPERTY(qreal size READ size WRITE setSize NOTIFY sizeChanged)
    Q_PROPERTY(QColor color READ color WRITE setColor NOTIFY colorChanged)

public:
    explicit Icon(QQuickItem* parent = nullptr);

    [[nodiscard]] QString name() const { return name_; }
    void setName(const QString& name);

    [[nodiscard]] qreal size() const { return size_; }
    void setSize(qreal size);

    [[nodiscard]] QColor color() const { return color_; }
    void setColor(const QColor& color);

signals:
    void nameChanged();
    void sizeChanged();
    void colorChanged();

protected:
    QSGNode* updatePaintNode(QSGNode* old, UpdatePaintNodeData* data) override;
    void itemChange(ItemChange change, const ItemChangeData& value) override;

private:
    void redraw();

    QString name_;
    qreal size_ = 24;
    QColor color_ = Qt::black;
    bool stale_ = true;
};

} // namespace fieldbook::client
