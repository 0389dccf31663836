// SPDX-License-Identifier: GPL-3.0-or-later
// The panel of messages in the whole window: rows as they come, filter, pause, follow, pins, details and what leaves the list.
#include "cluster/peer.h"
#include "core/jsonreader.h"
#include "designer/messages/messagemodel.h"
#include "designer/messages/messagespanel.h"
#include "designer/messages/messagetext.h"
#include "designer/shell/windowpanels.h"
#include "inspect/timetext.h"
#include "inspect/trafficintake.h"
#include "support/fakecluster/fakecluster.h"
#include "support/journalstage.h"
#include "support/testfiles.h"
#include "support/windowstage.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QDockWidget>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QTabWidget>
#include <QTableView>
#include <QTreeView>

using namespace signalbox;
using namespace signalbox::test;
using namespace signalbox::designer;
using namespace Qt::StringLiterals;
using journal::Direction;
using journal::Message;

namespace {

/// Now, so that a request is still waiting.
qint64 nowUs(const Stage &stage)
{
    return stage.clock.nowMs() * 1000;
}

QList<Message> recording(qint64 startUs)
{
    Message ping = frame(startUs + 40'000, Direction::Sent, {}, {}, QByteArray("\x09\x14\x05\x22", 4));
    ping.kind = journal::Kind::Ping;
    Message http = frame(startUs + 50'000, Direction::Sent, {}, "1", "{\"a\":\"it's\"}", u"http #9"_s);
    http.kind = journal::Kind::HttpRequest;
    http.verb = u"PUT"_s;
    http.url = u"https://ws1/rest/v1/x"_s;
    return {frame(startUs, Direction::Received, u"greet"_s, "41", "[\"greet\",{\"text\":\"Hello\",\"qid\":41}]"),
            frame(startUs + 12'900, Direction::Sent, u"greet_result"_s, "41", "[\"greet_result\",{\"qid\":41,\"result\":\"ok\"}]"),
            frame(startUs + 30'000, Direction::Received, u"order"_s, "42", "[\"order\",{\"id\":\"A-1094\",\"qid\":42}]", u"shop #2"_s),
            ping, http};
}

} // namespace

class TestMessages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QTest::failOnWarning(anyWarning); }

    void theModelKeepsItsRules_data();
    void theModelKeepsItsRules();
    void rowsSayWhatPassed();
    void selectedRowsKeepTheirColours();
    void whatPassesASocketIsShown();
    void theFilterTakesWhatIsTyped();
    void aBrokenFilterSaysWhere();
    void newOnesPassTheFilterToo();
    void pausingHoldsTheRows();
    void followingShowsTheNewest();
    void theDetailsShowTheMessage();
    void theLinkLeadsToTheQuestion();
    void aPinIsShownAndFiltered();
    void textsLeaveByTheClipboard();
    void filesAreWritten();
    void clearingAsks();
    void aMillionRowsAreFetchedWhereTheyAreSeen();
};

class MessagesStage final
{
public:
    MessagesStage()
    {
        window.window->setJournal(*store.journal);
        panel().window()->resize(1500, 900);
        window.window->findChild<QDockWidget *>(u"messages"_s)->raise();
    }
    ~MessagesStage() { window.shut(); }

    void add(const QList<Message> &messages)
    {
        for (const Message &message : messages)
            store.journal->add(message);
        store.written();
        const journal::MessageId last = store.extent().last;
        QTRY_COMPARE(model().extent().last, last);
    }
    MessagesPanel &panel() { return child<MessagesPanel>(*window.window, "messages.panel"); }
    MessageModel &model() { return *panel().model(); }
    QTableView &table() { return child<QTableView>(panel(), "messages.table"); }
    /// Texts of a row, once they are fetched.
    QStringList row(int row)
    {
        QStringList texts;
        [&] {
            QTRY_VERIFY(model().messageAt(row));
        }();
        [&] {
            QTRY_VERIFY(row == 0 || model().messageAt(row - 1));
        }();
        for (int column = 0; column < MessageModel::ColumnCount; ++column)
            texts.append(model().index(row, column).data().toString());
        return texts;
    }
    void type(const QString &text)
    {
        child<QLineEdit>(panel(), "messages.filter").setText(text);
        QTRY_VERIFY(!model().isSearching());
    }
    void select(int row)
    {
        table().setCurrentIndex(model().index(row, 0));
        QTRY_VERIFY(panel().current() && panel().current()->id == model().idAt(row));
        QTRY_COMPARE(child<QPlainTextEdit>(panel(), "messages.hex").toPlainText(), hexText(panel().current()->payload));
    }
    QString state() { return child<QLabel>(panel(), "messages.state").text(); }

    JournalStage store;
    Stage stage;
    WindowStage window{stage};
};

void TestMessages::theModelKeepsItsRules_data()
{
    QTest::addColumn<QString>("bar");
    QTest::newRow("all") << u""_s;
    QTest::newRow("filtered") << u"e"_s;
}

void TestMessages::theModelKeepsItsRules()
{
    QFETCH(const QString, bar);
    JournalStage store({.messages = 2000});
    ManualClock clock;
    MessageModel model(*store.reader, clock);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QObject::connect(store.journal.get(), &journal::Journal::extentChanged, &model, &MessageModel::setExtent);
    model.setFilter(journal::Filter::parse(bar).value());
    for (int round = 0; round < 6; ++round) { // beyond the limit, too: the first rows go
        for (int i = 0; i < 700; ++i)
            store.journal->add(frame(i, Direction::Sent, u"tick"_s, {}, "[\"tick\",{\"text\":\"" + QByteArray(150, 'e') + "\"}]"));
        store.written();
        QTRY_COMPARE(model.extent().last, (round + 1) * 700);
        QTRY_VERIFY(!model.isSearching());
        QTRY_COMPARE(model.rowCount(), static_cast<int>(store.extent().messages));
    }
    QVERIFY(model.rowCount() <= 2000);
    QCOMPARE(model.idAt(model.rowCount() - 1), 4200);
    QCOMPARE(model.rowOf(4200), model.rowCount() - 1);
    QCOMPARE(model.rowOf(1), -1);
    model.setFilter(journal::Filter::parse(u"absent"_s).value());
    QTRY_VERIFY(!model.isSearching());
    QCOMPARE(model.rowCount(), 0);
    store.journal->clear();
    store.written();
    QTRY_COMPARE(model.extent().messages, 0);
    model.setFilter({});
    QCOMPARE(model.rowCount(), 0);
}

void TestMessages::rowsSayWhatPassed()
{
    MessagesStage stage;
    const qint64 start = nowUs(stage.stage);
    stage.add(recording(start));
    QCOMPARE(stage.model().rowCount(), 5);
    const QStringList answer = stage.row(1);
    QCOMPARE(answer[MessageModel::TimeColumn], timeText(start + 12'900));
    QCOMPARE(answer[MessageModel::DeltaColumn], u"+0.013"_s);
    QCOMPARE(answer[MessageModel::DirectionColumn], u"→"_s);
    QCOMPARE(answer[MessageModel::ConnectionColumn], u"crm #1"_s);
    QCOMPARE(answer[MessageModel::MethodColumn], u"greet_result"_s);
    QCOMPARE(answer[MessageModel::QidColumn], u"41"_s);
    QCOMPARE(answer[MessageModel::PayloadColumn], u"[\"greet_result\",{\"qid\":41,\"result\":\"ok\"}]"_s);
    QCOMPARE(answer[MessageModel::SizeColumn], inspect::sizeText(41));
    QCOMPARE(answer[MessageModel::RoundTripColumn], u"12.9 ms"_s);
    QCOMPARE(stage.row(0)[MessageModel::RoundTripColumn], QString());
    QCOMPARE(stage.row(2)[MessageModel::RoundTripColumn], u"waiting"_s);
    QCOMPARE(stage.row(3)[MessageModel::PayloadColumn], u"09 14 05 22"_s);
    QCOMPARE(stage.row(4)[MessageModel::MethodColumn], u"PUT"_s);
    QVERIFY(stage.row(4)[MessageModel::PayloadColumn].startsWith(u"https://ws1/rest/v1/x"_s));
    QVERIFY(stage.model().index(1, 0).data(Qt::AccessibleTextRole).toString().contains(u"round trip 12.9 ms"_s));

    // The answer that comes later ends the waiting.
    stage.add({frame(start + 90'000, Direction::Sent, u"order_result"_s, "42", "[\"order_result\",{\"qid\":42}]", u"shop #2"_s)});
    QTRY_COMPARE(stage.model().index(2, MessageModel::RoundTripColumn).data().toString(), QString());
}

void TestMessages::selectedRowsKeepTheirColours()
{
    MessagesStage stage;
    stage.add(recording(nowUs(stage.stage)));
    QCOMPARE(stage.row(2)[MessageModel::RoundTripColumn], u"waiting"_s);
    const drawing::Theme &theme = stage.stage.appearance.theme();
    /// How near a cell's pixels come to a colour.
    const auto distance = [&](int row, drawing::Role role) {
        QTableView &table = stage.table();
        const QModelIndex index = stage.model().index(row, MessageModel::RoundTripColumn);
        table.scrollTo(index);
        const QImage image = table.viewport()->grab(table.visualRect(index)).toImage();
        const QColor wanted = theme.color(role);
        int nearest = 3 * 255;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x) {
                const QColor color = image.pixelColor(x, y);
                nearest = std::min(nearest, std::abs(color.red() - wanted.red()) + std::abs(color.green() - wanted.green()) +
                                                std::abs(color.blue() - wanted.blue()));
            }
        }
        return nearest;
    };
    stage.select(2);
    QVERIFY(stage.table().selectionModel()->isRowSelected(2));
    QVERIFY2(distance(2, drawing::Role::Timeout) < 60, qPrintable(QString::number(distance(2, drawing::Role::Timeout))));
    QCOMPARE(distance(2, drawing::Role::AccentSoft), 0);
    QVERIFY(distance(1, drawing::Role::AccentSoft) > 0); // not selected
}

void TestMessages::whatPassesASocketIsShown()
{
    MessagesStage stage;
    core::SystemClock clock;
    core::QtScheduler scheduler;
    core::SeededRandom random(7);
    inspect::TrafficIntake intake(clock, [&](Message message) { stage.store.journal->add(std::move(message)); });
    FakeCluster fake;
    fake.onText = [](FakeSocket &socket, const QByteArray &text) {
        const core::Json frame = core::readJson(text).value();
        const QByteArray qid = frame.at(1)[u"qid"].toCompact();
        if (frame.at(0).toString() == "setup"_L1)
            socket.sendText("[\"setup_result\",{\"qid\":" + qid + ",\"capabilities\":[{\"key\":\"msg\",\"result\":\"ok\"}]}]");
        else if (frame.at(0).toString() == "connection_info"_L1)
            socket.sendText("[\"connection_info_result\",{\"qid\":" + qid +
                            ",\"result\":\"ok\",\"connectionid\":\"c-1\",\"token\":\"0123456789abcdef\"}]");
    };
    cluster::Profile profile;
    profile.name = u"test"_s;
    profile.address = fake.url();
    cluster::Peer peer(profile, {{}, u"0123456789abcdef"_s}, cluster::PeerKind::Token, {u"msg"_s}, {}, {clock, scheduler, random, &intake});
    peer.setName(u"crm"_s);
    const auto opened = answerOf(peer.open());
    QVERIFY2(opened, opened ? "" : qPrintable(opened.error().message));
    fake.sockets.last()->sendText("[\"greet\",{\"qid\":[7],\"said\":\"0123456789abcdef\"}]");
    QTRY_COMPARE(stage.model().rowCount(), 6);
    QVERIFY(stage.row(0)[MessageModel::PayloadColumn].contains(fake.url().authority()));
    const QStringList methods{u"setup"_s, u"setup_result"_s, u"connection_info"_s, u"connection_info_result"_s, u"greet"_s};
    for (int i = 0; i < methods.size(); ++i)
        QCOMPARE(stage.row(i + 1)[MessageModel::MethodColumn], methods[i]);
    QVERIFY(!stage.row(2)[MessageModel::RoundTripColumn].isEmpty());
    QCOMPARE(stage.row(5)[MessageModel::ConnectionColumn], peer.key());
    QCOMPARE(stage.row(5)[MessageModel::PayloadColumn], u"[\"greet\",{\"qid\":[7],\"said\":\"***\"}]"_s);
    for (int row = 0; row < stage.model().rowCount(); ++row)
        QVERIFY2(!stage.row(row).join(u' ').contains(u"0123456789abcdef"_s), qPrintable(stage.row(row).join(u' ')));
}

void TestMessages::theFilterTakesWhatIsTyped()
{
    MessagesStage stage;
    stage.add(recording(nowUs(stage.stage)));
    stage.type(u"hello"_s);
    QCOMPARE(stage.model().rowCount(), 1);
    QVERIFY2(stage.state().contains(u"1 of 5"_s), qPrintable(stage.state()));
    stage.type(u"/A-\\d+/"_s);
    QCOMPARE(stage.model().idAt(0), 3);
    stage.type(u"$.result = ok"_s);
    QCOMPARE(stage.model().idAt(0), 2);
    stage.type({});
    QCOMPARE(stage.model().rowCount(), 5);
    stage.panel().setConnections({u"shop #2"_s}, u"shop"_s);
    QTRY_COMPARE(stage.model().rowCount(), 1);
    QVERIFY(stage.state().startsWith(u"shop"_s));
    stage.panel().setConnections({}, {});
    QTRY_COMPARE(stage.model().rowCount(), 5);
    stage.window.trigger("messages.controls");
    QTRY_COMPARE(stage.model().rowCount(), 4);
    stage.type(u"nowhere to be found"_s);
    QVERIFY(child<QWidget>(stage.panel(), "messages.nothing").isVisible());
}

void TestMessages::aBrokenFilterSaysWhere()
{
    MessagesStage stage;
    stage.add(recording(nowUs(stage.stage)));
    stage.type(u"hello"_s);
    stage.type(u"/(/"_s);
    QCOMPARE(stage.model().rowCount(), 1); // as before
    QVERIFY2(stage.state().contains(u"character 2"_s), qPrintable(stage.state()));
    stage.type(u"/(a)/"_s);
    QVERIFY(!stage.state().contains(u"character"_s));
}

void TestMessages::newOnesPassTheFilterToo()
{
    MessagesStage stage;
    stage.add(recording(nowUs(stage.stage)));
    stage.type(u"order"_s);
    QCOMPARE(stage.model().rowCount(), 1);
    for (int i = 0; i < 3; ++i)
        stage.add(recording(nowUs(stage.stage)));
    QTRY_COMPARE(stage.model().rowCount(), 4);
    QCOMPARE(stage.model().idAt(3), 18);
}

void TestMessages::pausingHoldsTheRows()
{
    MessagesStage stage;
    stage.add(recording(nowUs(stage.stage)));
    child<QPushButton>(stage.panel(), "messages.pause").click();
    stage.add(recording(nowUs(stage.stage)));
    QCOMPARE(stage.model().rowCount(), 5);
    QVERIFY2(stage.state().contains(u"5 new"_s), qPrintable(stage.state()));
    QVERIFY(stage.window.window->actions().find(u"messages.pause"_s)->isChecked());
    child<QPushButton>(stage.panel(), "messages.pause").click();
    QCOMPARE(stage.model().rowCount(), 10);
}

void TestMessages::followingShowsTheNewest()
{
    MessagesStage stage;
    for (int i = 0; i < 30; ++i)
        stage.add(recording(nowUs(stage.stage)));
    QScrollBar &bar = *stage.table().verticalScrollBar();
    QTRY_VERIFY(bar.maximum() > 0);
    QTRY_COMPARE(bar.value(), bar.maximum());
    stage.window.trigger("messages.follow");
    const int value = bar.value();
    stage.add(recording(nowUs(stage.stage)));
    QTRY_VERIFY(bar.maximum() > value);
    QCOMPARE(bar.value(), value);
    stage.window.trigger("messages.follow");
    QTRY_COMPARE(bar.value(), bar.maximum());
}

void TestMessages::theDetailsShowTheMessage()
{
    MessagesStage stage;
    stage.add(recording(nowUs(stage.stage)));
    stage.select(1);
    QTreeView &tree = child<QTreeView>(stage.panel(), "messages.tree");
    QTRY_COMPARE(tree.model()->rowCount(), 1);
    QVERIFY(child<QPlainTextEdit>(stage.panel(), "messages.text").toPlainText().contains(u"\"result\": \"ok\""_s));
    QVERIFY(child<QPlainTextEdit>(stage.panel(), "messages.hex").toPlainText().startsWith(u"00000000  5b 22 67"_s));
    stage.window.trigger("messages.difference");
    QCOMPARE(stage.row(2)[MessageModel::SelectedDeltaColumn], u"+0.017"_s);
    stage.select(3); // a ping has no tree
    QTabWidget &tabs = child<QTabWidget>(stage.panel(), "messages.details");
    QTRY_VERIFY(!tabs.isTabEnabled(0));
    QVERIFY(tabs.currentIndex() != 0);
}

void TestMessages::theLinkLeadsToTheQuestion()
{
    MessagesStage stage;
    stage.add(recording(nowUs(stage.stage)));
    stage.select(1);
    QLabel &link = child<QLabel>(stage.panel(), "messages.link");
    QTRY_VERIFY(link.isVisible());
    QVERIFY2(link.text().startsWith(u"answers "_s) && link.text().contains(u">greet<"_s) && link.text().contains(u"12.9 ms earlier"_s),
             qPrintable(link.text()));
    stage.window.trigger("messages.answer");
    QTRY_COMPARE(stage.table().currentIndex().row(), 0);
    QTRY_VERIFY(link.text().startsWith(u"answered by "_s));
}

void TestMessages::aPinIsShownAndFiltered()
{
    MessagesStage stage;
    stage.add(recording(nowUs(stage.stage)));
    stage.select(2);
    stage.window.trigger("messages.pin");
    QTRY_VERIFY(stage.model().index(2, 0).data(MessageModel::PinnedRole).toBool());
    stage.window.trigger("messages.pinnedOnly");
    QTRY_COMPARE(stage.model().rowCount(), 1);
    QCOMPARE(stage.model().idAt(0), 3);
    stage.window.trigger("messages.pinnedOnly");
    QTRY_COMPARE(stage.model().rowCount(), 5);
    stage.select(2);
    stage.window.trigger("messages.pin");
    QTRY_VERIFY(!stage.panel().current()->pinned);
}

void TestMessages::textsLeaveByTheClipboard()
{
    MessagesStage stage;
    stage.add(recording(nowUs(stage.stage)));
    const auto clipboard = [] {
        return QGuiApplication::clipboard()->text();
    };
    stage.select(0);
    stage.window.trigger("messages.copyJson");
    QCOMPARE(core::readJson(clipboard().toUtf8()).value()[u"method"].toString(), u"greet"_s);
    stage.window.trigger("messages.copyCommand");
    QCOMPARE(
        clipboard(),
        u"signalbox-cli operate sendtokenmsg --conn 'crm #1 id' --capability msg --event 'greet' --content '{\"text\":\"Hello\"}' --sync"_s);
    QVERIFY(!stage.window.window->actions().find(u"messages.copyCurl"_s)->isEnabled());
    stage.type(u"nowhere to be found"_s); // what is not there any more cannot be copied
    QVERIFY(!stage.window.window->actions().find(u"messages.copyJson"_s)->isEnabled());
    stage.type({});
    stage.select(4);
    stage.window.trigger("messages.copyCurl");
    QCOMPARE(clipboard(),
             u"curl -X PUT 'https://ws1/rest/v1/x' -H 'Content-Type: application/json' --data-binary '{\"a\":\"it'\\''s\"}'"_s);
}

void TestMessages::filesAreWritten()
{
    MessagesStage stage;
    stage.add(recording(nowUs(stage.stage)));
    stage.type(u"greet"_s);
    const QString lines = stage.window.path(u"out.jsonl"_s);
    stage.window.dialogs.paths = {lines};
    stage.window.trigger("messages.exportFile");
    QTRY_VERIFY2(stage.state().contains(u"2 message(s) written"_s) || stage.state().contains(u"2 messages written"_s),
                 qPrintable(stage.state()));
    QCOMPARE(bytesOf(lines).count('\n'), 2);
    const QString rules = stage.window.path(u"rules.json"_s);
    stage.window.dialogs.paths = {rules};
    stage.window.trigger("messages.peerRules");
    QTRY_VERIFY(QFile::exists(rules));
    QCOMPARE(core::readJson(bytesOf(rules)).value()[u"rules"].size(), 1);
}

void TestMessages::clearingAsks()
{
    MessagesStage stage;
    stage.add(recording(nowUs(stage.stage)));
    stage.window.dialogs.buttons = {1};
    stage.window.trigger("messages.clear");
    QCOMPARE(stage.model().rowCount(), 5);
    stage.window.dialogs.buttons = {0};
    stage.window.trigger("messages.clear");
    QTRY_COMPARE(stage.model().rowCount(), 0);
}

void TestMessages::aMillionRowsAreFetchedWhereTheyAreSeen()
{
    // As many as the journal says there are; only what is looked at is asked for.
    JournalStage store;
    ManualClock clock;
    MessageModel model(*store.reader, clock);
    for (int i = 0; i < 1000; ++i)
        store.journal->add(frame(i, Direction::Sent, u"tick"_s, {}, "[]"));
    store.written();
    model.setExtent({.first = 1, .last = 1'000'000, .messages = 1'000'000, .bytes = 0});
    QCOMPARE(model.rowCount(), 1'000'000);
    QVERIFY(!model.index(500, 0).data().isValid());
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    QTRY_VERIFY(model.messageAt(500));
    QCOMPARE(model.messageAt(500)->id, 501);
    QCOMPARE(changed.size(), 1);
    const QModelIndex last = changed.first().at(1).toModelIndex();
    QVERIFY2(last.row() < 700, qPrintable(QString::number(last.row())));
    QTRY_COMPARE(model.index(900'000, MessageModel::PayloadColumn).data().toString(), u"not kept any more"_s);
}

QTEST_MAIN(TestMessages)
#include "tst_messages.moc"
