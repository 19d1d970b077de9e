#include "client/ui/theme/icon.h"

#include "client/ui/theme/icon_cache.h"

#include <QLoggingCategory>
#include <QQuickWindow>
#include <QSGImageNode>
#include <cmath>

namespace fieldbook::client {

Icon::Icon(QQuickItem* parent) : QQuickItem{parent}
{
    setFlag(ItemHasContents);
    setImplicitSize(size_, size_);
}

void Icon::setName(const QString& name)
{
    if (name_ == name)
        return;
    if (!name.isEmpty() && !iconExists(name))
        qWarning("There is no icon named \"%s\" in tokens.json.", qUtf8Printable(name));
    name_ = name;
    redraw();
    emit nameChanged();
}

void Icon::setSize(qreal size)
{
    if (size_ == size)
        return;
    size_ = size;
    setImplicitSize(size, size);
    redraw();
    emit sizeChanged();
}

void Icon::setColor(const QColor& color)
{
    if (color_ == color)
        return;
    color_ = color;
    redraw();
    emit colorChanged();
}

void Icon::redraw()
{
    stale_ = true;
    update();
}

void Icon::itemChange(ItemChange change, const ItemChangeData& value)
{
    if (change == ItemDevicePixelRatioHasChanged || change == ItemSceneChange)
        redraw();
    QQuickItem::itemChange(change, value);
}

QSGNode* Icon::updatePaintNode(QSGNode* old, UpdatePaintNodeData*)
{
    auto* node = static_cast<QSGImageNode*>(old);
    const qreal ratio = window()->effectiveDevicePixelRatio();
    if (stale_ || node == nullptr) {
        const QImage image = iconImage(name_, qMax(1, int(std::ceil(size_ * ratio))), color_);
        if (image.isNull()) {
            delete node;
            return nullptr;
        }
        if (node == nullptr) {
            node = window()->createImageNode();
            node->setOwnsTexture(true);
        }
        node->setTexture(window()->createTextureFromImage(image, QQuickWindow::TextureCanUseAtlas));
        stale_ = false;
    }
    // An icon that starts between two pixels is blurred, so it is moved onto the nearest one.
    const QPointF place{(width() - size_) / 2, (height() - size_) / 2};
    const QPointF scene = mapToScene(place);
    const QPointF whole{std::round(scene.x() * ratio) / ratio,
                        std::round(scene.y() * ratio) / ratio};
    const qreal drawn = std::ceil(size_ * ratio) / ratio;
    node->setRect(QRectF{place + (whole - scene), QSizeF{drawn, drawn}});
    return node;
}

} // namespace fieldbook::client
