// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/cluster/scriptspage.h"

#include "designer/panels/emptynote.h"
#include "designer/panels/filteredit.h"
#include "designer/panels/panelviews.h"

#include <QComboBox>
#include <QEvent>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QTableView>
#include <QVBoxLayout>

namespace signalbox::designer {

using namespace Qt::StringLiterals;

namespace {

constexpr int longestCode = 255;
constexpr int codeWidth = 160;

} // namespace

ScriptsPage::ScriptsPage(Purpose purpose, QWidget *parent)
    : QWidget(parent), m_purpose(purpose), m_list(new ScriptList(this)), m_place(new QLabel(this)), m_type(new QComboBox(this)),
      m_filter(new FilterEdit(this)), m_reload(new QPushButton(this)), m_table(new QTableView(this)), m_nothing(new EmptyNote(m_table)),
      m_codeLabel(new QLabel(this)), m_code(new QLineEdit(this)), m_hint(new QLabel(this)), m_error(new QLabel(this))
{
    m_place->setObjectName(u"cluster.place"_s);
    m_place->setProperty("title", true);
    m_place->setTextFormat(Qt::PlainText);
    m_type->setObjectName(u"cluster.type"_s);
    m_filter->setObjectName(u"cluster.filter"_s);
    m_reload->setObjectName(u"cluster.reload"_s);
    m_reload->setAutoDefault(false);
    m_table->setObjectName(u"cluster.scripts"_s);
    m_nothing->setObjectName(u"cluster.nothing"_s);
    m_code->setObjectName(u"cluster.code"_s);
    m_code->setMaxLength(longestCode);
    m_codeLabel->setBuddy(m_code);
    m_hint->setObjectName(u"cluster.hint"_s);
    m_hint->setProperty("muted", true);
    m_hint->setTextFormat(Qt::PlainText);
    m_error->setObjectName(u"cluster.listError"_s);
    m_error->setProperty("invalid", true);
    m_error->setWordWrap(true);
    m_error->setTextFormat(Qt::PlainText);
    m_error->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_error->hide();
    m_type->addItem(QString());
    m_type->addItem(QString());
    m_table->setModel(m_list);
    setUpTable(m_table);
    m_table->setColumnWidth(ScriptList::CodeColumn, codeWidth);
    m_table->horizontalHeader()->setStretchLastSection(false);
    m_table->horizontalHeader()->setSectionResizeMode(ScriptList::NameColumn, QHeaderView::Stretch);
    m_table->horizontalHeader()->setSectionResizeMode(ScriptList::WrittenColumn, QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setResizeContentsPrecision(0); // what is visible: all times are as long
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(ScriptList::CodeColumn, Qt::AscendingOrder);

    auto *const tools = new QHBoxLayout;
    tools->setSpacing(8);
    tools->addWidget(m_type);
    tools->addWidget(m_filter, 1);
    tools->addWidget(m_reload);
    auto *const naming = new QHBoxLayout;
    naming->setSpacing(8);
    naming->addWidget(m_codeLabel);
    naming->addWidget(m_code, 1);
    auto *const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_place);
    layout->addLayout(tools);
    layout->addWidget(m_table, 1);
    layout->addLayout(naming);
    layout->addWidget(m_hint);
    layout->addWidget(m_error);
    const bool isSaving = purpose == Purpose::Save;
    m_codeLabel->setVisible(isSaving);
    m_code->setVisible(isSaving);
    m_hint->setVisible(isSaving);

    connect(m_type, &QComboBox::currentIndexChanged, this, &ScriptsPage::typeChanged);
    connect(m_reload, &QPushButton::clicked, this, &ScriptsPage::reloadWanted);
    connect(m_filter, &QLineEdit::textChanged, this, [this](const QString &words) {
        m_list->setFilter(words);
        showRows();
    });
    connect(m_filter, &FilterEdit::wentDown, m_table, [this] { m_table->setFocus(Qt::OtherFocusReason); });
    connect(m_filter, &QLineEdit::returnPressed, this, &ScriptsPage::confirmed);
    connect(m_code, &QLineEdit::textChanged, this, &ScriptsPage::showHint);
    connect(m_code, &QLineEdit::returnPressed, this, &ScriptsPage::confirmed);
    connect(m_table, &QTableView::activated, this, &ScriptsPage::confirmed);
    connect(m_table, &QTableView::clicked, this, [this, isSaving] {
        if (const cluster::StoredScript *const script = selected(); script && isSaving)
            m_code->setText(script->code);
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &ScriptsPage::readyChanged);
    connect(m_list, &QAbstractItemModel::modelReset, this, &ScriptsPage::readyChanged);
    retranslate();
    clear();
}

void ScriptsPage::retranslate()
{
    m_type->setItemText(0, tr("Service scenarios"));
    m_type->setItemText(1, tr("IVR scenarios"));
    m_type->setAccessibleName(tr("Kind of scenarios"));
    m_filter->setPlaceholderText(tr("Filter by code or name…"));
    m_filter->setAccessibleName(tr("Filter scenarios"));
    m_reload->setText(tr("Reload"));
    m_table->setAccessibleName(tr("Scenarios of the cluster"));
    m_codeLabel->setText(tr("Code"));
    m_code->setAccessibleName(tr("Code to save under"));
    m_list->retranslate();
    showRows();
}

void ScriptsPage::setPlace(const QString &cluster, const QString &login)
{
    m_place->setText(tr("%1, as “%2”").arg(cluster, login));
}

void ScriptsPage::setType(cluster::ScriptType type)
{
    const QSignalBlocker quiet(m_type);
    m_type->setCurrentIndex(type == cluster::ScriptType::Ivr ? 1 : 0);
}

cluster::ScriptType ScriptsPage::type() const
{
    return m_type->currentIndex() == 1 ? cluster::ScriptType::Ivr : cluster::ScriptType::Svc;
}

void ScriptsPage::setScripts(const QList<cluster::StoredScript> &scripts)
{
    const cluster::StoredScript *const before = selected();
    const QString code = m_purpose == Purpose::Save ? this->code() : before ? before->code : QString();
    m_isKnown = true;
    m_list->setScripts(scripts);
    showRows();
    if (const int row = m_list->rowOf(code); row >= 0)
        m_table->selectRow(row);
}

void ScriptsPage::clear()
{
    m_isKnown = false;
    m_list->setScripts({});
    showRows();
    clearError();
}

void ScriptsPage::showRows()
{
    m_nothing->setVisible(m_isKnown && m_list->rowCount() == 0);
    if (m_list->total() > 0)
        m_nothing->setText(tr("No scenario fits “%1”.").arg(m_filter->text()), tr("Try a part of its code or of its name."));
    else
        m_nothing->setText(type() == cluster::ScriptType::Ivr ? tr("The cluster has no IVR scenarios.")
                                                              : tr("The cluster has no service scenarios."),
                           tr("“Save to cluster…” in the File menu keeps one there."));
    if (m_purpose == Purpose::Open)
        m_table->selectRow(0);
    showHint();
}

void ScriptsPage::showHint()
{
    const QString typed = code();
    m_hint->setText(typed.isEmpty()           ? tr("The code is what the cluster knows a scenario by.")
                    : !m_isKnown              ? QString()
                    : m_list->contains(typed) ? tr("“%1” is there: it gets this new state.").arg(typed)
                                              : tr("“%1” is not there yet: it becomes a new scenario.").arg(typed));
    Q_EMIT readyChanged();
}

const cluster::StoredScript *ScriptsPage::selected() const
{
    return m_list->at(m_table->currentIndex().row());
}

void ScriptsPage::setCode(const QString &code)
{
    m_code->setText(code);
}

QString ScriptsPage::code() const
{
    return m_code->text().trimmed();
}

bool ScriptsPage::isReady() const
{
    return m_isKnown && (m_purpose == Purpose::Save ? !code().isEmpty() : selected() != nullptr);
}

void ScriptsPage::focusFirst()
{
    if (m_purpose == Purpose::Save) {
        m_code->setFocus(Qt::OtherFocusReason);
        m_code->selectAll();
    } else {
        m_filter->setFocus(Qt::OtherFocusReason);
    }
}

void ScriptsPage::showError(const QString &text)
{
    m_error->setText(text);
    m_error->show();
}

void ScriptsPage::clearError()
{
    m_error->clear();
    m_error->hide();
}

void ScriptsPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace signalbox::designer
