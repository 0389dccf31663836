// SPDX-License-Identifier: GPL-3.0-or-later
#include "drawing/exporting.h"

#include "drawing/picture.h"
#include "scenario/textexport.h"

#include <QBuffer>
#include <QCoreApplication>

namespace signalbox::drawing {

using namespace Qt::StringLiterals;

namespace {

constexpr double pngScale = 2;

struct Text {
    Q_DECLARE_TR_FUNCTIONS(signalbox::drawing::Exporting)
};

} // namespace

const QStringList &exportSuffixes()
{
    static const QStringList known{u"svg"_s, u"png"_s, u"pdf"_s, u"dot"_s, u"mmd"_s};
    return known;
}

core::Result<QByteArray> exported(const scenario::Scenario &scenario, const QString &suffix, const catalogue::Catalogue &catalogue,
                                  const core::Dialect &dialect, Theme::Kind theme, const std::stop_token &stop)
{
    const QString kind = suffix.toLower();
    if (!exportSuffixes().contains(kind))
        return core::fail(
            u"unknown_suffix"_s,
            Text::tr("\"%1\" is none of the suffixes %2, which say what to write.").arg(suffix, exportSuffixes().join(u", "_s)));
    if (kind == "dot"_L1)
        return scenario::toDot(scenario, catalogue, dialect);
    if (kind == "mmd"_L1)
        return scenario::toMermaid(scenario, catalogue, dialect);
    const PictureFormat format = kind == "png"_L1 ? PictureFormat::Png : kind == "pdf"_L1 ? PictureFormat::Pdf : PictureFormat::Svg;
    const Theme colours = Theme::builtIn(theme);
    const Picture picture(scenario, catalogue, dialect, colours, stop);
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    return picture.write(buffer, format, format == PictureFormat::Png ? pngScale : 1).map([&buffer] { return buffer.data(); });
}

} // namespace signalbox::drawing
