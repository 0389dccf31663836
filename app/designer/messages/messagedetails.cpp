// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/messages/messagedetails.h"

#include "core/jsonreader.h"
#include "designer/files/offthread.h"
#include "designer/messages/messagetext.h"
#include "designer/sheet/json/jsontreedelegate.h"
#include "designer/sheet/json/jsontreemodel.h"
#include "inspect/timetext.h"

#include <QEvent>
#include <QHeaderView>
#include <QLabel>
#include <QPlainTextEdit>
#include <QTabWidget>
#include <QTreeView>
#include <QVBoxLayout>

namespace signalbox::designer {

using namespace Qt::StringLiterals;
using drawing::Role;
using journal::Message;

namespace {

enum Page { TreePage, TextPage, HexPage };

constexpr qsizetype mostText = 256 * 1024; ///< characters that are shown
constexpr int openedDepth = 2;

/// Colours by type, as in the editor of bodies.
class TreeLook final : public QStyledItemDelegate
{
public:
    TreeLook(const Appearance &appearance, QObject *parent) : QStyledItemDelegate(parent), m_appearance(appearance) {}

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        return {QStyledItemDelegate::sizeHint(option, index).width(), JsonTreeDelegate::rowHeight};
    }

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        const drawing::Theme &theme = m_appearance.theme();
        const auto kind = static_cast<JsonKind>(index.data(JsonTreeModel::KindRole).toInt());
        const QColor color = theme.color(jsonRole(kind, index.column()));
        for (const QPalette::ColorRole role : {QPalette::Text, QPalette::HighlightedText})
            option->palette.setColor(role, color);
        option->font = theme.monoFont(theme.sizes().body - 1);
        option->fontMetrics = QFontMetrics(option->font);
        option->textElideMode = Qt::ElideRight;
    }

private:
    const Appearance &m_appearance;
};

} // namespace

struct MessageDetails::View {
    journal::MessageId id = 0;
    std::optional<core::Json> tree;
    QString text;
    QString hex;
};

MessageDetails::MessageDetails(const Workbench &workbench, QWidget *parent)
    : QWidget(parent), m_workbench(workbench), m_tabs(new QTabWidget(this)), m_tree(new QTreeView(this)), m_model(new JsonTreeModel(this)),
      m_text(textPage(u"messages.text"_s)), m_hex(textPage(u"messages.hex"_s)), m_link(new QLabel(this))
{
    m_thread.setMaxThreadCount(1);
    m_tabs->setObjectName(u"messages.details"_s);
    m_tabs->setDocumentMode(true);
    m_tree->setObjectName(u"messages.tree"_s);
    m_tree->setModel(m_model);
    m_tree->setItemDelegate(new TreeLook(workbench.appearance, m_tree));
    m_tree->setUniformRowHeights(true);
    m_tree->setHeaderHidden(true);
    m_tree->setIndentation(14);
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setEditTriggers(QTreeView::NoEditTriggers);
    m_tree->setTabKeyNavigation(false);
    m_tree->setColumnHidden(JsonTreeModel::Type, true);
    m_tree->header()->resizeSection(JsonTreeModel::Name, 180);
    m_link->setObjectName(u"messages.link"_s);
    m_link->setTextFormat(Qt::RichText);
    m_link->setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
    m_link->setContentsMargins(12, 0, 12, 0);
    m_tabs->addTab(m_tree, {});
    m_tabs->addTab(m_text, {});
    m_tabs->addTab(m_hex, {});
    m_tabs->setCornerWidget(m_link);
    auto *const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_tabs);
    connect(m_link, &QLabel::linkActivated, this, [this](const QString &id) { Q_EMIT linkFollowed(id.toLongLong()); });
    connect(&workbench.appearance, &Appearance::changed, this, &MessageDetails::restyle);
    restyle();
    retranslate();
    clear();
}

MessageDetails::~MessageDetails() = default;

QPlainTextEdit *MessageDetails::textPage(const QString &name)
{
    auto *const text = new QPlainTextEdit(this);
    text->setObjectName(name);
    text->setReadOnly(true);
    text->setFrameShape(QFrame::NoFrame);
    text->setTabChangesFocus(true);
    return text;
}

void MessageDetails::restyle()
{
    const drawing::Theme &theme = m_workbench.appearance.theme();
    for (QPlainTextEdit *const text : {m_text, m_hex})
        text->setFont(theme.monoFont(theme.sizes().body - 1));
    m_tree->viewport()->update();
    showLink();
}

void MessageDetails::retranslate()
{
    m_tabs->setTabText(TreePage, tr("Tree"));
    m_tabs->setTabText(TextPage, tr("Text"));
    m_tabs->setTabText(HexPage, tr("Hex"));
    m_tabs->setAccessibleName(tr("The selected message"));
    m_tree->setAccessibleName(tr("The message as a tree"));
    m_text->setAccessibleName(tr("The message as text"));
    m_hex->setAccessibleName(tr("The message as bytes"));
    m_hex->setPlaceholderText(tr("The message has no payload."));
    showLink();
}

void MessageDetails::setReader(journal::Reader *reader)
{
    m_fetch.reset();
    m_fetchOther.reset();
    m_reader = reader;
    clear();
}

void MessageDetails::clear(const QString &why)
{
    m_message.reset();
    m_other.reset();
    m_model->setRoot({});
    m_text->clear();
    m_hex->clear();
    m_text->setPlaceholderText(why.isEmpty() ? tr("Select a message to see all of it.") : why);
    m_tabs->setTabEnabled(TreePage, false);
    showLink();
    Q_EMIT messageChanged();
}

void MessageDetails::show(journal::MessageId id)
{
    m_fetchOther.reset();
    m_fetch.reset();
    m_id = id;
    if (id == 0 || !m_reader)
        return clear();
    m_fetch = m_reader->message(id);
    m_fetch->start([this](const core::Result<Message> &message) { take(message); });
}

MessageDetails::View MessageDetails::viewOf(const Message &message)
{
    View view{.id = message.id, .tree = {}, .text = {}, .hex = hexText(message.payload)};
    if (message.kind != journal::Kind::Binary) {
        if (const auto json = core::readJson(message.payload)) {
            view.tree = *json;
            view.text = QString::fromUtf8(json->toPretty()).trimmed();
        }
    }
    if (!view.tree)
        view.text = QString::fromUtf8(message.payload);
    if (journal::hasUrl(message.kind))
        view.text = (message.verb + u' ' + message.url).trimmed() + (view.text.isEmpty() ? QString() : u"\n\n"_s + view.text);
    if (view.text.size() > mostText) {
        const qsizetype more = view.text.size() - mostText;
        view.text.truncate(mostText);
        view.text += u"\n…\n"_s + tr("%1 characters more; an export has them all.").arg(more);
    }
    if (!message.isWhole)
        view.text += u"\n\n"_s + tr("Only the beginning was kept.");
    return view;
}

void MessageDetails::take(const core::Result<Message> &message)
{
    if (!message)
        return clear(message.error().message);
    m_message = *message;
    m_other.reset();
    showLink();
    Q_EMIT messageChanged();
    workOff(
        m_thread, this, [whole = *message] { return viewOf(whole); }, [this](const View &view) { take(view); });
    if (const journal::MessageId other = m_message->request != 0 ? m_message->request : m_message->answer; other != 0) {
        m_fetchOther = m_reader->message(other);
        m_fetchOther->start([this](const core::Result<Message> &found) {
            m_other = found ? std::optional(*found) : std::nullopt;
            showLink();
        });
    }
}

void MessageDetails::take(const View &view)
{
    if (view.id != m_id) // another one was selected meanwhile
        return;
    const bool wasTree = m_tabs->isTabEnabled(TreePage);
    m_model->setRoot(view.tree);
    m_tree->expandToDepth(openedDepth);
    m_text->setPlainText(view.text);
    m_hex->setPlainText(view.hex);
    m_tabs->setTabEnabled(TreePage, view.tree.has_value());
    if (view.tree && !wasTree && m_tabs->currentIndex() == TextPage)
        m_tabs->setCurrentIndex(TreePage);
    else if (!view.tree && m_tabs->currentIndex() == TreePage)
        m_tabs->setCurrentIndex(m_message && m_message->kind == journal::Kind::Binary ? HexPage : TextPage);
}

void MessageDetails::showLink()
{
    QString text;
    if (m_message && m_other) {
        const bool isAnswer = m_message->request != 0;
        const QString time = inspect::roundTripText(isAnswer ? m_message->roundTripUs : m_other->roundTripUs);
        const QString link = u"<a href=\"%1\" style=\"color:%2\">%3</a>"_s.arg(m_other->id)
                                 .arg(m_workbench.appearance.theme().color(Role::Text).name(), titleOf(*m_other).toHtmlEscaped());
        text = isAnswer ? tr("answers %1 %2 earlier").arg(link, time) : tr("answered by %1 %2 later").arg(link, time);
    }
    m_link->setText(text);
    m_link->setVisible(!text.isEmpty());
}

void MessageDetails::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace signalbox::designer
