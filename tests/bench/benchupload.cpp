// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "measure.h"

#include "net/tusupload.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFileInfo>
#include <QNetworkAccessManager>

using namespace LumaSync;
using namespace Qt::StringLiterals;

/// One file over TUS, from the create request to the last answer.
int benchUpload(const QCommandLineParser &parser)
{
    withToken(parser, [&parser](const AccessToken &token) {
        auto *manager = new QNetworkAccessManager(QCoreApplication::instance());
        TusRequest request;
        request.filePath = parser.value(u"file"_s);
        request.size = QFileInfo(request.filePath).size();
        request.bucket = u"packages"_s;
        request.objectName = token.uid + u'/' + parser.value(u"object"_s);
        request.attributes.contentType = u"application/octet-stream"_s;
        const auto measure = std::make_shared<Measure>();
        auto *upload = new TusUpload(manager, projectFrom(parser), request, token, {}, manager);
        QObject::connect(upload, &TusUpload::urlCreated, upload, &TusUpload::confirmUrl);
        QObject::connect(upload, &TusUpload::finished, manager, [measure](const UploadResult &result) {
            if (result.error)
                giveUp(result.error.message);
            printResult(measure->result());
            QCoreApplication::quit();
        });
        upload->start();
    });
    return QCoreApplication::exec();
}
