// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/cluster/clusterdialog.h"

#include "cluster/scriptentity.h"
#include "designer/cluster/clusterlist.h"
#include "designer/cluster/conflictpage.h"
#include "designer/cluster/connectform.h"
#include "designer/cluster/formlogin.h"
#include "designer/cluster/productionpage.h"
#include "designer/cluster/scriptspage.h"

#include <QEvent>
#include <QLabel>
#include <QPointer>
#include <QProgressBar>
#include <QPushButton>
#include <QSettings>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace signalbox::designer {

using namespace Qt::StringLiterals;
using core::Json;
using core::Result;
using Kind = ClusterChoice::Kind;

namespace {

const QSize firstSize(820, 520);

const auto lastSetting = u"cluster/last"_s; // ClusterChoice::key()

} // namespace

ClusterDialog::ClusterDialog(Clusters &clusters, QSettings &settings, std::optional<ClusterSaving> saving, QWidget *parent)
    : QDialog(parent), m_clusters(clusters), m_settings(settings), m_saving(std::move(saving)),
      m_list(new ClusterList(clusters.profiles(), {Kind::Simulated, clusters.embedded().demoUser().profile}, firstTyped(), this)),
      m_pages(new QStackedWidget(this)), m_form(new ConnectForm(this)),
      m_scripts(new ScriptsPage(m_saving ? ScriptsPage::Purpose::Save : ScriptsPage::Purpose::Open, this)),
      m_production(new ProductionPage(this)), m_conflict(new ConflictPage(this)), m_busy(new QLabel(this)),
      m_progress(new QProgressBar(this)), m_cancel(new QPushButton(this)), m_primary(new QPushButton(this)), m_close(new QPushButton(this)),
      m_login(std::make_unique<FormLogin>(clusters, settings, *m_form))
{
    setObjectName(u"cluster"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    resize(firstSize);
    build();
    retranslate();
    chooseFirst();
}

ClusterDialog::~ClusterDialog()
{
    stop();
    m_clusters.leave(std::move(m_connection));
}

void ClusterDialog::done(int result)
{
    stop();
    m_clusters.leave(std::exchange(m_connection, nullptr));
    QDialog::done(result);
}

void ClusterDialog::build()
{
    m_busy->setObjectName(u"cluster.busy"_s);
    m_busy->setProperty("muted", true);
    m_busy->setTextFormat(Qt::PlainText);
    m_busy->setWordWrap(true);
    m_progress->setRange(0, 0);
    m_progress->setTextVisible(false);
    m_progress->setFixedWidth(80);
    m_cancel->setObjectName(u"cluster.cancel"_s);
    m_cancel->setAutoDefault(false);
    m_primary->setObjectName(u"cluster.primary"_s);
    m_primary->setProperty("primary", true);
    m_primary->setDefault(true);
    m_close->setObjectName(u"cluster.close"_s);
    m_close->setAutoDefault(false);
    for (QWidget *const page : std::initializer_list<QWidget *>{m_form, m_scripts, m_production, m_conflict})
        m_pages->addWidget(page);

    auto *const line = new QFrame(this); // the style draws it
    line->setProperty("divider", true);
    line->setFixedWidth(1);
    auto *const columns = new QHBoxLayout;
    columns->setSpacing(16);
    columns->addWidget(m_list);
    columns->addWidget(line);
    columns->addWidget(m_pages, 1);
    auto *const foot = new QHBoxLayout;
    foot->setSpacing(8);
    foot->addWidget(m_progress);
    foot->addWidget(m_busy, 1);
    foot->addWidget(m_cancel);
    foot->addWidget(m_close);
    foot->addWidget(m_primary);
    auto *const layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(12);
    layout->addLayout(columns, 1);
    layout->addLayout(foot);

    connect(m_list, &ClusterList::chosen, this, &ClusterDialog::showChoice);
    connect(m_list, &ClusterList::activated, this, [this] {
        if (m_pages->currentWidget() == m_form)
            confirm();
    });
    connect(m_form, &ConnectForm::confirmed, this, &ClusterDialog::confirm);
    connect(m_login.get(), &FormLogin::connected, this, &ClusterDialog::onConnected);
    connect(m_login.get(), &FormLogin::refused, this, [this] {
        waitNoMore();
        showPage(m_form);
    });
    connect(m_login.get(), &FormLogin::noticed, this, &ClusterDialog::note);
    connect(m_login.get(), &FormLogin::phaseChanged, this, [this](const QString &phase) {
        m_phase = phase;
        m_busy->setText(phase);
    });
    connect(m_scripts, &ScriptsPage::confirmed, this, &ClusterDialog::confirm);
    connect(m_scripts, &ScriptsPage::readyChanged, this, &ClusterDialog::updateButtons);
    connect(m_scripts, &ScriptsPage::reloadWanted, this, &ClusterDialog::reload);
    connect(m_scripts, &ScriptsPage::typeChanged, this, [this] {
        m_scripts->clear();
        reload();
    });
    connect(m_production, &ProductionPage::cancelWanted, this, [this] { showPage(m_scripts); });
    connect(m_production, &ProductionPage::saveWanted, this, [this] {
        showPage(m_scripts);
        save(false);
    });
    connect(m_conflict, &ConflictPage::cancelWanted, this, [this] { showPage(m_scripts); });
    connect(m_conflict, &ConflictPage::overwriteWanted, this, [this] { save(true); });
    connect(m_conflict, &ConflictPage::besideWanted, this, [this] {
        const ClusterOrigin origin = target(m_theirs[u"code"].toString());
        Q_EMIT opened(m_theirs, origin, true);
        accept();
    });
    connect(m_cancel, &QPushButton::clicked, this, [this] {
        const bool wasConnecting = m_login->isRunning();
        stop();
        note(wasConnecting ? tr("Cancelled: nobody is logged in.") : tr("Cancelled."));
    });
    connect(m_primary, &QPushButton::clicked, this, &ClusterDialog::confirm);
    connect(m_close, &QPushButton::clicked, this, &QDialog::reject);
}

void ClusterDialog::retranslate()
{
    setWindowTitle(m_saving ? tr("Save “%1” to a cluster").arg(m_saving->title) : tr("Open from a cluster"));
    m_progress->setAccessibleName(tr("Waiting"));
    m_cancel->setText(tr("Cancel"));
    m_close->setText(tr("Close"));
    updateButtons();
}

// Choosing a cluster ----------------------------------------------------------------------------------------------------

ClusterChoice ClusterDialog::firstTyped() const
{
    ClusterChoice typed = FormLogin::lastTyped(m_settings);
    if (m_saving && m_saving->origin && m_saving->origin->cluster.kind == Kind::Address)
        typed.profile = m_saving->origin->cluster.profile;
    return typed;
}

void ClusterDialog::chooseFirst()
{
    m_list->choose(m_saving && m_saving->origin ? m_saving->origin->cluster.key() : m_settings.value(lastSetting).toString());
    if (m_clusters.remembers(m_list->current()))
        connectNow(); // this session has been there before
    else
        m_list->focusList();
}

void ClusterDialog::showChoice()
{
    stop();
    disconnectNow();
    m_login->show(m_list->current());
    note({});
    showPage(m_form);
}

void ClusterDialog::disconnectNow()
{
    m_clusters.leave(std::exchange(m_connection, nullptr));
    m_scripts->clear();
}

// Connecting --------------------------------------------------------------------------------------------------------------

void ClusterDialog::connectNow()
{
    note({});
    m_login->start();
    if (m_login->isRunning())
        wait(m_phase);
}

void ClusterDialog::onConnected(std::shared_ptr<ClusterConnection> connection)
{
    waitNoMore();
    m_connection = std::move(connection);
    const ClusterChoice &choice = m_connection->choice();
    m_settings.setValue(lastSetting, choice.key());
    m_scripts->setPlace(choice.title(), choice.profile.login);
    if (m_saving) {
        const bool isThere = m_saving->origin && m_saving->origin->cluster.isSameCluster(choice);
        if (isThere)
            m_scripts->setType(m_saving->origin->type);
        if (m_scripts->code().isEmpty())
            m_scripts->setCode(m_saving->code);
    }
    showPage(m_scripts);
    reload();
}

// The scenarios -----------------------------------------------------------------------------------------------------------

void ClusterDialog::reload()
{
    if (!m_connection)
        return;
    m_scripts->clearError();
    wait(tr("Reading the list of scenarios…"));
    m_listing = m_connection->scripts().list(m_scripts->type());
    m_listing->start([this](const Result<QList<cluster::StoredScript>> &scripts) {
        waitNoMore();
        if (scripts) {
            m_scripts->setScripts(*scripts);
            m_scripts->focusFirst();
        } else {
            onListError(scripts.error());
        }
        m_listing.reset();
    });
}

void ClusterDialog::onListError(const core::Error &error)
{
    if (error.code == "expired"_L1 || error.code == "not_connected"_L1) {
        disconnectNow();
        m_form->showError(error);
        return showPage(m_form);
    }
    m_scripts->showError(explained(error));
    showPage(m_scripts);
}

ClusterOrigin ClusterDialog::target(const QString &code) const
{
    return {m_connection->choice(), m_scripts->type(), code, {}};
}

void ClusterDialog::openSelected()
{
    const cluster::StoredScript *const script = m_scripts->selected();
    if (!script)
        return;
    m_scripts->clearError();
    wait(tr("Reading “%1”…").arg(script->code));
    m_reading = m_connection->scripts().read(m_scripts->type(), script->id);
    m_reading->start([this](const Result<Json> &entity) {
        waitNoMore();
        if (!entity) {
            onListError(entity.error());
            m_reading.reset();
            return;
        }
        const Json read = *entity;
        m_reading.reset();
        Q_EMIT opened(read, target(cluster::memberText(read[u"code"])), false);
        accept();
    });
}

void ClusterDialog::trySave()
{
    const ClusterOrigin to = target(m_scripts->code());
    if (!to.cluster.profile.isProduction)
        return save(false);
    m_production->show(to, m_scripts->contains(to.code));
    showPage(m_production);
    m_production->focusFirst();
}

void ClusterDialog::save(bool overwrites)
{
    const ClusterOrigin to = target(m_scripts->code());
    const Json base = m_saving->base(to);
    const scenario::Scenario content = m_saving->content();
    m_scripts->clearError();
    wait(tr("Saving “%1”…").arg(to.code));
    m_keeping = runner::keepScenario(m_connection->scripts(), {to.type, content, to.code, base, overwrites});
    m_keeping->start([this, to, base, content](const Result<runner::Kept> &answer) {
        waitNoMore();
        const Result<runner::Kept> result = answer;
        m_keeping.reset();
        if (!result)
            return onListError(result.error());
        if (result->isConflict()) {
            m_theirs = result->stored;
            m_conflict->show(to.code, *result, base);
            showPage(m_conflict);
            return m_conflict->focusFirst();
        }
        m_saving->kept(to, content, result->stored);
        accept();
    });
}

// What is going on --------------------------------------------------------------------------------------------------------

void ClusterDialog::showPage(QWidget *page)
{
    m_pages->setCurrentWidget(page);
    updateButtons();
}

void ClusterDialog::confirm()
{
    if (m_isWaiting || !m_primary->isEnabled())
        return;
    if (m_pages->currentWidget() == m_form)
        connectNow();
    else if (m_pages->currentWidget() == m_scripts)
        m_saving ? trySave() : openSelected();
}

void ClusterDialog::wait(const QString &what)
{
    if (m_pages->isAncestorOf(focusWidget()))
        m_focus = focusWidget();
    m_busy->setText(what);
    m_isWaiting = true;
    updateButtons();
}

void ClusterDialog::waitNoMore()
{
    const bool wasWaiting = std::exchange(m_isWaiting, false);
    m_busy->setText(m_note);
    updateButtons();
    if (wasWaiting && m_focus)
        m_focus->setFocus(Qt::OtherFocusReason); // where it was before the page could not have it
}

void ClusterDialog::stop()
{
    m_login->stop();
    m_listing.reset();
    m_reading.reset();
    m_keeping.reset();
    waitNoMore();
}

void ClusterDialog::updateButtons()
{
    QWidget *const page = m_pages->currentWidget();
    m_progress->setVisible(m_isWaiting);
    m_cancel->setVisible(m_isWaiting);
    m_close->setVisible(!m_isWaiting);
    m_pages->setEnabled(!m_isWaiting);
    m_primary->setVisible(page == m_form || page == m_scripts);
    m_primary->setEnabled(!m_isWaiting && (page == m_form || m_scripts->isReady()));
    m_primary->setText(page == m_form ? (m_login->mayBan() ? tr("Try anyway") : tr("Connect")) : m_saving ? tr("Save") : tr("Open"));
}

void ClusterDialog::note(const QString &text)
{
    m_note = text;
    if (!m_isWaiting)
        m_busy->setText(text);
}

void ClusterDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QDialog::changeEvent(event);
}

} // namespace signalbox::designer
