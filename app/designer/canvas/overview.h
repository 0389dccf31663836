// SPDX-License-Identifier: GPL-3.0-or-later
// Far out, the canvas shows a picture of all cards and transitions instead of thousands of items. It is made off the interface thread;
// until a sharper one is there the last one is shown, scaled.
#pragma once

#include <QColor>
#include <QImage>
#include <QLineF>
#include <QObject>
#include <QRectF>

#include <functional>
#include <memory>

class QPainter;

namespace signalbox::designer {

class Overview final : public QObject
{
    Q_OBJECT

public:
    enum class Shade : quint8 { Half, Faint, Full };
    struct Block {
        QRectF rect;
        QColor color;
        bool isSelected = false;
        bool isFilled = true; ///< else it is an outline
        Shade shade = Shade::Half;
    };
    struct Line {
        QLineF line;
        QColor color;
        bool isTaken = false; ///< thicker than others
    };
    /// What is to be painted, as values: another thread reads it.
    struct Content {
        QList<Block> blocks;
        QList<Line> lines;
        QColor accent;
    };

    using Source = std::function<Content()>;

    /// source is asked on this thread, when a picture is to be made after invalidate().
    explicit Overview(Source source, QObject *parent = nullptr);
    ~Overview() override;

    /// The content is other than what was painted.
    void invalidate();
    /// Paints what there is of this part of the scene, and asks for a better picture where it is stale or blurred.
    void paint(QPainter &painter, const QRectF &part, double zoom, double pixelRatio);

Q_SIGNALS:
    /// A better picture is there.
    void ready();

private:
    struct Picture {
        QImage image;
        QRectF part; ///< of the scene
        double zoom = 0;
        quint64 version = 0;
    };
    struct Shared;

    void request(const QRectF &part, double zoom, double pixelRatio);
    void start();

    Source m_source;
    std::shared_ptr<const Content> m_content;
    quint64 m_version = 1; // of the content
    Picture m_picture;
    Picture m_wanted;
    double m_pixelRatio = 1;
    bool m_isWanted = false;
    bool m_isWorking = false;
    std::shared_ptr<Shared> m_shared;
};

} // namespace signalbox::designer
