// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "cli/buckettrial.h"

#include <QUuid>

using namespace Qt::StringLiterals;

namespace LumaSync::Cli {

namespace {

const QByteArray firstBytes = "lumasync doctor";
const QByteArray otherBytes = "lumasync doctor, again";

// A type that the bucket takes: "image/*" is a pattern, "image/lumasync" fits it.
ObjectAttributes attributesFor(const BucketDescription &bucket)
{
    ObjectAttributes attributes;
    attributes.contentType = bucket.mimeTypes.value(0).replace(u'*', "lumasync"_L1);
    return attributes;
}

} // namespace

BucketTrial::BucketTrial(ObjectStore &store, const BucketDescription &bucket, const QString &uid, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_bucket(bucket)
    , m_name(uid + u"/.lumasync-doctor-"_s + QUuid::createUuid().toString(QUuid::WithoutBraces))
{
}

void BucketTrial::start()
{
    create();
}

void BucketTrial::cancel()
{
    m_isCanceled = true;
}

void BucketTrial::create()
{
    follow(m_store.create(m_bucket.name, m_name, firstBytes, attributesFor(m_bucket)), TrialStep::Create,
           &BucketTrial::replace);
}

void BucketTrial::replace()
{
    follow(m_store.put(m_bucket.name, m_name, otherBytes, attributesFor(m_bucket)), TrialStep::Replace,
           &BucketTrial::readBack);
}

void BucketTrial::readBack()
{
    const auto sink = [this](const QByteArray &bytes) {
        m_read.append(bytes);
        return m_read.size() <= otherBytes.size();
    };
    follow(m_store.download(m_bucket.name, m_name, sink), TrialStep::Read, &BucketTrial::remove);
}

// A step that failed ends the trial with the removal; where even the first one did, an answer may have been lost.
void BucketTrial::follow(ObjectJob *job, TrialStep step, void (BucketTrial::*next)())
{
    connect(job, &ObjectJob::finished, this, [this, step, next](const ObjectResult &result) {
        Error error = result.error;
        if (!error && step == TrialStep::Read && m_read != otherBytes)
            error = {.kind = Error::Kind::Protocol, .code = {}, .message = u"It is not what was sent."_s};
        if (error)
            note(step, error);
        if (error || m_isCanceled)
            remove();
        else
            (this->*next)();
    });
    job->start();
}

void BucketTrial::remove()
{
    ObjectJob *job = m_store.remove(m_bucket.name, m_name);
    connect(job, &ObjectJob::finished, this, [this](const ObjectResult &result) {
        const bool wasMade = m_findings.isEmpty() || !m_findings.first().what.endsWith(stepName(TrialStep::Create));
        // Where nothing was made there is nothing to be found.
        if (result.error && (wasMade || result.error.kind != Error::Kind::Gone))
            note(TrialStep::Remove, result.error);
        if (m_findings.isEmpty())
            note(TrialStep::Remove, {});
        Q_EMIT finished(m_findings);
    });
    job->start();
}

void BucketTrial::note(TrialStep step, const Error &error)
{
    m_findings.append(trialFinding(m_bucket, step, error, m_name));
}

} // namespace LumaSync::Cli
