// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/run/trydialog.h"

#include "designer/run/tryresult.h"
#include "designer/sheet/propertysheet.h"
#include "designer/sheet/sheetstyle.h"
#include "designer/shell/dialogs.h"
#include "runner/oneoperation.h"
#include "runner/runinputs.h"
#include "scenario/componentcodes.h"
#include "scenario/validator.h"

#include <QComboBox>
#include <QDir>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QStandardPaths>

namespace signalbox::designer {

using namespace Qt::StringLiterals;
using core::Json;

namespace {

constexpr QStringView connectionCode = u"conn";

/// Component 144 as far as it is tried: without the connection, which is picked beside the sheet, and without what leads elsewhere.
catalogue::ComponentType triedType(const catalogue::Catalogue &catalogue)
{
    const catalogue::ComponentType *const known = catalogue.find(scenario::component::websock);
    catalogue::ComponentType type = known ? *known : catalogue::ComponentType();
    type.properties.removeIf([](const catalogue::Property &property) {
        return property.code == connectionCode || property.kind == catalogue::PropertyKind::Transition ||
               property.kind == catalogue::PropertyKind::Variable;
    });
    type.outcomes.clear();
    return type;
}

scenario::Scenario emptyScenario()
{
    return {Json::object({{u"objects"_s, Json::array()}, {u"variables"_s, Json::array()}}), scenario::Form::ScriptData};
}

QString holderOf(const cluster::Registration &registration)
{
    const QString &point = registration.connection.integrationPointId;
    return !point.isEmpty() ? point : !registration.session.login.isEmpty() ? registration.session.login : registration.kind();
}

qint64 freeId(const scenario::Scenario &scenario)
{
    qint64 id = 1;
    for (qsizetype i = 0; i < scenario.objectCount(); ++i)
        id = std::max(id, scenario.objectId(i).value_or(0) + 1);
    return id;
}

} // namespace

TryDialog::TryDialog(const Workbench &workbench, Dialogs &dialogs, LiveCluster &live, TrySession::Retire retire, QWidget *parent)
    : QDialog(parent), m_workbench(workbench), m_dialogs(dialogs), m_live(live), m_type(triedType(workbench.catalogue)), m_target(&m_type),
      m_session(live, std::move(retire)), m_connection(new QComboBox(this)), m_sheet(new PropertySheet(workbench, this)),
      m_state(new QLabel(this)), m_saveTo(new QLineEdit(this)), m_browse(new QPushButton(tr("Choose…"), this)),
      m_saveLabel(new QLabel(tr("Save the file to"), this)), m_result(new TryResult(workbench, this)),
      m_run(new QPushButton(tr("Run"), this)), m_cancel(new QPushButton(tr("Cancel"), this)),
      m_keep(new QPushButton(tr("Keep as card"), this))
{
    setObjectName(u"try"_s);
    setWindowTitle(tr("Try an operation"));
    m_connection->setObjectName(u"try.connection"_s);
    m_connection->setEditable(true);
    m_connection->setInsertPolicy(QComboBox::NoInsert);
    m_connection->setAccessibleName(tr("Connection"));
    m_connection->lineEdit()->setPlaceholderText(tr("an id, or user=LOGIN, or point=INTEGRATION_POINT"));
    m_state->setObjectName(u"try.state"_s);
    m_state->setTextFormat(Qt::PlainText);
    m_state->setWordWrap(true);
    m_saveTo->setObjectName(u"try.saveTo"_s);
    m_saveTo->setAccessibleName(tr("Save the file to"));
    m_browse->setObjectName(u"try.browse"_s);
    m_run->setObjectName(u"try.run"_s);
    m_run->setProperty("primary", true);
    m_run->setDefault(true);
    m_cancel->setObjectName(u"try.cancel"_s);
    m_keep->setObjectName(u"try.keep"_s);
    m_keep->setToolTip(tr("Makes a card of these values in the scenario"));
    layOut();
    m_model.setTarget(&m_target);
    takeDocument(emptyScenario());
    connect(&m_target, &editing::PropertyTarget::changed, this, &TryDialog::check);
    connect(m_connection, &QComboBox::editTextChanged, this, &TryDialog::check);
    connect(m_saveTo, &QLineEdit::textChanged, this, &TryDialog::check);
    connect(m_browse, &QPushButton::clicked, this, &TryDialog::chooseTarget);
    connect(m_run, &QPushButton::clicked, this, &TryDialog::run);
    connect(m_cancel, &QPushButton::clicked, &m_session, &TrySession::cancel);
    connect(m_keep, &QPushButton::clicked, this, [this] {
        Json values = m_target.values();
        if (!connectionText().isEmpty() && !connectionText().contains(u'='))
            values.set(connectionCode.toString(), Json::object({{u"argType"_s, Json(qint64(m_workbench.dialect.argConstant))},
                                                                {u"varType"_s, Json(qint64(m_workbench.dialect.typeString))},
                                                                {u"value"_s, Json(connectionText())}}));
        Q_EMIT keepWanted(values);
    });
    connect(&m_session, &TrySession::phaseChanged, this, &TryDialog::showState);
    connect(&m_session, &TrySession::listed, this, &TryDialog::fillConnections);
    connect(&m_session, &TrySession::notice, this, &TryDialog::notice);
    connect(&m_session, &TrySession::refused, this, [this](const core::Error &why) {
        m_fault = why.message;
        showState();
    });
    connect(&m_session, &TrySession::ended, this, [this](const TrySession::Result &result) { m_result->show(result); });
    check();
    m_session.listConnections();
}

TryDialog::~TryDialog()
{
    m_session.disconnect(this);
    m_sheet->show(nullptr, nullptr);
}

void TryDialog::layOut()
{
    auto *const label = new QLabel(tr("Connection"), this);
    label->setBuddy(m_connection);
    m_saveLabel->setBuddy(m_saveTo);
    auto *const form = new QGridLayout;
    form->setContentsMargins(sheetMargin, 0, sheetMargin, 0);
    form->setHorizontalSpacing(sheetGap);
    form->setVerticalSpacing(8);
    form->setColumnMinimumWidth(0, sheetLabelWidth);
    form->addWidget(label, 0, 0);
    form->addWidget(m_connection, 0, 1, 1, 2);
    form->addWidget(m_saveLabel, 1, 0);
    form->addWidget(m_saveTo, 1, 1);
    form->addWidget(m_browse, 1, 2);
    form->setColumnStretch(1, 1);
    auto *const left = new QVBoxLayout;
    left->setSpacing(8);
    left->addLayout(form);
    left->addWidget(m_sheet, 1);
    auto *const columns = new QHBoxLayout;
    columns->setSpacing(16);
    columns->addLayout(left, 3);
    columns->addWidget(m_result, 2);
    auto *const buttons = new QHBoxLayout;
    buttons->addWidget(m_state, 1);
    buttons->addWidget(m_keep);
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_run);
    auto *const layout = new QVBoxLayout(this);
    layout->setSpacing(12);
    layout->addLayout(columns, 1);
    layout->addLayout(buttons);
    resize(900, 620);
}

void TryDialog::takeDocument(const scenario::Scenario &scenario)
{
    auto document = std::make_unique<editing::EditSession>(scenario, m_workbench.catalogue, m_workbench.dialect);
    m_sheet->show(&m_model, document.get());
    m_document = std::move(document);
    check();
}

void TryDialog::setValues(const Json &object)
{
    Json values = Json::object();
    for (const core::JsonMember &member : object.members()) {
        if (m_type.property(member.key))
            values.set(member.key, member.value);
    }
    m_target.setValues(values);
    const Json &connection = object[connectionCode];
    const QString text = connection[u"value"].toString();
    if (connection[u"argType"].toInt() == m_workbench.dialect.argConstant)
        m_connection->setEditText(text);
    else if (const auto found = scenario::readInputs(m_document->scenario()).inputs; !text.isEmpty()) {
        // The variable that names it begins with a connection that is picked: the same is picked here.
        const auto variable = found.variables.constFind(text);
        const scenario::Input *input = variable != found.variables.constEnd() ? &*variable : nullptr;
        if (!input && found.startParams.contains(1))
            input = &*found.startParams.constFind(1);
        if (const auto *selector = input ? std::get_if<scenario::ConnectionSelector>(input) : nullptr)
            m_connection->setEditText(selector->text);
    }
    check();
}

QString TryDialog::connectionText() const
{
    const int index = m_connection->findText(m_connection->currentText());
    const QString id = index >= 0 ? m_connection->itemData(index).toString() : QString();
    return id.isEmpty() ? m_connection->currentText().trimmed() : id;
}

void TryDialog::fillConnections(const QList<cluster::Registration> &connections)
{
    const QString typed = m_connection->currentText();
    m_connection->clear();
    for (const cluster::Registration &one : connections) {
        m_connection->addItem(tr("%1 · %2 · %3").arg(holderOf(one), one.connection.capabilities.join(u", "_s), one.connection.connectionId),
                              one.connection.connectionId);
    }
    m_connection->setEditText(typed);
    if (typed.isEmpty() && !connections.isEmpty())
        m_connection->setCurrentIndex(0);
    check();
}

std::pair<scenario::Scenario, qint64> TryDialog::subject() const
{
    scenario::Scenario scenario = m_document->scenario();
    const qint64 id = freeId(scenario);
    Json object = m_target.values();
    object.insert(0, u"oId"_s, Json(id));
    object.insert(1, u"oType"_s, Json(scenario::component::websock));
    object.set(u"name"_s, Json(tr("The operation")));
    object.set(connectionCode.toString(), Json::object({{u"argType"_s, Json(qint64(m_workbench.dialect.argConstant))},
                                                        {u"varType"_s, Json(qint64(m_workbench.dialect.typeString))},
                                                        {u"value"_s, Json(connectionText())}}));
    scenario.insertObjects({{scenario.objectCount(), object}});
    return {scenario, id};
}

core::Result<operation::Operation> TryDialog::operation() const
{
    const auto [scenario, id] = subject();
    core::Diagnostics findings;
    const machine::Inputs inputs = runner::RunInputs::fromScenario(scenario, findings).resolved({});
    return runner::operationOf(scenario, id, inputs, m_workbench.catalogue, m_workbench.dialect, m_workbench.clock,
                               m_live.clusters().world().surroundings.random);
}

void TryDialog::check()
{
    const auto [scenario, id] = subject();
    core::Diagnostics problems =
        scenario::Validator(m_workbench.catalogue, m_workbench.capabilities, m_workbench.dialect).validate(scenario);
    problems.removeIf([id = id](const core::Diagnostic &problem) { return problem.object != id; });
    m_model.setProblems(problems);
    m_fault.clear();
    const core::Result<operation::Operation> operation = this->operation();
    const bool bringsFile = operation && (std::holds_alternative<operation::GetFile>(operation->action));
    for (QWidget *const widget : {static_cast<QWidget *>(m_saveTo), static_cast<QWidget *>(m_browse), static_cast<QWidget *>(m_saveLabel)})
        widget->setVisible(bringsFile);
    if (bringsFile && m_saveTo->text().isEmpty()) {
        const QString folder = QStandardPaths::writableLocation(QStandardPaths::DownloadLocation);
        m_saveTo->setText(QDir::toNativeSeparators(folder + u'/' + std::get<operation::GetFile>(operation->action).name));
    }
    if (connectionText().isEmpty())
        m_fault = tr("Pick a connection.");
    else if (!operation)
        m_fault = operation.error().message;
    showState();
}

void TryDialog::showState()
{
    const bool isBusy = m_session.isBusy();
    m_state->setText(m_session.phase().isEmpty() ? m_fault : m_session.phase());
    setMark(m_state, !isBusy && m_session.phase().isEmpty() && !m_fault.isEmpty() ? u"error"_s : QString());
    m_run->setEnabled(!isBusy && operation().has_value() && !connectionText().isEmpty());
    m_cancel->setVisible(isBusy);
}

void TryDialog::chooseTarget()
{
    m_dialogs.saveFile(this, tr("Save the file"), m_saveTo->text(), {tr("All files (*)")}, {},
                       [this](const QString &path) { m_saveTo->setText(QDir::toNativeSeparators(path)); });
}

void TryDialog::run()
{
    const core::Result<operation::Operation> operation = this->operation();
    if (!operation)
        return check();
    TrySession::Wish wish{*operation, connectionText(), {}};
    if (std::holds_alternative<operation::GetFile>(operation->action))
        wish.saveTo = QDir::fromNativeSeparators(m_saveTo->text());
    if (m_live.isProduction())
        return confirm(std::move(wish));
    m_result->clear();
    m_fault.clear();
    m_session.run(std::move(wish));
}

void TryDialog::confirm(TrySession::Wish wish)
{
    m_dialogs.ask(this, tr("Run on a production cluster?"), tr("“%1” is marked as a production cluster.").arg(m_live.title()),
                  {tr("Run"), tr("Cancel")}, [this, wish = std::move(wish)](int button) {
                      if (button != 0)
                          return;
                      m_result->clear();
                      m_fault.clear();
                      m_session.run(wish);
                  });
}

} // namespace signalbox::designer
