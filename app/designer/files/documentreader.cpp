// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/files/documentreader.h"

#include "core/filestore.h"
#include "designer/files/offthread.h"

#include <QCryptographicHash>
#include <QFileInfo>

namespace signalbox::designer {

QByteArray hashOf(QByteArrayView content)
{
    return QCryptographicHash::hash(content, QCryptographicHash::Sha256);
}

ReadDocument readDocument(const QString &path, const capability::Capabilities &builtIn)
{
    ReadDocument document{QFileInfo(path).absoluteFilePath(), {}, {}, builtIn, {}};
    const auto content = core::readFile(document.path, core::JsonLimits().bytes);
    if (!content) {
        document.read = scenario::readScenarioFile(document.path); // says why
        return document;
    }
    document.read = scenario::readScenario(*content);
    if (!document.read.scenario)
        return document;
    document.hash = hashOf(*content);
    document.capabilityDiagnostics = document.capabilities.addFolder(QFileInfo(document.path).absolutePath());
    return document;
}

ReadDocument readDocumentText(QByteArrayView text, const capability::Capabilities &builtIn)
{
    return {{}, scenario::readScenario(text), {}, builtIn, {}};
}

DocumentReader::DocumentReader(QObject *parent) : QObject(parent)
{
    m_thread.setMaxThreadCount(1); // in order
}

DocumentReader::~DocumentReader()
{
    m_end.request_stop();
}

void DocumentReader::start(Read read, const std::stop_token &stop, Taken taken)
{
    workOff(
        m_thread, this,
        [read = std::move(read), stop, end = m_end.get_token()] {
            return stop.stop_requested() || end.stop_requested() ? ReadDocument() : read();
        },
        [stop, taken = std::move(taken)](const ReadDocument &document) {
            if (!stop.stop_requested())
                taken(document);
        });
}

} // namespace signalbox::designer
