// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/cluster/clusterdialog.h"

#include "cluster/loginguard.h"
#include "cluster/profilestore.h"
#include "cluster/scriptentity.h"
#include "designer/cluster/conflictpage.h"
#include "designer/cluster/connectform.h"
#include "designer/cluster/scriptspage.h"

#include <QEvent>
#include <QLabel>
#include <QListWidget>
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

constexpr int listWidth = 190;
const QSize firstSize(820, 520);

const auto lastSetting = u"cluster/last"_s; // "simulated", "address", or "profile:NAME"
const auto addressSetting = u"cluster/address"_s;
const auto domainSetting = u"cluster/domain"_s;
const auto loginSetting = u"cluster/login"_s;

QString keyOf(const ClusterChoice &choice)
{
    switch (choice.kind) {
    case Kind::Simulated:
        return u"simulated"_s;
    case Kind::Profile:
        return u"profile:"_s + choice.profile.name;
    case Kind::Address:
        break;
    }
    return u"address"_s;
}

} // namespace

ClusterDialog::ClusterDialog(Clusters &clusters, QSettings &settings, std::optional<ClusterSaving> saving, QWidget *parent)
    : QDialog(parent), m_clusters(clusters), m_settings(settings), m_saving(std::move(saving)), m_list(new QListWidget(this)),
      m_listNote(new QLabel(this)), m_pages(new QStackedWidget(this)), m_form(new ConnectForm(this)),
      m_scripts(new ScriptsPage(m_saving ? ScriptsPage::Purpose::Save : ScriptsPage::Purpose::Open, this)),
      m_conflict(new ConflictPage(this)), m_busy(new QLabel(this)), m_progress(new QProgressBar(this)), m_cancel(new QPushButton(this)),
      m_primary(new QPushButton(this)), m_close(new QPushButton(this))
{
    setObjectName(u"cluster"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    resize(firstSize);
    build();
    retranslate();
    fillChoices();
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
    m_list->setObjectName(u"cluster.list"_s);
    m_list->setFixedWidth(listWidth);
    m_list->setTextElideMode(Qt::ElideRight);
    m_listNote->setObjectName(u"cluster.listNote"_s);
    m_listNote->setProperty("invalid", true);
    m_listNote->setWordWrap(true);
    m_listNote->setTextFormat(Qt::PlainText);
    m_listNote->setFixedWidth(listWidth);
    m_listNote->hide();
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
    for (QWidget *const page : std::initializer_list<QWidget *>{m_form, m_scripts, m_conflict})
        m_pages->addWidget(page);

    auto *const left = new QVBoxLayout;
    left->setSpacing(8);
    left->addWidget(m_list, 1);
    left->addWidget(m_listNote);
    auto *const line = new QFrame(this); // the style draws it
    line->setProperty("divider", true);
    line->setFixedWidth(1);
    auto *const columns = new QHBoxLayout;
    columns->setSpacing(16);
    columns->addLayout(left);
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

    connect(m_list, &QListWidget::currentRowChanged, this, &ClusterDialog::showChoice);
    connect(m_list, &QListWidget::itemActivated, this, [this] {
        if (m_pages->currentWidget() == m_form)
            confirm();
    });
    connect(m_form, &ConnectForm::confirmed, this, &ClusterDialog::confirm);
    connect(m_scripts, &ScriptsPage::confirmed, this, &ClusterDialog::confirm);
    connect(m_scripts, &ScriptsPage::readyChanged, this, &ClusterDialog::updateButtons);
    connect(m_scripts, &ScriptsPage::reloadWanted, this, &ClusterDialog::reload);
    connect(m_scripts, &ScriptsPage::typeChanged, this, [this] {
        m_scripts->clear();
        reload();
    });
    connect(m_conflict, &ConflictPage::cancelWanted, this, [this] { showPage(m_scripts); });
    connect(m_conflict, &ConflictPage::overwriteWanted, this, [this] { save(true); });
    connect(m_conflict, &ConflictPage::besideWanted, this, [this] {
        const ClusterOrigin origin = target(m_theirs[u"code"].toString());
        Q_EMIT opened(m_theirs, origin, true);
        accept();
    });
    connect(m_cancel, &QPushButton::clicked, this, [this] {
        const bool wasConnecting = m_connecting != nullptr;
        stop();
        note(wasConnecting ? tr("Cancelled: nobody is logged in.") : tr("Cancelled."));
    });
    connect(m_primary, &QPushButton::clicked, this, &ClusterDialog::confirm);
    connect(m_close, &QPushButton::clicked, this, &QDialog::reject);
}

void ClusterDialog::retranslate()
{
    setWindowTitle(m_saving ? tr("Save “%1” to a cluster").arg(m_saving->title) : tr("Open from a cluster"));
    m_list->setAccessibleName(tr("Clusters"));
    m_progress->setAccessibleName(tr("Waiting"));
    m_cancel->setText(tr("Cancel"));
    m_close->setText(tr("Close"));
    for (int row = 0; row < m_list->count(); ++row)
        m_list->item(row)->setText(m_choices.at(row).title());
    updateButtons();
}

// Choosing a cluster ----------------------------------------------------------------------------------------------------

void ClusterDialog::fillChoices()
{
    cluster::ProfileStore store(m_clusters.world().profilesFile);
    if (const Result<void> loaded = store.load(); !loaded) {
        m_listNote->setText(tr("The profiles cannot be read: %1").arg(loaded.error().message));
        m_listNote->show();
    }
    for (const cluster::Profile &profile : store.profiles())
        m_choices.append({Kind::Profile, profile});
    m_choices.append({Kind::Simulated, m_clusters.embedded().demoUser().profile});
    ClusterChoice typed;
    typed.profile.address = QUrl(m_settings.value(addressSetting).toString());
    typed.profile.domain = m_settings.value(domainSetting).toString();
    typed.profile.login = m_settings.value(loginSetting).toString();
    if (m_saving && m_saving->origin && m_saving->origin->cluster.kind == Kind::Address)
        typed.profile = m_saving->origin->cluster.profile;
    m_choices.append(typed);
    for (const ClusterChoice &choice : std::as_const(m_choices)) {
        auto *const item = new QListWidgetItem(choice.kind == Kind::Address ? ClusterChoice().title() : choice.title(), m_list);
        if (!choice.profile.address.isEmpty())
            item->setToolTip(choice.profile.address.toString(QUrl::RemoveUserInfo));
    }
}

void ClusterDialog::chooseFirst()
{
    const QString last = m_saving && m_saving->origin ? keyOf(m_saving->origin->cluster) : m_settings.value(lastSetting).toString();
    int row = 0;
    for (int i = 0; i < m_choices.size(); ++i) {
        if (keyOf(m_choices.at(i)) == last)
            row = i;
    }
    m_list->setCurrentRow(row);
    if (m_clusters.remembers(m_choices.at(row)))
        connectNow(); // this session has been there before
    else
        m_list->setFocus(Qt::OtherFocusReason);
}

void ClusterDialog::showChoice()
{
    stop();
    disconnectNow();
    const ClusterChoice &choice = m_choices.at(std::max(0, m_list->currentRow()));
    m_mayBan = false;
    m_isKeptRefused = false;
    m_form->show(choice, choice.kind == Kind::Simulated ? m_clusters.embedded().demoUser().password : QString());
    note({});
    showPage(m_form);
    if (choice.kind != Kind::Simulated)
        findKeychain();
}

void ClusterDialog::findKeychain()
{
    if (m_keychain)
        return;
    m_keychain = m_clusters.keychain();
    m_keychain->start(
        [this](const Result<std::shared_ptr<secrets::SecretStore>> &store) { m_form->setKeychain(store && (*store)->isPersistent()); });
}

void ClusterDialog::disconnectNow()
{
    m_clusters.leave(std::exchange(m_connection, nullptr));
    m_scripts->clear();
}

// Connecting --------------------------------------------------------------------------------------------------------------

void ClusterDialog::connectNow()
{
    m_form->clearError();
    const Result<ClusterChoice> choice = m_form->choice();
    if (!choice)
        return m_form->showError(choice.error());
    if (!m_form->profileName().isEmpty()) {
        cluster::ProfileStore store(m_clusters.world().profilesFile);
        static_cast<void>(store.load());
        if (store.find(m_form->profileName()))
            return m_form->showError(
                {u"bad_form"_s, tr("There is a profile “%1” already. Give this one another name.").arg(m_form->profileName()), {}});
    }
    const TypedSecrets secrets = m_form->secrets();
    if (m_isKeptRefused && secrets.password.isEmpty()) {
        m_form->askPassword(false);
        return m_form->showError({u"no_password"_s, tr("The password that is kept was refused. Type in the one that counts now."), {}});
    }
    note({});
    wait({});
    m_connecting = std::make_unique<ConnectCall>(m_clusters, *choice, secrets, [this](const QString &phase) { m_busy->setText(phase); });
    m_connecting->start([this, typed = *choice, secrets](Result<std::shared_ptr<ClusterConnection>> connection) {
        waitNoMore();
        if (connection)
            onConnected(typed, secrets, std::move(*connection));
        else
            onRefused(typed, secrets, connection.error());
        m_connecting.reset();
    });
}

void ClusterDialog::onConnected(const ClusterChoice &typed, const TypedSecrets &secrets, std::shared_ptr<ClusterConnection> connection)
{
    m_connection = std::move(connection);
    m_mayBan = false;
    keepWhatWorked(typed, secrets);
    const ClusterChoice &choice = m_connection->choice();
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

void ClusterDialog::keepWhatWorked(const ClusterChoice &choice, const TypedSecrets &secrets)
{
    m_settings.setValue(lastSetting, keyOf(choice));
    if (choice.kind == Kind::Address) {
        m_settings.setValue(addressSetting, choice.profile.address.toString(QUrl::RemoveUserInfo));
        m_settings.setValue(domainSetting, choice.profile.domain);
        m_settings.setValue(loginSetting, choice.profile.login);
    }
    const auto told = [self = QPointer<ClusterDialog>(this)](const Result<void> &result) {
        if (self && !result)
            self->note(tr("It is kept until the program ends only: %1").arg(result.error().message));
    };
    const bool inKeychain = m_form->keepsInKeychain();
    if (!secrets.password.isEmpty())
        m_clusters.keepSecret(cluster::SecretKind::Password, choice, secrets.password, inKeychain, told);
    if (!secrets.proxyPassword.isEmpty())
        m_clusters.keepSecret(cluster::SecretKind::ProxyPassword, choice, secrets.proxyPassword, inKeychain, told);
    if (!m_form->profileName().isEmpty()) {
        m_clusters.keepProfile(choice.profile,
                               [self = QPointer<ClusterDialog>(this), name = choice.profile.name](const Result<void> &kept) {
                                   if (self)
                                       self->note(kept ? tr("The profile “%1” is kept.").arg(name) : kept.error().message);
                               });
    }
}

void ClusterDialog::onRefused(const ClusterChoice &typed, const TypedSecrets &secrets, const core::Error &error)
{
    m_form->showError(error);
    const bool isPassword = error.code == "refused"_L1 || error.code == "banned_soon"_L1;
    if (isPassword)
        m_clusters.forget(typed);
    m_isKeptRefused = m_isKeptRefused || (isPassword && secrets.password.isEmpty());
    m_mayBan = error.code == "banned_soon"_L1;
    if (isPassword || error.code == "no_password"_L1)
        m_form->askPassword(false);
    else if (error.code == "no_proxy_password"_L1)
        m_form->askPassword(true);
    showPage(m_form);
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
        m_saving ? save(false) : openSelected();
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
    m_connecting.reset();
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
    m_primary->setVisible(page != m_conflict);
    m_primary->setEnabled(!m_isWaiting && (page == m_form || m_scripts->isReady()));
    m_primary->setText(page == m_form ? (m_mayBan ? tr("Try anyway") : tr("Connect")) : m_saving ? tr("Save") : tr("Open"));
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
