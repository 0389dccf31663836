// SPDX-License-Identifier: GPL-3.0-or-later
// The component palette with mouse and keys.
#include "designer/panels/componentlist.h"
#include "designer/panels/componentlistview.h"
#include "designer/panels/componentpalette.h"
#include "designer/panels/emptynote.h"
#include "support/designerstage.h"

#include <QAbstractItemModelTester>
#include <QLineEdit>
#include <QMimeData>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace signalbox;
using namespace signalbox::designer;
using test::child;
using test::column;

class TestComponentPalette : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<test::Stage> m_stage;
    std::unique_ptr<ComponentPalette> m_palette;
    ComponentListView *m_list = nullptr;
    QLineEdit *m_filter = nullptr;

    QString current() const { return m_list->currentIndex().data().toString(); }

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(test::anyWarning);
        m_stage = std::make_unique<test::Stage>();
        m_palette = std::make_unique<ComponentPalette>(m_stage->workbench);
        m_list = &child<ComponentListView>(*m_palette, "palette.list");
        m_filter = &child<QLineEdit>(*m_palette, "palette.filter");
        m_palette->resize(240, 900);
        test::showActive(*m_palette);
        m_palette->focusFilter();
    }
    void cleanup()
    {
        m_palette.reset();
        m_stage.reset();
    }

    void showsAllByGroup()
    {
        const QStringList rows = column(*m_list);
        QCOMPARE(rows.first(10), (QStringList{u"Flow"_s, u"Start"_s, u"Stop"_s, u"Pause"_s, u"Compare"_s, u"Go to label"_s, u"Label"_s,
                                              u"Data"_s, u"Assign"_s, u"Messages"_s}));
        QCOMPARE(rows.size(), m_stage->catalogue.all().size() + 4);
        const qsizetype other = rows.indexOf(u"Other"_s);
        QVERIFY(rows.mid(other).contains(u"sql"_s)); // known by name only
        QVERIFY(rows.first(other).contains(u"Operation with websocket connection"_s));
    }

    void modelIsSound()
    {
        ComponentList model(m_stage->catalogue);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setFilter(u"socket"_s);
        model.setFilter(u"nothing like it"_s);
        model.setFilter({});
        QVERIFY(!(model.flags(model.index(0)) & (Qt::ItemIsSelectable | Qt::ItemIsDragEnabled)));
        QVERIFY(model.flags(model.index(1)) & Qt::ItemIsDragEnabled);
    }

    void filters_data()
    {
        QTest::addColumn<QString>("words");
        QTest::addColumn<QStringList>("rows");
        const QString websock = u"Operation with websocket connection"_s;
        QTest::newRow("part of the title") << u"webSOCK"_s << QStringList{u"Messages"_s, websock};
        QTest::newRow("two words") << u"conn oper"_s << QStringList{u"Messages"_s, websock};
        QTest::newRow("number") << u"144"_s << QStringList{u"Messages"_s, websock};
        QTest::newRow("group") << u"data"_s << QStringList{u"Data"_s, u"Assign"_s};
        QTest::newRow("nothing") << u"teapot"_s << QStringList{};
    }
    void filters()
    {
        QFETCH(const QString, words);
        QFETCH(const QStringList, rows);
        QTest::keyClicks(m_filter, words);
        QCOMPARE(column(*m_list), rows);
        const auto &nothing = child<EmptyNote>(*m_palette, "palette.nothing");
        QCOMPARE(nothing.isVisible(), rows.isEmpty());
        if (rows.isEmpty()) {
            QCOMPARE(nothing.text(), u"No component fits “teapot”."_s);
            QVERIFY(!nothing.hint().isEmpty());
        }
        QTest::keyClick(m_filter, Qt::Key_Escape);
        QVERIFY(m_filter->text().isEmpty());
        QVERIFY(!nothing.isVisible());
        QCOMPARE(m_list->model()->rowCount(), m_stage->catalogue.all().size() + 4);
    }

    void enterInTheFilterChoosesTheFirst()
    {
        const QSignalSpy chosen(m_palette.get(), &ComponentPalette::chosen);
        QTest::keyClick(m_filter, Qt::Key_Return);
        QCOMPARE(chosen.size(), 0); // nothing is looked for: nothing is meant
        QTest::keyClicks(m_filter, u"label"_s);
        QTest::keyClick(m_filter, Qt::Key_Return);
        QCOMPARE(chosen, (QList<QVariantList>{{qint64(150)}}));
        QTest::keyClicks(m_filter, u" nonsense"_s);
        QTest::keyClick(m_filter, Qt::Key_Return);
        QCOMPARE(chosen.size(), 1);
    }

    void keysWalkOverHeadings()
    {
        const QSignalSpy chosen(m_palette.get(), &ComponentPalette::chosen);
        QTest::keyClick(m_filter, Qt::Key_Down);
        QVERIFY(m_list->hasFocus());
        QCOMPARE(current(), u"Start"_s);
        for (int i = 0; i < 6; ++i)
            QTest::keyClick(m_list, Qt::Key_Down);
        QCOMPARE(current(), u"Assign"_s); // past the heading of its group
        QTest::keyClick(m_list, Qt::Key_Up);
        QCOMPARE(current(), u"Label"_s);
        QTest::keyClick(m_list, Qt::Key_Enter);
        QCOMPARE(chosen, (QList<QVariantList>{{qint64(151)}}));
        QTest::keyClick(m_list, Qt::Key_End);
        QCOMPARE(m_list->currentIndex().row(), m_list->model()->rowCount() - 1);
        QTest::keyClick(m_list, Qt::Key_Down);
        QCOMPARE(m_list->currentIndex().row(), m_list->model()->rowCount() - 1);
        QTest::keyClick(m_list, Qt::Key_Home);
        QCOMPARE(current(), u"Start"_s);
        QTest::keyClick(m_list, Qt::Key_Up);
        QVERIFY(m_filter->hasFocus());
    }

    void typingInTheListGoesIntoTheFilter()
    {
        QTest::keyClick(m_filter, Qt::Key_Down);
        QTest::keyClick(m_list, Qt::Key_P);
        QVERIFY(m_filter->hasFocus());
        QTest::keyClick(m_filter, Qt::Key_A);
        QCOMPARE(m_filter->text(), u"pa"_s);
        QCOMPARE(current(), u"Pause"_s);
    }

    void doubleClickChooses()
    {
        const QSignalSpy chosen(m_palette.get(), &ComponentPalette::chosen);
        const auto click = [this](int row) {
            const QPoint place = m_list->visualRect(m_list->model()->index(row, 0)).center();
            QTest::mouseDClick(m_list->viewport(), Qt::LeftButton, {}, place);
        };
        click(0);
        QCOMPARE(chosen.size(), 0); // a heading
        click(2);
        QCOMPARE(chosen, (QList<QVariantList>{{qint64(102)}}));
    }

    void dragsTheNumberWithAPicture()
    {
        const QModelIndex stop = m_list->model()->index(2, 0);
        const std::unique_ptr<QMimeData> data(m_list->model()->mimeData({stop}));
        QCOMPARE(data->data(QLatin1String(componentMimeType)), "102");
        QVERIFY(m_list->model()->mimeData({m_list->model()->index(0, 0)}) == nullptr);

        const QPixmap picture = m_list->cardPicture(144);
        QVERIFY(picture.width() > m_stage->appearance.theme().sizes().cardWidth);
        const QImage image = picture.toImage();
        QCOMPARE(image.pixelColor(0, 0).alpha(), 0);
        QCOMPARE(image.pixelColor(image.width() / 2, image.height() / 2), m_stage->appearance.theme().color(drawing::Role::Panel));
    }

    void longTitlesBreak()
    {
        const int plain = m_list->visualRect(m_list->model()->index(1, 0)).height();
        const auto row = static_cast<int>(column(*m_list).indexOf(u"Operation with websocket connection"_s));
        QVERIFY(m_list->visualRect(m_list->model()->index(row, 0)).height() > plain);
    }

    void speaksAnotherLanguageAtOnce()
    {
        const test::Brackets brackets;
        QCoreApplication::sendPostedEvents();
        QCOMPARE(m_filter->placeholderText(), u"[Filter…]"_s);
        QCOMPARE(column(*m_list).first(2), (QStringList{u"[Flow]"_s, u"[Start]"_s}));
        QCOMPARE(m_filter->accessibleName(), u"[Filter components]"_s);
        QCOMPARE(m_list->accessibleName(), u"[Components]"_s);
    }

    void isPaintedAnewInTheDark()
    {
        const auto ground = [this] {
            return m_list->viewport()->grab().toImage().pixelColor(2, m_list->viewport()->height() - 2);
        };
        QCOMPARE(ground(), m_stage->appearance.theme().color(drawing::Role::Panel));
        m_stage->appearance.setMode(Appearance::Mode::Dark);
        QCOMPARE(ground(), m_stage->appearance.theme().color(drawing::Role::Panel));
        QCOMPARE(m_stage->appearance.theme().kind(), drawing::Theme::Kind::Dark);
    }
};

QTEST_MAIN(TestComponentPalette)
#include "tst_componentpalette.moc"
