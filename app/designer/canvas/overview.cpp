// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/canvas/overview.h"

#include <QPainter>
#include <QThreadPool>

#include <mutex>

namespace signalbox::designer {

namespace {

constexpr double beyond = 0.5;    // a picture covers this much more on each side, so that panning has something to show
constexpr double sharpFrom = 0.8; // of the zoom that is wanted: below this a new picture is made
constexpr double sharpTo = 1.6;
constexpr double mostPixels = 5000; // a side
constexpr double cornerRadius = 10; // scene units
constexpr double takenWidth = 3;    // pixels
constexpr std::array shades{0.55F, 0.2F, 1.0F};

QImage render(const Overview::Content &content, const QRectF &part, double scale)
{
    QImage image((part.size() * scale).toSize().expandedTo({1, 1}), QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.scale(scale, scale);
    painter.translate(-part.topLeft());
    for (const Overview::Line &line : content.lines) {
        if (!QRectF(line.line.p1(), line.line.p2()).normalized().adjusted(-1, -1, 1, 1).intersects(part))
            continue;
        painter.setPen(QPen(line.color, line.isTaken ? takenWidth / scale : 0));
        painter.drawLine(line.line);
    }
    for (const Overview::Block &block : content.blocks) {
        if (!block.rect.intersects(part))
            continue;
        painter.setPen(block.isSelected ? QPen(content.accent, 2 / scale) : QPen(block.color, 0));
        QColor fill = block.color;
        fill.setAlphaF(shades.at(static_cast<std::size_t>(block.shade)));
        painter.setBrush(block.isFilled ? QBrush(fill) : QBrush(Qt::NoBrush));
        painter.drawRoundedRect(block.rect, cornerRadius, cornerRadius);
    }
    return image;
}

} // namespace

/// What a worker and the overview share; whoever goes first, goes.
struct Overview::Shared {
    std::mutex mutex;
    Overview *overview = nullptr; ///< null once it is gone
};

Overview::Overview(Source source, QObject *parent) : QObject(parent), m_source(std::move(source)), m_shared(std::make_shared<Shared>())
{
    m_shared->overview = this;
}

Overview::~Overview()
{
    const std::scoped_lock lock(m_shared->mutex);
    m_shared->overview = nullptr;
}

void Overview::invalidate()
{
    ++m_version;
    m_content.reset();
}

void Overview::paint(QPainter &painter, const QRectF &part, double zoom, double pixelRatio)
{
    if (!m_picture.image.isNull()) {
        painter.save();
        painter.setRenderHint(QPainter::SmoothPixmapTransform);
        painter.drawImage(m_picture.part, m_picture.image, QRectF(m_picture.image.rect()));
        painter.restore();
    }
    const double sharpness = m_picture.zoom / zoom;
    if (m_picture.version != m_version || !m_picture.part.contains(part) || sharpness < sharpFrom || sharpness > sharpTo)
        request(part, zoom, pixelRatio);
}

void Overview::request(const QRectF &part, double zoom, double pixelRatio)
{
    const double right = part.width() * beyond;
    const double down = part.height() * beyond;
    m_wanted.part = part.adjusted(-right, -down, right, down);
    m_wanted.zoom = zoom;
    m_wanted.version = m_version;
    m_pixelRatio = pixelRatio;
    m_isWanted = true;
    if (std::exchange(m_isWorking, true))
        return;
    // Not while painting goes on: reading thousands of cards takes half a frame.
    QMetaObject::invokeMethod(
        this, [this] { start(); }, Qt::QueuedConnection);
}

void Overview::start()
{
    if (!m_content)
        m_content = std::make_shared<const Content>(m_source());
    m_isWanted = false;
    Picture picture = m_wanted;
    picture.version = m_version;
    const double side = std::max(picture.part.width(), picture.part.height()) * picture.zoom * m_pixelRatio;
    const double scale = picture.zoom * m_pixelRatio * std::min(1.0, mostPixels / side);
    QThreadPool::globalInstance()->start([shared = m_shared, content = m_content, picture, scale]() mutable {
        picture.image = render(*content, picture.part, scale);
        const std::scoped_lock lock(shared->mutex);
        if (!shared->overview)
            return;
        QMetaObject::invokeMethod(
            shared->overview,
            [overview = shared->overview, picture] {
                overview->m_picture = picture;
                overview->m_isWorking = overview->m_isWanted;
                if (overview->m_isWanted)
                    overview->start();
                Q_EMIT overview->ready();
            },
            Qt::QueuedConnection);
    });
}

} // namespace signalbox::designer
