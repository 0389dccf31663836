// SPDX-License-Identifier: GPL-3.0-or-later
// A window of nothing but Qt: what a program's start is compared with.
#include <QApplication>
#include <QWidget>

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    QWidget window;
    window.resize(1600, 1000);
    window.show();
    return QApplication::exec();
}
