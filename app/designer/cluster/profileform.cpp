// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/cluster/profileform.h"

#include "designer/cluster/dialecttable.h"
#include "designer/cluster/formrows.h"
#include "designer/cluster/nodestable.h"
#include "designer/panels/panelviews.h"
#include "designer/shell/dialogs.h"

#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QFileInfo>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QSpinBox>
#include <QTableView>
#include <QVBoxLayout>

namespace signalbox::designer {

using namespace Qt::StringLiterals;
using cluster::ProxyAddress;

namespace {

constexpr int longestName = 100; // ProfileReader's own limit
constexpr int longestWaitS = 24 * 3600;
constexpr int numberWidth = 120;
constexpr int meaningFrom = 190; // width of the columns before the meaning
const QStringList certificateFiles{u"PEM (*.pem *.crt *.cer *.key)"_s, u"* (*)"_s};

} // namespace

ProfileForm::ProfileForm(Dialogs &dialogs, QWidget *parent)
    : QTabWidget(parent), m_dialogs(dialogs), m_general(new FormRows(this)), m_name(FormRows::line(u"profile.name"_s, this)),
      m_address(FormRows::line(u"profile.address"_s, this)), m_domain(FormRows::line(u"profile.domain"_s, this)),
      m_login(FormRows::line(u"profile.login"_s, this)), m_session(new QComboBox(this)),
      m_password(FormRows::secret(u"profile.password"_s, this)), m_token(FormRows::secret(u"profile.token"_s, this)),
      m_keep(new QCheckBox(this)), m_noKeychain(FormRows::note("muted", this)), m_production(new QCheckBox(this)),
      m_nodes(new NodesTable(this)), m_tls(new FormRows(this)), m_tlsNote(FormRows::note("muted", this)),
      m_ca(FormRows::line(u"profile.ca"_s, this)), m_certificate(FormRows::line(u"profile.certificate"_s, this)),
      m_key(FormRows::line(u"profile.key"_s, this)), m_pins(FormRows::line(u"profile.pins"_s, this)), m_proxy(new FormRows(this)),
      m_proxyKind(new QComboBox(this)), m_proxyHost(FormRows::line(u"profile.proxyHost"_s, this)), m_proxyPort(new QSpinBox(this)),
      m_proxyUser(FormRows::line(u"profile.proxyUser"_s, this)), m_proxyPassword(FormRows::secret(u"profile.proxyPassword"_s, this)),
      m_times(new FormRows(this)), m_advanced(new QWidget(this)), m_dialectNote(FormRows::note("muted", this)),
      m_dialect(new DialectTable(this)), m_dialectView(new QTableView(this)), m_dialectError(FormRows::note("invalid", this)),
      m_dialectMeaning(FormRows::note("muted", this))
{
    setObjectName(u"profile"_s);
    setDocumentMode(true);
    buildGeneral();
    addTab(m_nodes, {});
    buildTls();
    buildProxy();
    buildTimes();
    buildDialect();
    retranslate();
    show(cluster::Profile());
    listen();
}

void ProfileForm::buildGeneral()
{
    m_name->setMaxLength(longestName);
    m_session->setObjectName(u"profile.session"_s);
    m_session->addItems({QString(), QString()});
    m_keep->setObjectName(u"profile.keep"_s);
    m_keep->setChecked(true);
    m_noKeychain->setObjectName(u"profile.noKeychain"_s);
    m_production->setObjectName(u"profile.production"_s);
    for (QWidget *const field : std::initializer_list<QWidget *>{m_name, m_address, m_domain, m_login, m_password, m_token})
        m_general->add(field);
    m_general->addPlain(m_keep);
    m_general->addPlain(m_noKeychain);
    m_general->add(m_session);
    m_general->addPlain(m_production);
    addTab(m_general, {});
}

void ProfileForm::buildTls()
{
    const auto browse = [this](QLineEdit *field, auto title) {
        auto *const button = new QPushButton(this);
        button->setObjectName(field->objectName() + u".browse"_s);
        button->setText(u"…"_s);
        button->setAutoDefault(false);
        connect(button, &QPushButton::clicked, this, [this, field, title] { chooseFile(field, title()); });
        return button;
    };
    m_tls->add(m_ca, browse(m_ca, [] { return tr("Certificates to trust"); }));
    m_tls->add(m_certificate, browse(m_certificate, [] { return tr("Client certificate"); }));
    m_tls->add(m_key, browse(m_key, [] { return tr("Client key"); }));
    m_tls->add(m_pins);
    m_tls->addPlain(m_tlsNote);
    addTab(m_tls, {});
}

void ProfileForm::buildProxy()
{
    m_proxyKind->setObjectName(u"profile.proxyKind"_s);
    m_proxyKind->addItems({QString(), u"HTTP (CONNECT)"_s, u"SOCKS 5"_s}); // in the order of ProxyAddress::Kind
    m_proxyPort->setObjectName(u"profile.proxyPort"_s);
    m_proxyPort->setRange(1, 65535);
    m_proxyPort->setFixedWidth(numberWidth);
    for (QWidget *const field : std::initializer_list<QWidget *>{m_proxyKind, m_proxyHost, m_proxyPort, m_proxyUser, m_proxyPassword})
        m_proxy->add(field);
    addTab(m_proxy, {});
}

void ProfileForm::buildTimes()
{
    for (const char *name : {"profile.connectWait", "profile.requestWait", "profile.transferWait"}) {
        auto *const wait = new QSpinBox(this);
        wait->setObjectName(QLatin1String(name));
        wait->setRange(1, longestWaitS);
        wait->setFixedWidth(numberWidth);
        m_waits.append(wait);
        m_times->add(wait);
    }
    addTab(m_times, {});
}

void ProfileForm::buildDialect()
{
    m_dialectView->setObjectName(u"profile.dialect"_s);
    m_dialectView->setModel(m_dialect);
    setUpTable(m_dialectView);
    m_dialectView->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed | QAbstractItemView::AnyKeyPressed);
    m_dialectView->setSelectionBehavior(QAbstractItemView::SelectItems);
    m_dialectView->setColumnWidth(DialectTable::NameColumn, meaningFrom);
    m_dialectView->setColumnWidth(DialectTable::ValueColumn, meaningFrom * 2 / 3);
    m_dialectView->horizontalHeader()->setStretchLastSection(true);
    m_dialectError->setObjectName(u"profile.dialect.error"_s);
    m_dialectError->hide();
    auto *const layout = new QVBoxLayout(m_advanced);
    layout->setContentsMargins(0, 12, 0, 12);
    layout->setSpacing(8);
    layout->addWidget(m_dialectNote);
    layout->addWidget(m_dialectView, 1);
    layout->addWidget(m_dialectMeaning);
    layout->addWidget(m_dialectError);
    addTab(m_advanced, {});
}

void ProfileForm::listen()
{
    for (QLineEdit *const field : findChildren<QLineEdit *>()) {
        if (field->objectName().startsWith("profile."_L1))
            connect(field, &QLineEdit::textEdited, this, &ProfileForm::noteEdit);
    }
    for (QComboBox *const choice : {m_session, m_proxyKind})
        connect(choice, &QComboBox::currentIndexChanged, this, &ProfileForm::noteEdit);
    connect(m_proxyKind, &QComboBox::currentIndexChanged, this, &ProfileForm::showProxyFields);
    for (QSpinBox *const number : m_waits + QList{m_proxyPort})
        connect(number, &QSpinBox::valueChanged, this, &ProfileForm::noteEdit);
    connect(m_production, &QCheckBox::toggled, this, &ProfileForm::noteEdit);
    connect(m_nodes, &NodesTable::edited, this, &ProfileForm::noteEdit);
    connect(m_dialect, &DialectTable::edited, this, &ProfileForm::noteEdit);
    connect(m_dialectView->selectionModel(), &QItemSelectionModel::currentChanged, this, &ProfileForm::showMeaning);
    connect(m_dialect, &QAbstractItemModel::dataChanged, this, &ProfileForm::showMeaning);
    connect(m_dialect, &DialectTable::refused, this, [this](const QString &why) {
        m_dialectError->setText(why);
        m_dialectError->setVisible(!why.isEmpty());
    });
}

void ProfileForm::noteEdit()
{
    if (m_isShowing)
        return;
    m_isEdited = true;
    Q_EMIT edited();
}

void ProfileForm::chooseFile(QLineEdit *field, const QString &title)
{
    const QString folder = field->text().isEmpty() ? QString() : QFileInfo(field->text()).absolutePath();
    m_dialogs.openFile(this, title, folder, certificateFiles, [this, field](const QString &path) {
        field->setText(path);
        noteEdit();
    });
}

void ProfileForm::show(const cluster::Profile &profile)
{
    m_isShowing = true;
    m_profile = profile;
    m_name->setText(profile.name);
    m_address->setText(profile.address.toString(QUrl::RemoveUserInfo | QUrl::StripTrailingSlash));
    m_domain->setText(profile.domain);
    m_login->setText(profile.login);
    m_session->setCurrentIndex(profile.sessionKind == cluster::SessionKind::Token ? 1 : 0);
    for (QLineEdit *const secret : {m_password, m_token, m_proxyPassword})
        secret->clear();
    m_production->setChecked(profile.isProduction);
    m_nodes->setNodes(profile.nodes);
    m_ca->setText(profile.caFile);
    m_certificate->setText(profile.clientCertificate);
    m_key->setText(profile.clientKey);
    m_pins->setText(profile.pinnedKeys.join(u';'));
    m_proxyKind->setCurrentIndex(static_cast<int>(profile.proxy.kind));
    m_proxyHost->setText(profile.proxy.host);
    m_proxyPort->setValue(profile.proxy.port == 0 ? 3128 : profile.proxy.port);
    m_proxyUser->setText(profile.proxy.user);
    const cluster::Timeouts &times = profile.timeouts;
    const std::chrono::milliseconds waits[] = {times.connect, times.request, times.transfer};
    for (qsizetype i = 0; i < m_waits.size(); ++i)
        m_waits.at(i)->setValue(static_cast<int>(std::chrono::ceil<std::chrono::seconds>(waits[i]).count()));
    m_dialect->setDialect(profile.dialect);
    m_dialectError->hide();
    showMeaning();
    for (FormRows *const page : {m_general, m_tls, m_proxy, m_times})
        page->clearErrors();
    showProxyFields();
    m_isShowing = false;
    m_isEdited = false;
}

void ProfileForm::showMeaning()
{
    const QModelIndex current = m_dialectView->currentIndex();
    m_dialectMeaning->setText(current.isValid() ? current.data(Qt::ToolTipRole).toString() : QString());
    m_dialectMeaning->setVisible(current.isValid());
}

void ProfileForm::showProxyFields()
{
    const bool isThere = m_proxyKind->currentIndex() != 0;
    for (QWidget *const field : std::initializer_list<QWidget *>{m_proxyHost, m_proxyPort, m_proxyUser, m_proxyPassword})
        m_proxy->setShown(field, isThere);
}

void ProfileForm::setKeychain(bool isThere)
{
    m_hasKeychain = isThere;
    m_keep->setVisible(isThere);
    m_noKeychain->setVisible(!isThere);
}

TypedSecrets ProfileForm::secrets() const
{
    return {m_password->text(), m_proxyPassword->text(), m_token->text()};
}

bool ProfileForm::keepsInKeychain() const
{
    return m_hasKeychain && m_keep->isChecked();
}

void ProfileForm::setKept()
{
    for (QLineEdit *const secret : {m_password, m_token, m_proxyPassword})
        secret->clear();
    m_isEdited = false;
}

void ProfileForm::focusName()
{
    setCurrentWidget(m_general);
    m_name->setFocus(Qt::OtherFocusReason);
    m_name->selectAll();
}

// What is wrong -----------------------------------------------------------------------------------------------------------

void ProfileForm::checkGeneral(cluster::Profile &profile)
{
    m_general->clearErrors();
    profile.name = m_name->text().trimmed();
    if (profile.name.isEmpty())
        m_general->setError(m_name, tr("The profile needs a name."));
    else if (m_taken.contains(profile.name))
        m_general->setError(m_name, tr("There is a profile “%1” already.").arg(profile.name));
    const QUrl address(m_address->text().trimmed(), QUrl::StrictMode);
    // What was typed is not repeated: it may hold a password.
    if (!cluster::isOrigin(address))
        m_general->setError(m_address, tr("An address is http://HOST:PORT or https://HOST:PORT, without a path and without a name or "
                                          "password in it."));
    profile.address = address.adjusted(QUrl::StripTrailingSlash);
    profile.domain = m_domain->text().trimmed();
    profile.login = m_login->text().trimmed();
    profile.sessionKind = m_session->currentIndex() == 1 ? cluster::SessionKind::Token : cluster::SessionKind::Cookie;
    profile.isProduction = m_production->isChecked();
}

void ProfileForm::checkTls(cluster::Profile &profile)
{
    m_tls->clearErrors();
    const std::initializer_list<std::pair<QLineEdit *, QString cluster::Profile::*>> files = {
        {m_ca, &cluster::Profile::caFile}, {m_certificate, &cluster::Profile::clientCertificate}, {m_key, &cluster::Profile::clientKey}};
    for (const auto &[field, member] : files) {
        profile.*member = field->text().trimmed();
        if (!(profile.*member).isEmpty() && !QFileInfo(profile.*member).isFile())
            m_tls->setError(field, tr("There is no such file."));
    }
    if (profile.clientCertificate.isEmpty() != profile.clientKey.isEmpty())
        m_tls->setError(profile.clientKey.isEmpty() ? m_key : m_certificate, tr("A client certificate and its key belong together."));
    profile.pinnedKeys = m_pins->text().trimmed().split(u';', Qt::SkipEmptyParts);
    for (QString &pin : profile.pinnedKeys)
        pin = pin.trimmed();
    if (!std::all_of(profile.pinnedKeys.begin(), profile.pinnedKeys.end(), cluster::isPin))
        m_tls->setError(m_pins, tr("A pinned key is sha256// and the SHA-256 of the public key in Base64; several stand with semicolons "
                                   "between them."));
    else if (!profile.pinnedKeys.isEmpty() && profile.address.scheme() == "http"_L1)
        m_tls->setError(m_pins, tr("A pinned key needs an https address: http has no keys."));
}

void ProfileForm::checkProxy(cluster::Profile &profile)
{
    static const QRegularExpression noHost(u"[/@\\s]"_s);
    m_proxy->clearErrors();
    profile.proxy = {};
    profile.proxy.kind = static_cast<ProxyAddress::Kind>(m_proxyKind->currentIndex());
    if (profile.proxy.kind == ProxyAddress::Kind::None)
        return;
    profile.proxy.host = m_proxyHost->text().trimmed();
    profile.proxy.port = static_cast<quint16>(m_proxyPort->value());
    profile.proxy.user = m_proxyUser->text().trimmed();
    if (profile.proxy.host.isEmpty() || noHost.match(profile.proxy.host).hasMatch())
        m_proxy->setError(m_proxyHost, tr("The name or address of a host, without more."));
}

void ProfileForm::checkNodes(cluster::Profile &profile)
{
    const auto nodes = m_nodes->nodes();
    if (!nodes)
        return;
    profile.nodes = *nodes;
    const auto isPlain = [](const QUrl &node) {
        return node.scheme() == "http"_L1;
    };
    if (!profile.pinnedKeys.isEmpty() && std::any_of(profile.nodes.begin(), profile.nodes.end(), isPlain))
        m_tls->setError(m_pins, tr("A pinned key needs https addresses of the nodes, too: http has no keys."));
}

void ProfileForm::sayAgain()
{
    if (!m_general->firstWrong() && !m_nodes->isWrong() && !m_tls->firstWrong() && !m_proxy->firstWrong())
        return;
    cluster::Profile profile = m_profile;
    checkGeneral(profile);
    checkTls(profile);
    checkProxy(profile);
    checkNodes(profile);
}

bool ProfileForm::isRight(FormRows *page)
{
    QWidget *const wrong = page->firstWrong();
    if (!wrong)
        return true;
    setCurrentWidget(page);
    wrong->setFocus(Qt::OtherFocusReason);
    return false;
}

std::optional<cluster::Profile> ProfileForm::profile(const QStringList &taken)
{
    cluster::Profile profile = m_profile;
    m_taken = taken;
    checkGeneral(profile);
    checkTls(profile);
    checkProxy(profile);
    checkNodes(profile);
    if (!isRight(m_general))
        return std::nullopt;
    if (m_nodes->isWrong()) {
        setCurrentWidget(m_nodes);
        return std::nullopt;
    }
    if (!isRight(m_tls) || !isRight(m_proxy))
        return std::nullopt;
    const auto waitOf = [this](qsizetype index, std::chrono::milliseconds before) {
        const std::chrono::seconds shown(m_waits.at(index)->value());
        return std::chrono::ceil<std::chrono::seconds>(before) == shown ? before : std::chrono::milliseconds(shown);
    };
    profile.timeouts = {waitOf(0, m_profile.timeouts.connect), waitOf(1, m_profile.timeouts.request),
                        waitOf(2, m_profile.timeouts.transfer)};
    profile.dialect = m_dialect->dialect();
    return profile;
}

void ProfileForm::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        sayAgain();
    }
    QTabWidget::changeEvent(event);
}

} // namespace signalbox::designer
