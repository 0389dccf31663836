// SPDX-License-Identifier: GPL-3.0-or-later
#include "drawing/icons.h"

#include "drawing/bundle.h"

#include <QFileInfo>
#include <QHash>
#include <QXmlStreamReader>

#include <optional>

namespace signalbox::drawing {

using namespace Qt::StringLiterals;

namespace {

/// Reads a path command by command; numbers stand without exponents.
class SvgPathReader final
{
public:
    explicit SvgPathReader(QStringView text) : m_text(text) {}

    QPainterPath read()
    {
        QChar command;
        while (skipSpace()) {
            if (m_text[m_at].isLetter())
                command = m_text[m_at++];
            else if (command.toUpper() == u'M') // further points of a move are lines
                command = command == u'M' ? u'L' : u'l';
            if (!draw(command))
                return {};
            if (const QChar kind = command.toUpper(); kind != u'C' && kind != u'S')
                m_control = m_path.currentPosition();
        }
        return m_path;
    }

private:
    bool skipSpace()
    {
        while (m_at < m_text.size() && (m_text[m_at].isSpace() || m_text[m_at] == u','))
            ++m_at;
        return m_at < m_text.size();
    }

    bool draw(QChar command)
    {
        const bool isRelative = command.isLower();
        const QPointF origin = isRelative ? m_path.currentPosition() : QPointF();
        switch (command.toUpper().unicode()) {
        case u'M':
            return point(origin, [this](QPointF to) { m_path.moveTo(to); });
        case u'L':
            return point(origin, [this](QPointF to) { m_path.lineTo(to); });
        case u'H':
            return number([&](double x) { m_path.lineTo(origin.x() + x, m_path.currentPosition().y()); });
        case u'V':
            return number([&](double y) { m_path.lineTo(m_path.currentPosition().x(), origin.y() + y); });
        case u'C':
            return point(origin, [&](QPointF first) { curve(origin, first); }) && m_isGood;
        case u'S':
            curve(origin, 2 * m_path.currentPosition() - m_control);
            return m_isGood;
        case u'Z':
            m_path.closeSubpath();
            return true;
        default:
            return false;
        }
    }

    void curve(QPointF origin, QPointF first)
    {
        m_isGood = point(origin,
                         [&](QPointF second) {
                             m_isGood = point(origin, [&](QPointF to) {
                                 m_path.cubicTo(first, second, to);
                                 m_control = second;
                             });
                         }) &&
                   m_isGood;
    }

    template <typename Use>
    bool point(QPointF origin, Use use)
    {
        const std::optional<double> x = next();
        const std::optional<double> y = next();
        if (x && y)
            use(origin + QPointF(*x, *y));
        return x && y;
    }

    template <typename Use>
    bool number(Use use)
    {
        const std::optional<double> value = next();
        if (value)
            use(*value);
        return value.has_value();
    }

    std::optional<double> next()
    {
        skipSpace();
        const qsizetype from = m_at;
        if (m_at < m_text.size() && (m_text[m_at] == u'-' || m_text[m_at] == u'+'))
            ++m_at;
        bool hasPoint = false;
        while (m_at < m_text.size() && (m_text[m_at].isDigit() || (m_text[m_at] == u'.' && !hasPoint))) {
            hasPoint = hasPoint || m_text[m_at] == u'.';
            ++m_at;
        }
        bool isNumber = false;
        const double value = m_text.sliced(from, m_at - from).toDouble(&isNumber);
        return isNumber ? std::optional(value) : std::nullopt;
    }

    QStringView m_text;
    qsizetype m_at = 0;
    QPainterPath m_path;
    QPointF m_control; // second one of the last curve; the position where that was none
    bool m_isGood = true;
};

QHash<qint64, QPainterPath> readIcons()
{
    QHash<qint64, QPainterPath> icons;
    const QStringList files = bundledIcons();
    for (const QString &file : files) {
        const qint64 type = QFileInfo(file).completeBaseName().toLongLong();
        QXmlStreamReader xml(bundledFile(u"icons/"_s + file));
        while (!xml.atEnd()) {
            if (xml.readNext() == QXmlStreamReader::StartElement && xml.name() == "path"_L1)
                icons[type].addPath(pathFromSvg(xml.attributes().value("d"_L1)));
        }
    }
    return icons;
}

} // namespace

QPainterPath iconPath(qint64 type)
{
    static const QHash<qint64, QPainterPath> icons = readIcons();
    return icons.value(type);
}

QPainterPath pathFromSvg(QStringView d)
{
    return SvgPathReader(d).read();
}

} // namespace signalbox::drawing
