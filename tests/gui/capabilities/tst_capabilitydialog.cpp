// SPDX-License-Identifier: GPL-3.0-or-later
// The dialog of capability descriptions: what is known and from where, files that are added, replaced, removed and read again, broken ones
// with their place, a scenario without a folder.
#include "core/filestore.h"
#include "designer/capabilities/capabilitydialog.h"
#include "designer/capabilities/descriptionfiles.h"
#include "designer/capabilities/descriptionmodel.h"
#include "designer/shell/scenariodocument.h"
#include "support/answeringdialogs.h"
#include "support/designerstage.h"

#include <QAbstractItemModelTester>
#include <QDir>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTextBrowser>
#include <QTreeView>

using namespace Qt::StringLiterals;
using namespace signalbox;
using designer::CapabilityDialog;
using designer::DescriptionModel;
using designer::ScenarioDocument;

namespace {

const QByteArray shop =
    "{\"asyncapi\":\"3.0.0\",\"info\":{\"title\":\"Shop\"},\"channels\":{\"shop\":{\"messages\":{\"buy\":{\"title\":\"Buy\","
    "\"payload\":{\"type\":\"object\",\"required\":[\"n\"],\"properties\":{\"n\":{\"type\":\"integer\"}}}}}},"
    "\"msg\":{\"messages\":{\"hello\":{\"title\":\"Another hello\"}}},\"empty\":{}}}";
const QByteArray broken = "{\"asyncapi\":\"3.0.0\",\n \"channels\":{\"shop\":{\"messages\":{\"buy\":{\n  \"payload\":{\"type\":5}}}}}}";
const QByteArray scenarioText = "{\"objects\":[{\"oId\":1,\"oType\":101,\"name\":\"Start\"}],\"variables\":[]}";

} // namespace

class TestCapabilityDialog : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<test::Stage> m_stage;
    std::unique_ptr<test::AnsweringDialogs> m_dialogs;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<ScenarioDocument> m_document;
    std::unique_ptr<CapabilityDialog> m_dialog;

    QString file(const QString &name, const QByteArray &content = {}) const
    {
        const QString path = m_folder->filePath(name);
        if (!content.isEmpty() && !core::writeFile(path, content))
            qFatal("%s cannot be written", qPrintable(path));
        return path;
    }
    void open()
    {
        m_dialog = std::make_unique<CapabilityDialog>(m_stage->workbench, *m_dialogs, m_document.get());
        m_dialog->show();
    }
    void openSaved()
    {
        m_document = ScenarioDocument::open(m_stage->workbench, file(u"one/scenario.scr"_s, scenarioText)).document;
        QVERIFY(m_document);
        open();
    }
    QPushButton &button(const char *name) const { return test::child<QPushButton>(*m_dialog, name); }
    QTreeView &tree() const { return test::child<QTreeView>(*m_dialog, "capabilities.tree"); }
    QString note() const { return test::child<QLabel>(*m_dialog, "capabilities.note").text(); }
    QString details() const { return test::child<QTextBrowser>(*m_dialog, "capabilities.details").toPlainText(); }
    /// "title | kind" of each row, inner ones indented.
    QStringList rows() const
    {
        QStringList found;
        const QAbstractItemModel &model = *tree().model();
        for (int row = 0; row < model.rowCount(); ++row) {
            const QModelIndex source = model.index(row, 0);
            found.append(source.data().toString() + u" | "_s + source.siblingAtColumn(1).data().toString());
            for (int inner = 0; inner < model.rowCount(source); ++inner) {
                const QModelIndex index = model.index(inner, 0, source);
                found.append(u"  "_s + index.data().toString() + u" | "_s + index.siblingAtColumn(1).data().toString());
            }
        }
        return found;
    }

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(test::anyWarning);
        m_stage = std::make_unique<test::Stage>();
        m_dialogs = std::make_unique<test::AnsweringDialogs>();
        m_folder = std::make_unique<QTemporaryDir>();
        QDir(m_folder->path()).mkdir(u"one"_s);
    }
    void cleanup()
    {
        m_dialog.reset();
        m_document.reset();
        m_dialogs.reset();
        m_stage.reset();
    }

    void whatComesWithTheProgram()
    {
        open();
        QVERIFY(rows().contains(u"Messages to external systems | comes with Signalbox"_s));
        QVERIFY(rows().contains(u"  msg/hello | request with answer"_s));
        QVERIFY(rows().contains(u"  msg/notice | message"_s));
        QVERIFY(rows().contains(u"  svcscript | no messages described"_s));
        m_dialog->select(u"plugin_orders"_s, u"order_confirm"_s);
        QVERIFY2(details().contains(u"minItems"_s) && details().contains(u"A-1017"_s), qPrintable(details()));
        QVERIFY(!button("capabilities.remove").isEnabled());
        QVERIFY(!button("capabilities.add").isEnabled()); // no scenario, no folder
        QVERIFY(!button("capabilities.save").isVisible());
    }

    void aScenarioWithoutAFolder()
    {
        m_document = std::make_unique<ScenarioDocument>(m_stage->workbench);
        open();
        QVERIFY(test::child<QLabel>(*m_dialog, "capabilities.place").text().contains(u"not saved yet"_s));
        QVERIFY(!button("capabilities.add").isEnabled());
        QSignalSpy wanted(m_dialog.get(), &CapabilityDialog::saveRequested);
        button("capabilities.save").click();
        QCOMPARE(wanted.count(), 1);
        file(u"one/shop.asyncapi.json"_s, shop);
        bool isSaved = false;
        m_document->saveAs(file(u"one/new.scr"_s), [&isSaved](const core::Result<void> &result) { isSaved = result.has_value(); });
        QTRY_VERIFY(isSaved);
        QVERIFY(button("capabilities.add").isEnabled()); // there is one now
        QVERIFY(!button("capabilities.save").isVisible());
        QVERIFY(rows().contains(u"  shop/buy | message"_s));
    }

    void addReplaceRemove()
    {
        openSaved();
        QSignalSpy changed(m_dialog.get(), &CapabilityDialog::changed);
        const QString source = file(u"shop.json"_s, shop);
        m_dialogs->paths = {source};
        button("capabilities.add").click();
        QCOMPARE(changed.count(), 1);
        QVERIFY(QFileInfo::exists(m_folder->filePath(u"one/shop.asyncapi.json"_s)));
        QVERIFY(m_document->workbench().capabilities.find(u"shop", u"buy"));
        QVERIFY(rows().contains(u"shop.asyncapi.json | beside the scenario"_s));
        QVERIFY(rows().contains(u"  empty | no messages described"_s));
        QVERIFY(rows().contains(u"  msg/hello | replaced"_s)); // by the file's
        QVERIFY(rows().contains(u"  msg/hello | message"_s));
        QVERIFY2(details().contains(u"Describes: shop, msg, empty"_s), qPrintable(details())); // the new one is chosen
        // Once more: asked, and kept.
        m_dialogs->paths = {source};
        m_dialogs->buttons = {1};
        button("capabilities.add").click();
        QCOMPARE(changed.count(), 1);
        file(u"shop.json"_s, QByteArray(shop).replace("Shop", "Store"));
        m_dialogs->paths = {source};
        m_dialogs->buttons = {0};
        button("capabilities.add").click();
        QCOMPARE(changed.count(), 2);
        QVERIFY2(details().contains(u"Store"_s), qPrintable(details()));
        // Removed only after a yes.
        m_dialogs->buttons = {1};
        button("capabilities.remove").click();
        QVERIFY(QFileInfo::exists(m_folder->filePath(u"one/shop.asyncapi.json"_s)));
        m_dialogs->buttons = {0};
        button("capabilities.remove").click();
        QVERIFY(!QFileInfo::exists(m_folder->filePath(u"one/shop.asyncapi.json"_s)));
        QVERIFY(!m_document->workbench().capabilities.knows(u"shop"));
        QVERIFY(!rows().contains(u"  msg/hello | replaced"_s));
    }

    void brokenFiles()
    {
        file(u"one/bad.asyncapi.json"_s, broken);
        openSaved();
        const QModelIndex bad =
            static_cast<DescriptionModel *>(tree().model())->indexOfFile(m_folder->filePath(u"one/bad.asyncapi.json"_s));
        QVERIFY(bad.isValid());
        QCOMPARE(bad.siblingAtColumn(1).data().toString(), u"cannot be read"_s);
        tree().setCurrentIndex(bad);
        QVERIFY2(details().contains(u"Line 3"_s) && details().contains(u"/channels/shop/messages/buy/payload"_s), qPrintable(details()));
        // Corrected outside, read again.
        file(u"one/bad.asyncapi.json"_s, shop);
        button("capabilities.read").click();
        QVERIFY(rows().contains(u"bad.asyncapi.json | beside the scenario"_s));
        // What cannot be read is not added.
        m_dialogs->paths = {file(u"worse.yaml"_s, "asyncapi: 1.0.0\n")};
        button("capabilities.add").click();
        QVERIFY2(note().contains(u"Not added"_s) && note().contains(u"1.0.0"_s), qPrintable(note()));
        QVERIFY(!QFileInfo::exists(m_folder->filePath(u"one/worse.asyncapi.yaml"_s)));
        m_dialogs->paths = {file(u"text.txt"_s, shop)};
        button("capabilities.add").click();
        QVERIFY2(note().contains(u".yaml"_s), qPrintable(note()));
    }

    void namesOfFiles_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("name");
        QTest::newRow("json") << u"/a/shop.json"_s << u"shop.asyncapi.json"_s;
        QTest::newRow("yaml") << u"shop.yaml"_s << u"shop.asyncapi.yaml"_s;
        QTest::newRow("yml") << u"shop.v2.yml"_s << u"shop.v2.asyncapi.yml"_s;
        QTest::newRow("right already") << u"shop.asyncapi.json"_s << u"shop.asyncapi.json"_s;
        QTest::newRow("large letters") << u"Shop.AsyncAPI.JSON"_s << u"Shop.asyncapi.json"_s;
        QTest::newRow("neither") << u"shop.txt"_s << QString();
        QTest::newRow("no name") << u".json"_s << QString();
    }
    void namesOfFiles()
    {
        QFETCH(QString, file);
        QFETCH(QString, name);
        QCOMPARE(designer::descriptionName(file).value_or(QString()), name);
    }

    void aFileThatLiesThereAlready()
    {
        const QString path = file(u"one/shop.asyncapi.json"_s, shop);
        QCOMPARE(*designer::addDescription(m_folder->filePath(u"one"_s), path, false), path);
        QCOMPARE(designer::addDescription(m_folder->filePath(u"one"_s), m_folder->filePath(u"none.json"_s), false).error().code,
                 u"file_not_found"_s);
        QCOMPARE(designer::removeDescription(m_folder->filePath(u"none.json"_s)).error().code, u"not_removed"_s);
    }

    void modelUnderTest()
    {
        DescriptionModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setCapabilities(m_stage->capabilities);
        QVERIFY(model.rowCount() >= 4);
        capability::Capabilities more = m_stage->capabilities;
        file(u"one/bad.asyncapi.json"_s, broken);
        file(u"one/shop.asyncapi.json"_s, shop);
        QCOMPARE(more.addFolder(m_folder->filePath(u"one"_s)).size(), 1);
        model.setCapabilities(more);
        const QModelIndex bad = model.indexOfFile(m_folder->filePath(u"one/bad.asyncapi.json"_s));
        QCOMPARE(model.rowCount(bad), 0);
        QVERIFY(!model.message(bad) && model.source(bad)->problem);
        model.setCapabilities(capability::Capabilities());
        QCOMPARE(model.rowCount(), 0);
    }

    void inAnotherLanguage()
    {
        open();
        const test::Brackets brackets;
        QTRY_COMPARE(button("capabilities.done").text(), u"[Close]"_s);
        QVERIFY(m_dialog->windowTitle().startsWith(u'['));
    }
};

QTEST_MAIN(TestCapabilityDialog)
#include "tst_capabilitydialog.moc"
