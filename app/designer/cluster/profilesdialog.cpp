// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/cluster/profilesdialog.h"

#include "designer/cluster/profileform.h"
#include "designer/cluster/teststeps.h"
#include "designer/panels/emptynote.h"
#include "designer/sheet/sheetstyle.h"
#include "designer/shell/dialogs.h"

#include <QEvent>
#include <QLabel>
#include <QListWidget>
#include <QPointer>
#include <QPushButton>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace signalbox::designer {

using namespace Qt::StringLiterals;
using cluster::ConnectionStep;
using cluster::SecretKind;
using core::Result;

namespace {

constexpr int listWidth = 230;
const QSize firstSize(900, 600);

} // namespace

ProfilesDialog::ProfilesDialog(Clusters &clusters, Dialogs &dialogs, QWidget *parent)
    : QDialog(parent), m_clusters(clusters), m_dialogs(dialogs), m_list(new QListWidget(this)), m_add(new QPushButton(this)),
      m_duplicate(new QPushButton(this)), m_remove(new QPushButton(this)), m_pages(new QStackedWidget(this)),
      m_form(new ProfileForm(dialogs, this)), m_steps(new TestSteps(this)), m_nothing(new EmptyNote(m_list)), m_note(new QLabel(this)),
      m_test(new QPushButton(this)), m_save(new QPushButton(this)), m_close(new QPushButton(this))
{
    setObjectName(u"profiles"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    resize(firstSize);
    build();
    retranslate();
    connect(&m_clusters.profiles(), &Profiles::changed, this, &ProfilesDialog::takeProfiles);
    takeProfiles();
    m_clusters.profiles().load(); // another program may have written them
}

ProfilesDialog::~ProfilesDialog() = default;

void ProfilesDialog::build()
{
    m_list->setObjectName(u"profiles.list"_s);
    m_list->setTextElideMode(Qt::ElideRight);
    m_list->setMinimumWidth(listWidth);
    m_list->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Expanding); // as wide as the buttons below it
    m_note->setObjectName(u"profiles.note"_s);
    m_note->setWordWrap(true);
    m_note->setTextFormat(Qt::PlainText);
    m_pages->addWidget(m_form);
    m_pages->addWidget(m_steps);
    const std::initializer_list<std::pair<QPushButton *, QString>> names = {{m_add, u"add"_s},       {m_duplicate, u"duplicate"_s},
                                                                            {m_remove, u"delete"_s}, {m_test, u"test"_s},
                                                                            {m_save, u"save"_s},     {m_close, u"close"_s}};
    for (const auto &[button, name] : names) {
        button->setObjectName(u"profiles."_s + name);
        button->setAutoDefault(false);
    }
    m_save->setProperty("primary", true);
    m_save->setDefault(true);

    auto *const verbs = new QHBoxLayout;
    verbs->setSpacing(8);
    for (QPushButton *const button : {m_add, m_duplicate, m_remove})
        verbs->addWidget(button);
    auto *const left = new QVBoxLayout;
    left->setSpacing(8);
    left->addWidget(m_list, 1);
    left->addLayout(verbs);
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
    foot->addWidget(m_test);
    foot->addWidget(m_note, 1);
    foot->addWidget(m_close);
    foot->addWidget(m_save);
    auto *const layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(12);
    layout->addLayout(columns, 1);
    layout->addLayout(foot);

    connect(m_list, &QListWidget::currentRowChanged, this, &ProfilesDialog::onRowChanged);
    connect(m_form, &ProfileForm::edited, this, [this] {
        note({});
        refresh();
    });
    connect(m_add, &QPushButton::clicked, this, [this] {
        settle([this] {
            cluster::Profile fresh;
            fresh.name = freeName(tr("New cluster"));
            addNew(std::move(fresh));
        });
    });
    connect(m_duplicate, &QPushButton::clicked, this, &ProfilesDialog::duplicate);
    connect(m_remove, &QPushButton::clicked, this, &ProfilesDialog::remove);
    connect(m_test, &QPushButton::clicked, this, [this] {
        if (m_testing)
            return stopTest();
        if (m_pages->currentWidget() == m_steps) {
            m_pages->setCurrentWidget(m_form);
            return refresh();
        }
        startTest();
    });
    connect(m_save, &QPushButton::clicked, this, [this] { save(); });
    connect(m_close, &QPushButton::clicked, this, &ProfilesDialog::reject);
}

void ProfilesDialog::retranslate()
{
    setWindowTitle(tr("Profiles of clusters"));
    m_list->setAccessibleName(tr("Profiles"));
    m_add->setText(tr("Add"));
    m_duplicate->setText(tr("Duplicate"));
    m_remove->setText(tr("Delete…"));
    m_save->setText(tr("Save"));
    m_close->setText(tr("Close"));
    m_nothing->setText(tr("No profiles yet."), tr("A profile says where a cluster is and how to reach it."));
    refresh();
}

// Which -------------------------------------------------------------------------------------------------------------------

QStringList ProfilesDialog::otherNames() const
{
    QStringList names;
    for (const cluster::Profile &profile : m_clusters.profiles().all()) {
        if (profile.name != m_name)
            names.append(profile.name);
    }
    return names;
}

QString ProfilesDialog::freeName(const QString &like) const
{
    QString name = like;
    for (int number = 2; m_clusters.profiles().find(name); ++number)
        name = u"%1 %2"_s.arg(like).arg(number);
    return name;
}

void ProfilesDialog::takeProfiles()
{
    Profiles &profiles = m_clusters.profiles();
    if (!profiles.error().code.isEmpty())
        note(tr("The profiles cannot be read: %1").arg(profiles.error().message), true);
    {
        const QSignalBlocker quiet(m_list);
        m_list->clear();
        for (const cluster::Profile &profile : profiles.all()) {
            auto *const item = new QListWidgetItem(profile.isProduction ? tr("%1 · production").arg(profile.name) : profile.name, m_list);
            item->setData(Qt::UserRole, profile.name);
            item->setToolTip(profile.address.toString(QUrl::RemoveUserInfo));
        }
    }
    m_nothing->setVisible(profiles.isKnown() && profiles.all().isEmpty());
    const bool isNew = m_isThere && m_name.isEmpty();
    if (!m_awaited.isEmpty() && profiles.find(m_awaited))
        showProfile(std::exchange(m_awaited, {}));
    else if (m_isThere && !isNew && !profiles.find(m_name) && !m_form->isEdited())
        showProfile(profiles.all().isEmpty() ? QString() : profiles.all().constFirst().name); // it is gone
    else if (!m_isThere && !profiles.all().isEmpty())
        showProfile(profiles.all().constFirst().name);
    const QSignalBlocker quiet(m_list);
    for (int row = 0; row < m_list->count(); ++row) {
        if (!isNew && m_list->item(row)->data(Qt::UserRole).toString() == m_name)
            m_list->setCurrentRow(row);
    }
    refresh();
}

void ProfilesDialog::select(const QString &name)
{
    m_awaited = name;
    takeProfiles();
}

void ProfilesDialog::onRowChanged()
{
    const QListWidgetItem *const item = m_list->currentItem();
    if (!item || (m_isThere && item->data(Qt::UserRole).toString() == m_name))
        return;
    settle([this, name = item->data(Qt::UserRole).toString()] {
        showProfile(name);
        takeProfiles();
    });
}

void ProfilesDialog::showProfile(const QString &name)
{
    stopTest();
    const cluster::Profile *const profile = m_clusters.profiles().find(name);
    m_isThere = profile != nullptr;
    m_name = profile ? name : QString();
    m_form->show(profile ? *profile : cluster::Profile());
    m_pages->setCurrentWidget(m_form);
    if (profile)
        findKeychain();
    refresh();
}

void ProfilesDialog::addNew(cluster::Profile profile)
{
    stopTest();
    m_isThere = true;
    m_name.clear();
    m_form->show(profile);
    m_pages->setCurrentWidget(m_form);
    {
        const QSignalBlocker quiet(m_list);
        m_list->setCurrentRow(-1);
    }
    note(tr("A new profile: it is kept when you save it."));
    findKeychain();
    refresh();
    m_form->focusName();
}

void ProfilesDialog::duplicate()
{
    settle([this] {
        const cluster::Profile *const profile = m_clusters.profiles().find(m_name);
        if (!profile)
            return;
        cluster::Profile copy = *profile;
        copy.name = freeName(profile->name);
        addNew(std::move(copy));
    });
}

void ProfilesDialog::remove()
{
    if (m_name.isEmpty()) { // a new one that nobody has kept
        showProfile(m_clusters.profiles().all().isEmpty() ? QString() : m_clusters.profiles().all().constFirst().name);
        note({});
        return takeProfiles();
    }
    const cluster::Profile *const profile = m_clusters.profiles().find(m_name);
    if (!profile)
        return;
    m_dialogs.ask(this, tr("Delete “%1”?").arg(m_name),
                  tr("The profile of %1 and the passwords that are kept for it go from this computer. The cluster itself is not touched.")
                      .arg(profile->address.toString(QUrl::RemoveUserInfo)),
                  {tr("Delete"), tr("Keep it")}, [self = QPointer<ProfilesDialog>(this), gone = *profile](int button) {
                      if (!self || button != 0)
                          return;
                      self->m_form->setKept(); // what was changed goes with it
                      // Its secrets go with it, also where this dialog is closed meanwhile, and stay where it stays.
                      Clusters &clusters = self->m_clusters;
                      clusters.profiles().remove(gone.name, [self, &clusters, gone](const Result<void> &removed) {
                          for (const SecretKind kind : {SecretKind::Password, SecretKind::Token, SecretKind::ProxyPassword}) {
                              if (removed)
                                  clusters.dropSecret(kind, {ClusterChoice::Kind::Profile, gone});
                          }
                          if (self)
                              self->note(removed ? tr("“%1” is deleted.").arg(gone.name) : removed.error().message, !removed);
                      });
                  });
}

void ProfilesDialog::settle(std::function<void()> goOn)
{
    if (!m_form->isEdited())
        return goOn();
    m_dialogs.ask(this, tr("Save the changes?"), tr("What you changed in this profile has not been saved."),
                  {tr("Save"), tr("Throw away"), tr("Go on editing")}, [self = QPointer<ProfilesDialog>(this), goOn](int button) {
                      if (!self)
                          return;
                      if (button == 0)
                          return self->save(goOn);
                      if (button == 1) {
                          self->m_form->setKept();
                          return goOn();
                      }
                      self->takeProfiles(); // the row of what is still edited
                  });
}

void ProfilesDialog::reject()
{
    settle([this] {
        stopTest();
        QDialog::reject();
    });
}

// Keeping -----------------------------------------------------------------------------------------------------------------

void ProfilesDialog::save(std::function<void()> then)
{
    m_pages->setCurrentWidget(m_form);
    const std::optional<cluster::Profile> profile = m_form->profile(otherNames());
    if (!profile) {
        note(tr("Not saved: see what is marked."), true);
        return takeProfiles();
    }
    const cluster::Profile *const kept = m_clusters.profiles().find(m_name);
    const std::optional<cluster::Profile> before = kept ? std::optional(*kept) : std::nullopt;
    m_isWriting = true;
    note(tr("Saving…"));
    refresh();
    m_clusters.profiles().put(*profile, m_name,
                              [self = QPointer<ProfilesDialog>(this), profile = *profile, before, secrets = m_form->secrets(),
                               then](const Result<void> &written) {
                                  if (!self)
                                      return;
                                  self->m_isWriting = false;
                                  if (!written) {
                                      self->note(written.error().message, true);
                                      return self->refresh();
                                  }
                                  self->keepSecrets(before, profile, secrets);
                                  self->m_form->setKept();
                                  self->m_name = profile.name;
                                  self->note(tr("“%1” is saved.").arg(profile.name));
                                  self->takeProfiles();
                                  if (then)
                                      then();
                              });
}

void ProfilesDialog::keepSecrets(const std::optional<cluster::Profile> &before, const cluster::Profile &profile,
                                 const TypedSecrets &secrets)
{
    const ClusterChoice choice{ClusterChoice::Kind::Profile, profile};
    const auto told = [self = QPointer<ProfilesDialog>(this)](const Result<void> &result) {
        if (self && !result)
            self->note(tr("The secrets are kept until the program ends only: %1").arg(result.error().message), true);
    };
    const std::initializer_list<std::pair<SecretKind, QString>> all = {
        {SecretKind::Password, secrets.password}, {SecretKind::Token, secrets.token}, {SecretKind::ProxyPassword, secrets.proxyPassword}};
    for (const auto &[kind, secret] : all) {
        if (!secret.isEmpty())
            m_clusters.keepSecret(kind, choice, secret, m_form->keepsInKeychain(), told);
        if (!before || before->name == profile.name)
            continue;
        if (secret.isEmpty())
            m_clusters.moveSecret(kind, *before, profile);
        else // the old one must not come after the new one
            m_clusters.dropSecret(kind, {ClusterChoice::Kind::Profile, *before});
    }
}

/// Once, and only where a password may be kept: the system may ask the person to unlock it.
void ProfilesDialog::findKeychain()
{
    if (m_keychain)
        return;
    m_keychain = m_clusters.keychain();
    m_keychain->start(
        [this](const Result<std::shared_ptr<secrets::SecretStore>> &store) { m_form->setKeychain(store && (*store)->isPersistent()); });
}

// The test ----------------------------------------------------------------------------------------------------------------

void ProfilesDialog::startTest()
{
    const std::optional<cluster::Profile> profile = m_form->profile(otherNames());
    if (!profile)
        return note(tr("Not tested: see what is marked."), true);
    m_steps->begin();
    m_pages->setCurrentWidget(m_steps);
    note(tr("Testing…"));
    m_testing =
        std::make_unique<ProfileTest>(m_clusters, *profile, m_form->secrets(), [this](const ConnectionStep &step) { m_steps->show(step); });
    m_testing->start([this](const Result<QList<ConnectionStep>> &answer) {
        const Result<QList<ConnectionStep>> steps = answer;
        m_testing.reset();
        const bool isFault = steps && std::any_of(steps->begin(), steps->end(),
                                                  [](const ConnectionStep &one) { return one.state == ConnectionStep::State::Failed; });
        const bool isWhole = steps && steps->constLast().state == ConnectionStep::State::Passed;
        note(isFault   ? tr("The connection does not work: see the step that fails.")
             : isWhole ? tr("Everything works.")
                       : tr("It works as far as it was tried."),
             isFault);
        refresh();
    });
    refresh();
}

void ProfilesDialog::stopTest()
{
    if (!m_testing)
        return;
    m_testing.reset();
    note(tr("The test was stopped."));
    refresh();
}

// What is going on --------------------------------------------------------------------------------------------------------

void ProfilesDialog::note(const QString &text, bool isFault)
{
    m_note->setText(text);
    setStyleProperty(m_note, "invalid", isFault);
    setStyleProperty(m_note, "muted", !isFault);
}

void ProfilesDialog::refresh()
{
    const bool isKept = m_isThere && !m_name.isEmpty();
    m_form->setEnabled(m_isThere && !m_isWriting);
    m_duplicate->setEnabled(isKept && !m_isWriting);
    m_remove->setEnabled(m_isThere && !m_isWriting);
    m_test->setEnabled(m_isThere && !m_isWriting);
    m_save->setEnabled(m_isThere && !m_isWriting && (m_form->isEdited() || !isKept));
    m_test->setText(m_testing ? tr("Stop") : m_pages->currentWidget() == m_steps ? tr("Back to the profile") : tr("Test connection"));
}

void ProfilesDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QDialog::changeEvent(event);
}

} // namespace signalbox::designer
