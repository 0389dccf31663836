// SPDX-License-Identifier: GPL-3.0-or-later
#include "drawing/picture.h"

#include "scenario/graph.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QHashSeed>
#include <QImage>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>
#include <QSvgGenerator>

#include <algorithm>
#include <cmath>

namespace signalbox::drawing {

using namespace Qt::StringLiterals;

namespace {

constexpr double frame = 24;      ///< around everything
constexpr int mostPixels = 16384; ///< of a PNG's side
constexpr qint64 mostPixelsInAll = 1 << 27;
constexpr qsizetype mostCardsAvoided = 1000; ///< beyond, lines take the straight way: looking for free ways grows with the square
constexpr double unitsPerInch = 96;
constexpr double pointsPerInch = 72;
constexpr double metresPerInch = 0.0254;
constexpr double longestPage = 14400; ///< points: what PDF allows

struct Text {
    Q_DECLARE_TR_FUNCTIONS(signalbox::drawing::Picture)
};

/// A PDF says when it was made. So that the same scenario gives the same file, it says the beginning of the millennium.
void setFixedDate(QByteArray &pdf)
{
    const QByteArray key = "/CreationDate (";
    const qsizetype begin = pdf.indexOf(key);
    const qsizetype end = begin < 0 ? -1 : pdf.indexOf(')', begin);
    const QByteArray date = "D:20000101000000";
    const qsizetype from = begin + key.size();
    if (end < 0 || end - from < date.size())
        return;
    // The table of contents counts bytes, so that the length must stay.
    pdf.replace(from, end - from + 1, (date + ')').leftJustified(end - from + 1, ' '));
}

/// While it lives, new hashes have the same order in every process: a PDF's fonts come in a hash's order.
class SameOrder final
{
public:
    SameOrder() { QHashSeed::setDeterministicGlobalSeed(); }
    ~SameOrder() { QHashSeed::resetRandomGlobalSeed(); }
    SameOrder(const SameOrder &) = delete;
    SameOrder &operator=(const SameOrder &) = delete;
};

/// Whether a part of the line lies in the rectangle.
bool goesThrough(const QPainterPath &path, const QRectF &rect)
{
    const QList<QPolygonF> lines = path.toSubpathPolygons();
    for (const QPolygonF &line : lines) {
        for (qsizetype i = 0; i < line.size(); ++i) {
            if (rect.contains(line.at(i)))
                return true;
            if (i == 0)
                continue;
            const QLineF piece(line.at(i - 1), line.at(i));
            for (const QLineF &side : {QLineF(rect.topLeft(), rect.topRight()), QLineF(rect.topRight(), rect.bottomRight()),
                                       QLineF(rect.bottomRight(), rect.bottomLeft()), QLineF(rect.bottomLeft(), rect.topLeft())}) {
                if (piece.intersects(side) == QLineF::BoundedIntersection)
                    return true;
            }
        }
    }
    return false;
}

/// As QRectF::intersects(), but a straight line's rectangle, which has no height, counts.
bool meet(const QRectF &a, const QRectF &b)
{
    return a.left() <= b.right() && a.right() >= b.left() && a.top() <= b.bottom() && a.bottom() >= b.top();
}

int portOf(const Card &card, const QString &property)
{
    for (int i = 0; i < card.ports.size(); ++i) {
        if (card.ports[i].property == property)
            return i;
    }
    return -1;
}

} // namespace

Picture::Picture(const scenario::Scenario &scenario, const catalogue::Catalogue &catalogue, const core::Dialect &dialect,
                 const Theme &theme, std::stop_token stop)
    : m_theme(theme), m_stop(std::move(stop)), m_title(scenario.name())
{
    QList<qsizetype> cardAt(scenario.objectCount(), -1);
    for (qsizetype i = 0; i < scenario.objectCount(); ++i) {
        if (m_stop.stop_requested())
            return;
        if (!scenario.object(i).isObject())
            continue;
        cardAt[i] = m_cards.size();
        m_cards.append(cardOf(scenario, i, catalogue, dialect));
        m_rects.append(CardGeometry(m_cards.last(), theme.sizes()).rect().translated(m_cards.last().place));
        m_bounds |= m_rects.last();
    }
    const std::span<const QRectF> obstacles =
        m_cards.size() <= mostCardsAvoided ? std::span<const QRectF>(m_rects) : std::span<const QRectF>();
    const auto lineOf = [&](qsizetype from, QPointF start, qsizetype to, const QString &outcome) {
        const Card &target = m_cards[to];
        const QPainterPath path = edgePath(m_cards[from].place + start, target.place + CardGeometry(target, theme.sizes()).input(),
                                           m_rects[from], m_rects[to], obstacles);
        m_bounds |= path.boundingRect();
        return Line{path, outcome, path.boundingRect()};
    };
    const scenario::Graph graph(scenario, catalogue, dialect);
    for (const scenario::Edge &edge : graph.edges()) {
        if (m_stop.stop_requested())
            return;
        if (edge.to < 0 || cardAt[edge.from] < 0 || cardAt[edge.to] < 0)
            continue;
        const Card &from = m_cards[cardAt[edge.from]];
        const int port = portOf(from, edge.property);
        if (port < 0)
            continue;
        m_lines.append(lineOf(cardAt[edge.from], CardGeometry(from, theme.sizes()).port(port), cardAt[edge.to], edge.outcome));
    }
    const QList<scenario::Jump> jumps = scenario::Graph::jumps(scenario, dialect);
    for (const scenario::Jump &jump : jumps) {
        const qsizetype from = cardAt[jump.from];
        m_jumps.append(lineOf(from, CardGeometry(m_cards[from], theme.sizes()).exit(), cardAt[jump.to], {}));
    }
    const QList<scenario::Note> notes = scenario::readNotes(scenario).notes;
    for (const scenario::Note &note : notes) {
        m_notes.emplaceBack(note, theme);
        m_bounds |= m_notes.last().rect();
    }
    std::stable_partition(m_notes.begin(), m_notes.end(),
                          [](const NotePicture &note) { return note.note().kind == scenario::NoteKind::Frame; });
    if (!m_bounds.isEmpty())
        m_bounds = m_bounds.adjusted(-frame, -frame, frame, frame).toAlignedRect();
}

QRectF Picture::bounds() const
{
    return m_bounds;
}

void Picture::paint(QPainter &painter, Ground ground) const
{
    const CardPainter cards(m_theme);
    const double detail = std::sqrt(std::abs(painter.combinedTransform().determinant()));
    if (ground == Ground::Canvas)
        painter.fillRect(m_bounds, m_theme.color(Role::Canvas));
    // Ports, shadows and arrows reach a little beyond what they belong to.
    const QRectF shown = painter.hasClipping() ? painter.clipBoundingRect().adjusted(-frame, -frame, frame, frame) : QRectF();
    const auto isShown = [&](const QRectF &rect) {
        return shown.isNull() || meet(rect, shown);
    };
    for (const NotePicture &note : m_notes) {
        if (!isShown(note.rect()))
            continue;
        painter.save();
        painter.translate(note.rect().topLeft());
        note.paint(painter, m_theme, {}, detail);
        painter.restore();
    }
    for (const Line &jump : m_jumps) {
        if (isShown(jump.rect))
            cards.paintJump(painter, jump.path);
    }
    for (const Line &line : m_lines) {
        if (m_stop.stop_requested())
            return;
        if (isShown(line.rect))
            cards.paintEdge(painter, line.path, line.outcome, {});
    }
    for (qsizetype i = 0; i < m_cards.size() && !m_stop.stop_requested(); ++i) {
        if (!isShown(m_rects[i]))
            continue;
        painter.save();
        painter.translate(m_cards[i].place);
        cards.paintCard(painter, m_cards[i], {}, detail);
        painter.restore();
    }
}

bool Picture::isEmptyIn(const QRectF &part) const
{
    const auto isThere = [&part](const Line &line) {
        return meet(line.rect, part) && goesThrough(line.path, part);
    };
    return std::none_of(m_rects.cbegin(), m_rects.cend(), [&part](const QRectF &rect) { return rect.intersects(part); }) &&
           std::none_of(m_notes.cbegin(), m_notes.cend(), [&part](const NotePicture &note) { return note.rect().intersects(part); }) &&
           std::none_of(m_lines.cbegin(), m_lines.cend(), isThere) && std::none_of(m_jumps.cbegin(), m_jumps.cend(), isThere);
}

core::Result<void> Picture::send(QIODevice &device, const QByteArray &content) const
{
    if (m_stop.stop_requested())
        return core::fail(u"cancelled"_s, Text::tr("The picture was not written: it was cancelled."));
    for (qsizetype done = 0; done < content.size();) {
        const qint64 taken = device.write(content.constData() + done, content.size() - done);
        if (taken <= 0)
            return core::fail(u"write"_s, Text::tr("The picture was not written: %1.").arg(device.errorString()));
        done += taken;
    }
    return {};
}

core::Result<void> Picture::write(QIODevice &device, PictureFormat format, double scale) const
{
    if (m_stop.stop_requested())
        return send(device, {});
    if (m_cards.isEmpty() && m_notes.isEmpty())
        return core::fail(u"empty"_s, Text::tr("The scenario has no components, so there is nothing to draw."));
    switch (format) {
    case PictureFormat::Svg:
        return writeSvg(device, scale);
    case PictureFormat::Pdf:
        return writePdf(device, scale);
    case PictureFormat::Png:
        break;
    }
    return writePng(device, scale);
}

core::Result<void> Picture::writePng(QIODevice &device, double scale) const
{
    const double width = std::ceil(m_bounds.width() * scale);
    const double height = std::ceil(m_bounds.height() * scale);
    const auto tooLarge = [&] {
        return core::fail(u"too_large"_s,
                          Text::tr("The picture would be %1 × %2 pixels; at most %3 a side and %4 in all are drawn. Choose SVG or "
                                   "PDF, or a smaller scale.")
                              .arg(width, 0, 'f', 0)
                              .arg(height, 0, 'f', 0)
                              .arg(mostPixels)
                              .arg(mostPixelsInAll));
    };
    if (!(std::max(width, height) <= mostPixels) || width * height > static_cast<double>(mostPixelsInAll))
        return tooLarge();
    QImage image(std::max(1, static_cast<int>(width)), std::max(1, static_cast<int>(height)), QImage::Format_RGB32);
    if (image.isNull())
        return tooLarge();
    const int dots = static_cast<int>(std::lround(unitsPerInch * scale / metresPerInch));
    image.setDotsPerMeterX(dots);
    image.setDotsPerMeterY(dots);
    image.fill(m_theme.color(Role::Canvas));
    QPainter painter(&image);
    painter.scale(scale, scale);
    painter.translate(-m_bounds.topLeft());
    paint(painter);
    painter.end();
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    if (m_stop.stop_requested())
        return send(device, {});
    if (!image.save(&buffer, "PNG"))
        return core::fail(u"write"_s, Text::tr("The picture was not written: %1.").arg(u"PNG"_s));
    return send(device, buffer.data());
}

core::Result<void> Picture::writeSvg(QIODevice &device, double scale) const
{
    QBuffer buffer;
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setResolution(static_cast<int>(unitsPerInch));
    generator.setSize((m_bounds.size() * scale).toSize());
    generator.setViewBox(QRectF({}, m_bounds.size()));
    generator.setTitle(m_title);
    generator.setDescription(u"Signalbox"_s);
    QPainter painter(&generator);
    painter.translate(-m_bounds.topLeft());
    paint(painter);
    painter.end();
    return send(device, buffer.data());
}

core::Result<void> Picture::writePdf(QIODevice &device, double scale) const
{
    const double points = scale * pointsPerInch / unitsPerInch;
    const double fitting = std::min(points, longestPage / std::max(m_bounds.width(), m_bounds.height()));
    const SameOrder sameOrder;
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setTitle(m_title);
    writer.setCreator(u"Signalbox"_s);
    writer.setResolution(static_cast<int>(unitsPerInch));
    writer.setPageSize(QPageSize(m_bounds.size() * fitting, QPageSize::Point, QString(), QPageSize::ExactMatch));
    writer.setPageMargins({});
    QPainter painter(&writer);
    painter.scale(fitting * unitsPerInch / pointsPerInch, fitting * unitsPerInch / pointsPerInch);
    painter.translate(-m_bounds.topLeft());
    paint(painter);
    painter.end();
    QByteArray pdf = buffer.data();
    setFixedDate(pdf);
    return send(device, pdf);
}

} // namespace signalbox::drawing
