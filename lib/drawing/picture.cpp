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

core::Result<void> send(QIODevice &device, const QByteArray &content)
{
    for (qsizetype done = 0; done < content.size();) {
        const qint64 taken = device.write(content.constData() + done, content.size() - done);
        if (taken <= 0)
            return core::fail(u"write"_s, Text::tr("The picture was not written: %1.").arg(device.errorString()));
        done += taken;
    }
    return {};
}

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
                 const Theme &theme)
    : m_theme(theme), m_title(scenario.name())
{
    std::vector<QRectF> rects;
    QList<qsizetype> cardAt(scenario.objectCount(), -1);
    for (qsizetype i = 0; i < scenario.objectCount(); ++i) {
        if (!scenario.object(i).isObject())
            continue;
        cardAt[i] = m_cards.size();
        m_cards.append(cardOf(scenario, i, catalogue, dialect));
        rects.push_back(CardGeometry(m_cards.last(), theme.sizes()).rect().translated(m_cards.last().place));
        m_bounds |= rects.back();
    }
    const std::span<const QRectF> obstacles =
        m_cards.size() <= mostCardsAvoided ? std::span<const QRectF>(rects) : std::span<const QRectF>();
    const auto addPath = [&](qsizetype from, QPointF start, qsizetype to) {
        const Card &target = m_cards[to];
        const QPainterPath path = edgePath(m_cards[from].place + start, target.place + CardGeometry(target, theme.sizes()).input(),
                                           rects[static_cast<size_t>(from)], rects[static_cast<size_t>(to)], obstacles);
        m_bounds |= path.boundingRect();
        return path;
    };
    const scenario::Graph graph(scenario, catalogue, dialect);
    for (const scenario::Edge &edge : graph.edges()) {
        if (edge.to < 0 || cardAt[edge.from] < 0 || cardAt[edge.to] < 0)
            continue;
        const Card &from = m_cards[cardAt[edge.from]];
        const int port = portOf(from, edge.property);
        if (port < 0)
            continue;
        const QPainterPath path = addPath(cardAt[edge.from], CardGeometry(from, theme.sizes()).port(port), cardAt[edge.to]);
        m_lines.append({path, edge.outcome});
    }
    const QList<scenario::Jump> jumps = scenario::Graph::jumps(scenario, dialect);
    for (const scenario::Jump &jump : jumps) {
        const qsizetype from = cardAt[jump.from];
        m_jumps.append(addPath(from, CardGeometry(m_cards[from], theme.sizes()).exit(), cardAt[jump.to]));
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
        return shown.isNull() || (rect.left() <= shown.right() && rect.right() >= shown.left() && rect.top() <= shown.bottom() &&
                                  rect.bottom() >= shown.top()); // a straight line has no height
    };
    for (const NotePicture &note : m_notes) {
        if (!isShown(note.rect()))
            continue;
        painter.save();
        painter.translate(note.rect().topLeft());
        note.paint(painter, m_theme, {}, detail);
        painter.restore();
    }
    for (const QPainterPath &jump : m_jumps)
        cards.paintJump(painter, jump);
    for (const Line &line : m_lines) {
        if (isShown(line.path.boundingRect()))
            cards.paintEdge(painter, line.path, line.outcome, {});
    }
    for (const Card &card : m_cards) {
        if (!isShown(CardGeometry(card, m_theme.sizes()).rect().translated(card.place)))
            continue;
        painter.save();
        painter.translate(card.place);
        cards.paintCard(painter, card, {}, detail);
        painter.restore();
    }
}

core::Result<void> Picture::write(QIODevice &device, PictureFormat format, double scale) const
{
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
