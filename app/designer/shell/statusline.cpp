// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/shell/statusline.h"

#include "designer/shell/documentpage.h"

#include <QLabel>
#include <QStatusBar>

using namespace Qt::StringLiterals;

namespace signalbox::designer {

namespace {

constexpr int noticeTimeMs = 8000;

QLabel *label(const QString &name)
{
    auto *const made = new QLabel;
    made->setObjectName(name);
    return made;
}

} // namespace

StatusLine::StatusLine(const Workbench &workbench, QStatusBar &bar)
    : m_workbench(workbench), m_bar(bar), m_errors(label(u"status.errors"_s)), m_warnings(label(u"status.warnings"_s)),
      m_fileState(label(u"status.file"_s)), m_zoom(label(u"status.zoom"_s))
{
    m_bar.addWidget(m_errors);
    m_bar.addWidget(m_warnings);
    m_bar.addWidget(m_fileState, 1);
    m_bar.addPermanentWidget(m_zoom);
    m_bar.setSizeGripEnabled(false);
}

void StatusLine::notice(const QString &text)
{
    m_bar.showMessage(text, noticeTimeMs);
}

void StatusLine::show(DocumentPage *page)
{
    if (!page) {
        m_problemCount = 0;
        for (QLabel *const one : {m_errors, m_warnings, m_fileState, m_zoom})
            one->clear();
        return;
    }
    const ScenarioDocument &document = page->document();
    const int errors = page->document().problemModel().count(core::Severity::Error);
    const int warnings = page->document().problemModel().count(core::Severity::Warning);
    m_problemCount = errors + warnings;
    const QString color = m_workbench.appearance.theme().color(drawing::Role::Error).name();
    const QString count = tr("%n error(s)", nullptr, errors);
    m_errors->setText(errors > 0 ? u"<span style=\"color:%1\">● %2</span>"_s.arg(color, count) : count);
    m_warnings->setText(tr("%n warning(s)", nullptr, warnings));
    m_fileState->setText(u"%1 — %2"_s.arg(document.title(), stateOf(document)));
    showZoom(page);
}

void StatusLine::showZoom(DocumentPage *page)
{
    if (page)
        m_zoom->setText(u"%1 %"_s.arg(qRound(page->canvas().zoom() * 100)));
}

QString StatusLine::stateOf(const ScenarioDocument &document)
{
    const auto &origin = document.origin();
    const QString file = document.isReadOnly()        ? tr("read-only")
                         : !document.isClean()        ? tr("edited")
                         : !document.path().isEmpty() ? tr("saved")
                         : origin                     ? QString()
                                                      : tr("not saved yet");
    if (!origin)
        return file;
    const QString there =
        document.isOnCluster() ? tr("saved on %1").arg(origin->cluster.title()) : tr("not this state on %1").arg(origin->cluster.title());
    return file.isEmpty() ? there : file + u", "_s + there;
}

} // namespace signalbox::designer
