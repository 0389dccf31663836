// SPDX-License-Identifier: GPL-3.0-or-later
// Loaded into a Qt program by LD_PRELOAD, so that the program itself is measured as it is: says when the first window has been painted, one
// second later how much memory is resident, then ends the program.
#include <QCoreApplication>
#include <QEvent>
#include <QFile>
#include <QTimer>
#include <QWindow>

#include <cstdio>

namespace {

/// The line "VmRSS:    12345 kB" of the kernel.
qint64 residentKb()
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return -1;
    for (const QByteArray &line : status.readAll().split('\n')) {
        if (line.startsWith("VmRSS:"))
            return line.mid(6).simplified().split(' ').value(0).toLongLong();
    }
    return -1;
}

class Probe final : public QObject
{
public:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        // A window of widgets is painted within the delivery of this event.
        if (!m_isPainted && event->type() == QEvent::UpdateRequest && watched->isWidgetType()) {
            m_isPainted = true;
            QTimer::singleShot(0, this, [this] {
                std::puts("painted");
                std::fflush(stdout);
                QTimer::singleShot(1000, this, [] {
                    std::printf("%lld\n", static_cast<long long>(residentKb()));
                    std::fflush(stdout);
                    QCoreApplication::quit();
                });
            });
        }
        return QObject::eventFilter(watched, event);
    }

private:
    bool m_isPainted = false;
};

void watch()
{
    auto *application = QCoreApplication::instance();
    auto *probe = new Probe;
    probe->setParent(application);
    application->installEventFilter(probe);
}

} // namespace

Q_COREAPP_STARTUP_FUNCTION(watch)
