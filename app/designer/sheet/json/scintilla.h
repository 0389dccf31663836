// SPDX-License-Identifier: GPL-3.0-or-later
// QScintilla's headers, which are written with Qt's keywords; the project does without those.
#pragma once

#include <QtGlobal>

#define signals Q_SIGNALS
#define slots Q_SLOTS
#include <Qsci/qscicommandset.h>
#include <Qsci/qscilexerjson.h>
#include <Qsci/qsciscintilla.h>
#undef signals
#undef slots
