// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "core/credentialstore.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <qt6keychain/keychain.h>

using namespace Qt::StringLiterals;

namespace LumaSync {

namespace {

Error keychainError(const QKeychain::Job &job)
{
    return {.kind = Error::Kind::Configuration,
            .code = u"keychain%1"_s.arg(static_cast<int>(job.error())),
            .message = u"The system's keychain cannot be used, so the sign-in is kept only until the program ends: "_s +
                       job.errorString()};
}

} // namespace

CredentialStore::CredentialStore(QString service, const QUrl &origin, QObject *parent)
    : QObject(parent)
    , m_service(std::move(service))
    , m_key(origin.toString(QUrl::RemovePath | QUrl::RemoveQuery | QUrl::RemoveUserInfo))
{
}

QByteArray CredentialStore::toJson(const StoredSession &session)
{
    return QJsonDocument(QJsonObject{{u"uid"_s, session.uid},
                                     {u"email"_s, session.email},
                                     {u"refresh_token"_s, QString::fromLatin1(session.refreshToken)}})
        .toJson(QJsonDocument::Compact);
}

StoredSession CredentialStore::fromJson(const QByteArray &json)
{
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    return {object.value("uid"_L1).toString(), object.value("email"_L1).toString(),
            object.value("refresh_token"_L1).toString().toLatin1()};
}

void CredentialStore::load()
{
    if (m_service.isEmpty()) {
        QMetaObject::invokeMethod(this, [this] { Q_EMIT loaded({}); }, Qt::QueuedConnection);
        return;
    }
    auto *job = new QKeychain::ReadPasswordJob(m_service, this);
    job->setKey(m_key);
    job->setInsecureFallback(false);
    connect(job, &QKeychain::Job::finished, this, [this, job] {
        if (job->error() != QKeychain::NoError && job->error() != QKeychain::EntryNotFound)
            Q_EMIT unavailable(keychainError(*job));
        Q_EMIT loaded(fromJson(job->binaryData()));
    });
    job->start();
}

void CredentialStore::save(const StoredSession &session)
{
    if (m_service.isEmpty())
        return;
    m_queue.append(session);
    writeNext();
}

void CredentialStore::writeNext()
{
    if (m_writing || m_queue.isEmpty())
        return;
    m_writing = true;
    const StoredSession session = m_queue.takeFirst();
    QKeychain::Job *job = nullptr;
    if (session.refreshToken.isEmpty()) {
        job = new QKeychain::DeletePasswordJob(m_service, this);
    } else {
        auto *write = new QKeychain::WritePasswordJob(m_service, this);
        write->setBinaryData(toJson(session));
        job = write;
    }
    job->setKey(m_key);
    job->setInsecureFallback(false);
    connect(job, &QKeychain::Job::finished, this, [this, job] {
        m_writing = false;
        if (job->error() != QKeychain::NoError && job->error() != QKeychain::EntryNotFound)
            Q_EMIT unavailable(keychainError(*job));
        writeNext();
    });
    job->start();
}

} // namespace LumaSync
