// SPDX-License-Identifier: GPL-3.0-or-later
// Help: every component's page has everything that its description says, and F1 leads to a property's text.
#include "designer/shell/helppanel.h"
#include "support/designerstage.h"

#include <QScrollBar>

using namespace Qt::StringLiterals;
using namespace signalbox;
using namespace signalbox::designer;

class TestHelpPanel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(test::anyWarning); }

    void pagesTellEverything_data()
    {
        QTest::addColumn<qint64>("index");
        const catalogue::Catalogue catalogue = catalogue::Catalogue::builtIn();
        for (const catalogue::ComponentType *type : catalogue.all())
            QTest::newRow(qPrintable(type->name)) << type->index;
    }
    void pagesTellEverything()
    {
        QFETCH(const qint64, index);
        const catalogue::Catalogue catalogue = catalogue::Catalogue::builtIn();
        const catalogue::ComponentType &type = *catalogue.find(index);
        const QString page = HelpPanel::pageOf(type);
        const auto has = [&page](const QString &text) {
            return page.contains(text.toHtmlEscaped());
        };
        QVERIFY(has(type.title) && has(type.help) && has(QString::number(index)));
        for (const catalogue::Property &property : type.properties) {
            QVERIFY2(has(property.title) && has(property.code) && has(property.help) && has(property.defaultTitle),
                     qPrintable(property.code));
            for (const catalogue::Option &option : property.options)
                QVERIFY2(has(option.title) && has(option.code) && has(option.help), qPrintable(option.code));
        }
    }

    void goesToTheProperty()
    {
        const test::Stage stage;
        HelpPanel panel(stage.workbench);
        panel.resize(360, 400);
        panel.setVisible(true);
        QVERIFY(panel.toPlainText().contains(u"guide"));
        const catalogue::ComponentType *const websock = stage.catalogue.find(144);
        panel.show(websock, u"timeoutSec"_s);
        QVERIFY(panel.toPlainText().startsWith(websock->title));
        const int place = panel.verticalScrollBar()->value();
        QVERIFY(place > 0);
        panel.show(websock, u"conn"_s);
        QVERIFY(panel.verticalScrollBar()->value() < place);
        panel.show(nullptr);
        QVERIFY(panel.toPlainText().contains(u"guide"));
    }
};

QTEST_MAIN(TestHelpPanel)
#include "tst_helppanel.moc"
