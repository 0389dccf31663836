// SPDX-License-Identifier: GPL-3.0-or-later
// A Qt program that starts its event loop and ends: what the start of the command line is compared with.
#include <QCoreApplication>
#include <QTimer>

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    QTimer::singleShot(0, &application, &QCoreApplication::quit);
    return application.exec();
}
