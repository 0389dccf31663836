// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/capabilities/capabilitydialog.h"

#include "designer/capabilities/descriptionfiles.h"
#include "designer/capabilities/descriptionmodel.h"
#include "designer/capabilities/descriptiontext.h"
#include "designer/shell/scenariodocument.h"

#include <QDesktopServices>
#include <QDir>
#include <QEvent>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QSplitter>
#include <QStyledItemDelegate>
#include <QTextBrowser>
#include <QTreeView>
#include <QUrl>
#include <QVBoxLayout>

namespace signalbox::designer {

using namespace Qt::StringLiterals;

namespace {

QString folderOf(const ScenarioDocument *document)
{
    return document && !document->path().isEmpty() ? QFileInfo(document->path()).absolutePath() : QString();
}

/// Rows as high as in the panels.
class RowDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        constexpr int height = 28;
        return {QStyledItemDelegate::sizeHint(option, index).width() + 8, height};
    }
};

} // namespace

class CapabilityDialog::Private
{
public:
    Private(CapabilityDialog &owner, const Workbench &all, Dialogs &asking, ScenarioDocument *of)
        : dialog(owner), workbench(all), dialogs(asking), document(of), model(new DescriptionModel(&owner))
    {}

    void build();
    void retranslate();
    void refresh();
    void readAgain();
    void showCurrent();
    void add();
    void take(const QString &file, bool overwrite);
    void remove();
    void say(const QString &text);

    CapabilityDialog &dialog;
    const Workbench &workbench;
    Dialogs &dialogs;
    QPointer<ScenarioDocument> document;
    DescriptionModel *model;
    QLabel *intro = nullptr;
    QLabel *place = nullptr;
    QPushButton *save = nullptr;
    QTreeView *tree = nullptr;
    QTextBrowser *details = nullptr;
    QLabel *note = nullptr; ///< why something could not be done
    QPushButton *addButton = nullptr;
    QPushButton *folderButton = nullptr;
    QPushButton *removeButton = nullptr;
    QPushButton *readButton = nullptr;
    QPushButton *done = nullptr;
};

CapabilityDialog::CapabilityDialog(const Workbench &workbench, Dialogs &dialogs, ScenarioDocument *document, QWidget *parent)
    : QDialog(parent), d(std::make_unique<Private>(*this, workbench, dialogs, document))
{
    setObjectName("capabilityDialog"_L1);
    resize(820, 560);
    d->build();
    d->retranslate();
    d->refresh();
    d->tree->setFocus();
    if (document)
        connect(document, &ScenarioDocument::titleChanged, this, [this] { d->refresh(); }); // it has a folder now
    connect(&workbench.appearance, &Appearance::changed, this, [this] { d->showCurrent(); });
}

CapabilityDialog::~CapabilityDialog() = default;

void CapabilityDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        d->retranslate();
        d->refresh();
    }
    QDialog::changeEvent(event);
}

void CapabilityDialog::select(const QString &capability, const QString &code)
{
    for (int row = 0; row < d->model->rowCount(); ++row) {
        const QModelIndex source = d->model->index(row, 0);
        for (int inner = 0; inner < d->model->rowCount(source); ++inner) {
            const QModelIndex index = d->model->index(inner, 0, source);
            const capability::Message *message = d->model->message(index);
            const bool isMeant = message ? message->capability == capability && (code.isEmpty() || message->code == code)
                                         : index.data().toString() == capability;
            if (isMeant && !d->model->overriding(index)) {
                d->tree->setCurrentIndex(index);
                d->tree->scrollTo(index);
                return;
            }
        }
    }
}

void CapabilityDialog::Private::build()
{
    auto *column = new QVBoxLayout(&dialog);
    column->setContentsMargins(16, 14, 16, 14);
    column->setSpacing(10);
    intro = new QLabel(&dialog);
    intro->setWordWrap(true);
    intro->setProperty("muted", true);
    column->addWidget(intro);
    auto *line = new QHBoxLayout;
    place = new QLabel(&dialog);
    place->setObjectName("capabilities.place"_L1);
    place->setWordWrap(true);
    place->setTextFormat(Qt::PlainText);
    save = new QPushButton(&dialog);
    save->setObjectName("capabilities.save"_L1);
    line->addWidget(place, 1);
    line->addWidget(save);
    column->addLayout(line);

    auto *split = new QSplitter(Qt::Horizontal, &dialog);
    split->setChildrenCollapsible(false);
    tree = new QTreeView(split);
    tree->setObjectName("capabilities.tree"_L1);
    tree->setModel(model);
    tree->setUniformRowHeights(true);
    tree->setEditTriggers(QAbstractItemView::NoEditTriggers);
    tree->setIndentation(16);
    tree->setItemDelegate(new RowDelegate(tree));
    tree->header()->setStretchLastSection(false);
    tree->header()->setSectionResizeMode(DescriptionModel::Name, QHeaderView::Stretch);
    tree->header()->setSectionResizeMode(DescriptionModel::Sort, QHeaderView::ResizeToContents);
    details = new QTextBrowser(split);
    details->setObjectName("capabilities.details"_L1);
    details->setOpenLinks(false);
    split->setSizes({420, 370});
    column->addWidget(split, 1);

    note = new QLabel(&dialog);
    note->setObjectName("capabilities.note"_L1);
    note->setWordWrap(true);
    note->setTextFormat(Qt::PlainText);
    note->setProperty("invalid", true);
    note->hide();
    column->addWidget(note);
    auto *buttons = new QHBoxLayout;
    const auto button = [&](QPushButton *&made, const QString &name) {
        made = new QPushButton(&dialog);
        made->setObjectName("capabilities."_L1 + name);
        made->setAutoDefault(false);
    };
    button(addButton, u"add"_s);
    button(folderButton, u"folder"_s);
    button(removeButton, u"remove"_s);
    button(readButton, u"read"_s);
    button(done, u"done"_s);
    for (QPushButton *one : {addButton, removeButton, folderButton, readButton})
        buttons->addWidget(one);
    buttons->addStretch(1);
    buttons->addWidget(done);
    column->addLayout(buttons);

    QObject::connect(addButton, &QPushButton::clicked, &dialog, [this] { add(); });
    QObject::connect(removeButton, &QPushButton::clicked, &dialog, [this] { remove(); });
    QObject::connect(readButton, &QPushButton::clicked, &dialog, [this] { readAgain(); });
    QObject::connect(folderButton, &QPushButton::clicked, &dialog, [this] {
        if (!QDesktopServices::openUrl(QUrl::fromLocalFile(folderOf(document))))
            say(CapabilityDialog::tr("No program could be started that shows the folder %1.").arg(folderOf(document)));
    });
    QObject::connect(save, &QPushButton::clicked, &dialog, &CapabilityDialog::saveRequested);
    QObject::connect(done, &QPushButton::clicked, &dialog, &QDialog::accept);
    QObject::connect(tree->selectionModel(), &QItemSelectionModel::currentChanged, &dialog, [this] { showCurrent(); });
}

void CapabilityDialog::Private::retranslate()
{
    dialog.setWindowTitle(CapabilityDialog::tr("Capability descriptions"));
    intro->setText(CapabilityDialog::tr("Descriptions of API extensions say which messages there are, which of them are answered, and what "
                                        "their bodies look like. AsyncAPI files (2.6 or 3.0) beside the scenario, named *.asyncapi.json or "
                                        "*.asyncapi.yaml, add to those that come with Signalbox; of two descriptions of one message the "
                                        "file's counts."));
    save->setText(CapabilityDialog::tr("Save the scenario…"));
    tree->setAccessibleName(CapabilityDialog::tr("Descriptions and their messages"));
    details->setAccessibleName(CapabilityDialog::tr("What the description says"));
    addButton->setText(CapabilityDialog::tr("&Add a file…"));
    folderButton->setText(CapabilityDialog::tr("&Open the folder"));
    removeButton->setText(CapabilityDialog::tr("&Remove"));
    readButton->setText(CapabilityDialog::tr("Read a&gain"));
    done->setText(CapabilityDialog::tr("Close"));
}

void CapabilityDialog::Private::refresh()
{
    const capability::Source *before = model->source(tree->currentIndex());
    const QString path = before ? before->path : QString();
    model->setCapabilities(document ? document->workbench().capabilities : workbench.capabilities);
    tree->expandAll();
    QModelIndex current = path.isEmpty() ? QModelIndex() : model->indexOfFile(path);
    if (!current.isValid())
        current = model->index(0, 0);
    const QString folder = folderOf(document);
    const bool hasFolder = !folder.isEmpty();
    place->setText(hasFolder ? CapabilityDialog::tr("Beside the scenario: %1").arg(QDir::toNativeSeparators(folder))
                   : document
                       ? CapabilityDialog::tr("This scenario is not saved yet, so there is no folder beside it. Save it, then add files.")
                       : CapabilityDialog::tr("No scenario is open. Open or make one to add files beside it."));
    save->setVisible(document && !hasFolder);
    for (QPushButton *button : {addButton, folderButton, readButton})
        button->setEnabled(hasFolder);
    tree->setCurrentIndex(current);
    showCurrent();
}

void CapabilityDialog::Private::readAgain()
{
    if (!document)
        return;
    say({});
    document->checkAgain();
    refresh();
    Q_EMIT dialog.changed();
}

void CapabilityDialog::Private::showCurrent()
{
    const drawing::Theme &theme = workbench.appearance.theme();
    details->document()->setDefaultStyleSheet(u".title{font-size:15px;font-weight:600} .part{font-weight:600;margin-top:10px} "
                                              u"p,li{font-size:13px} .code{font-family:\"JetBrains Mono\";font-size:12px} "
                                              ".facts{color:%1;font-size:12px}"_s.arg(theme.color(drawing::Role::Muted).name()));
    details->document()->setDocumentMargin(10);
    const QModelIndex index = tree->currentIndex();
    const capability::Source *source = model->source(index);
    const capability::Message *message = model->message(index);
    if (message)
        details->setHtml(descriptionText(*message, model->overriding(index)));
    else if (source)
        details->setHtml(descriptionText(*source, theme));
    else
        details->clear();
    removeButton->setEnabled(source && !source->isBuiltIn());
}

void CapabilityDialog::Private::say(const QString &text)
{
    note->setText(text);
    note->setVisible(!text.isEmpty());
}

void CapabilityDialog::Private::add()
{
    say({});
    dialogs.openFile(&dialog, CapabilityDialog::tr("Add a capability description"), folderOf(document),
                     {CapabilityDialog::tr("AsyncAPI documents (*.json *.yaml *.yml)"), CapabilityDialog::tr("All files (*)")},
                     [this](const QString &file) { take(file, false); });
}

void CapabilityDialog::Private::take(const QString &file, bool overwrite)
{
    if (!document)
        return;
    const core::Result<QString> added = addDescription(folderOf(document), file, overwrite);
    if (added) {
        readAgain();
        tree->setCurrentIndex(model->indexOfFile(*added));
        return;
    }
    if (added.error().code != "already_exists"_L1) {
        const QString where = added.error().detail;
        say(CapabilityDialog::tr("Not added. %1").arg(added.error().message) + (where.isEmpty() ? QString() : u" ("_s + where + u')'));
        return;
    }
    dialogs.ask(&dialog, CapabilityDialog::tr("Replace the file?"), added.error().message,
                {CapabilityDialog::tr("Replace"), CapabilityDialog::tr("Keep")}, [this, file](int answer) {
                    if (answer == 0)
                        take(file, true);
                });
}

void CapabilityDialog::Private::remove()
{
    const capability::Source *source = model->source(tree->currentIndex());
    if (!source || source->isBuiltIn())
        return;
    dialogs.ask(
        &dialog, CapabilityDialog::tr("Remove “%1”?").arg(QFileInfo(source->path).fileName()),
        CapabilityDialog::tr("Other scenarios in the folder lose the description, too. The file goes to the trash where there is one."),
        {CapabilityDialog::tr("Remove"), CapabilityDialog::tr("Keep")}, [this, path = source->path](int answer) {
            if (answer != 0)
                return;
            const core::Result<void> removed = removeDescription(path);
            readAgain();
            if (!removed)
                say(removed.error().message);
        });
}

} // namespace signalbox::designer
