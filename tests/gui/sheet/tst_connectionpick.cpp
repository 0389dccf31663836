// SPDX-License-Identifier: GPL-3.0-or-later
// "The connection of … with capability …": chosen in the sheet as one undo step, kept for runs, and truly used by signalbox-cli against the
// simulated cluster.
#include "stage.h"

#include "core/filestore.h"
#include "core/jsonreader.h"
#include "designer/sheet/connection/connectionbinding.h"
#include "scenario/inputs.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QLineEdit>
#include <QProcess>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace signalbox;
using core::Json;
using designer::ConnectionChoice;
using test::SheetStage;

namespace {

const QByteArray websock = "{\"oId\":2,\"oType\":144,\"operation\":0,\"capabilityName\":{\"argType\":1,\"varType\":2,\"value\":\"msg\"},"
                           "\"eventName\":{\"argType\":1,\"varType\":2,\"value\":\"hello\"},\"content\":{\"argType\":1,\"varType\":2,"
                           "\"value\":\"{\\\"text\\\":\\\"Hi\\\"}\"},\"syncMode\":1,\"resultVariable\":\"reply\",\"transfer\":3,"
                           "\"errorVariable\":\"error\",\"transferError\":3,\"transferTimeout\":3,\"name\":\"Say hello\"}";
const QByteArray stop = "{\"oId\":3,\"oType\":102,\"name\":\"End\"}";

QByteArray start(const QByteArray &more = {})
{
    return "{\"oId\":1,\"oType\":101,\"type\":0,\"defineVars\":1" + more + ",\"transfer\":2,\"name\":\"Start\"}";
}

} // namespace

class TestConnectionPick : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<SheetStage> m_stage;

    void stageOf(const QByteArrayList &objects, const QList<qint64> &selected = {2})
    {
        m_stage.reset();
        m_stage = std::make_unique<SheetStage>(objects);
        m_stage->select(selected);
        m_stage->settle();
    }
    QAbstractButton *button(const QString &name) const { return m_stage->find<QAbstractButton>(name); }
    QString said() const
    {
        const QLabel *label = m_stage->find<QLabel>(u"property.conn.picked"_s);
        return label->isVisible() ? label->text() : QString();
    }
    QByteArray inputs() const { return m_stage->session.scenario().extension()[u"inputs"].toCompact(); }
    void type(const QString &name, const QString &text)
    {
        auto *line = m_stage->find<QLineEdit>(name);
        line->setFocus();
        line->selectAll();
        QTest::keyClicks(line, text);
    }

private Q_SLOTS:
    void init() { QTest::failOnWarning(test::anyWarning); }
    void cleanup() { m_stage.reset(); }

    void chosenByKeyboard()
    {
        stageOf({start(), websock, stop});
        QCOMPARE(said(), QString());
        button(u"property.conn.pick"_s)->setFocus();
        QTest::keyClick(button(u"property.conn.pick"_s), Qt::Key_Return);
        QVERIFY(m_stage->find<QLineEdit>(u"property.conn.owner"_s)->hasFocus());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return); // nothing typed
        QVERIFY(m_stage->find<QLabel>(u"property.conn.problem"_s)->isVisible());
        type(u"property.conn.owner"_s, u"crm"_s);
        type(u"property.conn.capability"_s, u"msg"_s);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QCOMPARE(m_stage->value(2, u"conn"_s), "{\"argType\":2,\"varType\":2,\"value\":\"connection\"}");
        QCOMPARE(inputs(), "{\"variables\":{\"connection\":{\"connection\":\"point=crm,capability=msg\"}}}");
        QCOMPARE(said(), u"When a run starts: the connection of integration point crm with capability msg"_s);
        QVERIFY(scenario::readInputs(m_stage->session.scenario()).diagnostics.isEmpty());
        QCOMPARE(m_stage->session.undoStack().count(), 1);
        m_stage->session.undoStack().undo();
        m_stage->settle();
        QCOMPARE(m_stage->value(2, u"conn"_s), QByteArray());
        QVERIFY(!m_stage->session.scenario().root().contains(u"x-signalbox"));
        QCOMPARE(said(), QString());
        m_stage->session.undoStack().redo();
        m_stage->settle();
        QVERIFY(!said().isEmpty());
        // What goes to the platform knows nothing of it, and names a variable that is declared.
        const scenario::Scenario sent = m_stage->session.scenario().stripped();
        QVERIFY(sent.extension().isNull());
        QVERIFY(sent.toText().contains("\"name\": \"connection\""));
    }

    void changedAndRemoved()
    {
        stageOf({start(), websock, stop});
        QVERIFY(designer::bindConnection(m_stage->session, {2}, {false, u"crm"_s, u"msg"_s}).has_value());
        m_stage->settle();
        button(u"property.conn.pick"_s)->click();
        QCOMPARE(m_stage->find<QLineEdit>(u"property.conn.owner"_s)->text(), u"crm"_s);
        m_stage->find<QComboBox>(u"property.conn.kind.of"_s)->setCurrentIndex(1);
        type(u"property.conn.owner"_s, u"anna"_s);
        type(u"property.conn.capability"_s, u" "_s);
        button(u"property.conn.apply"_s)->click();
        QCOMPARE(inputs(), "{\"variables\":{\"connection\":{\"connection\":\"user=anna\"}}}"); // the same variable
        QCOMPARE(said(), u"When a run starts: the connection of user anna"_s);
        button(u"property.conn.pick"_s)->click();
        type(u"property.conn.owner"_s, u"a,b"_s);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QVERIFY(m_stage->find<QLabel>(u"property.conn.problem"_s)->isVisible());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QCOMPARE(said(), u"When a run starts: the connection of user anna"_s);
        button(u"property.conn.unpick"_s)->click();
        QCOMPARE(said(), QString());
        QVERIFY(!m_stage->session.scenario().root().contains(u"x-signalbox"));
        QCOMPARE(m_stage->value(2, u"conn"_s), "{\"argType\":2,\"varType\":2,\"value\":\"connection\"}");
        QCOMPARE(m_stage->session.undoStack().count(), 3);
    }

    void severalCardsShareAVariable()
    {
        const QByteArray second = QByteArray(websock).replace("\"oId\":2", "\"oId\":4");
        stageOf({start(), websock, stop, second});
        const ConnectionChoice crm{false, u"crm"_s, u"msg"_s};
        QVERIFY(designer::bindConnection(m_stage->session, {2}, crm).has_value());
        QVERIFY(designer::bindConnection(m_stage->session, {4}, crm).has_value());
        QCOMPARE(m_stage->value(4, u"conn"_s), m_stage->value(2, u"conn"_s));
        QCOMPARE(m_stage->session.scenario().variables().size(), 6); // one new one
        stageOf({start(), websock, stop, second}, {2, 4});
        QVERIFY(designer::bindConnection(m_stage->session, {2, 4}, crm).has_value());
        QCOMPARE(m_stage->session.undoStack().count(), 1);
        QCOMPARE(m_stage->value(4, u"conn"_s), "{\"argType\":2,\"varType\":2,\"value\":\"connection\"}");
    }

    void whereStartParameterOneGoes()
    {
        const QByteArray names =
            QByteArray(websock).replace("\"operation\":0", "\"operation\":0,\"conn\":{\"argType\":2,\"varType\":2,\"value\":\"conn\"}");
        stageOf({start(",\"startParam\":\"conn\""), names, stop});
        QVERIFY(designer::bindConnection(m_stage->session, {2}, {false, u"crm"_s, u"msg"_s}).has_value());
        QCOMPARE(inputs(), "{\"startparams\":{\"1\":{\"connection\":\"point=crm,capability=msg\"}}}");
        m_stage->settle();
        QVERIFY(said().contains(u"crm"_s));
        QVERIFY(m_stage->session.renameVariable(u"conn"_s, u"other"_s).has_value());
        m_stage->settle();
        QVERIFY(said().contains(u"crm"_s)); // it goes along
    }

    void otherInputsStay()
    {
        stageOf({start(), websock, stop});
        m_stage->session.setExtension(u"inputs"_s, *core::readJson("{\"variables\":{\"attempt\":3},\"startparams\":{\"2\":\"x\"}}"));
        QVERIFY(designer::bindConnection(m_stage->session, {2}, {true, u"anna"_s, {}}).has_value());
        QCOMPARE(inputs(), "{\"variables\":{\"attempt\":3,\"connection\":{\"connection\":\"user=anna\"}},\"startparams\":{\"2\":\"x\"}}");
        designer::unbindConnection(m_stage->session, m_stage->session.object(2)[u"conn"]);
        QCOMPARE(inputs(), "{\"variables\":{\"attempt\":3},\"startparams\":{\"2\":\"x\"}}");
        // A plain id in the inputs is no choice to show.
        m_stage->session.setExtension(u"inputs"_s, *core::readJson("{\"variables\":{\"connection\":{\"connection\":\"0b5a2f6e\"}}}"));
        QVERIFY(!designer::boundConnection(m_stage->session, m_stage->session.object(2)[u"conn"]));
    }

    void theCommandLineUsesIt()
    {
        QTemporaryDir folder;
        stageOf({start(), websock, stop});
        QVERIFY(designer::bindConnection(m_stage->session, {2}, {false, u"crm"_s, u"msg"_s}).has_value());
        const QString path = folder.filePath(u"scenario.scr"_s);
        QVERIFY(core::writeFile(path, m_stage->session.scenario().toText()).has_value());
        QProcess program;
        const auto run = [&](const QStringList &arguments) {
            program.start(QStringLiteral(SIGNALBOX_BIN_DIR "/signalbox-cli"), arguments);
            return program.waitForFinished(60000) ? program.exitCode() : -1;
        };
        QVERIFY2(run({u"validate"_s, path}) == 0, program.readAllStandardError().constData());
        const int code = run({u"--format"_s, u"json"_s, u"run"_s, path});
        const QByteArray faults = program.readAllStandardError();
        QVERIFY2(code == 0, faults.constData());
        const auto report = core::readJson(program.readAllStandardOutput());
        QVERIFY(report.has_value());
        QCOMPARE((*report)[u"steps"].at(1)[u"outcome"].toString(), u"success"_s);
        QVERIFY(!(*report)[u"variables"][u"connection"].toString().isEmpty()); // an id, not the selector
        QVERIFY(!(*report)[u"variables"][u"connection"].toString().contains(u'='));
        QVERIFY(!(*report)[u"variables"][u"reply"].toString().isEmpty());
        // One that is not there is told before anything runs.
        QVERIFY(designer::bindConnection(m_stage->session, {2}, {true, u"nobody"_s, u"msg"_s}).has_value());
        QVERIFY(core::writeFile(path, m_stage->session.scenario().toText()).has_value());
        QVERIFY(run({u"run"_s, path}) != 0);
        QVERIFY(program.readAllStandardError().contains("No connection matches"));
    }
};

QTEST_MAIN(TestConnectionPick)
#include "tst_connectionpick.moc"
