// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
//
// tst_tsansees HAND-OVER raced|ordered: hands an int from one thread to another. "raced" touches it on the wrong side
// of the hand-over too, which ThreadSanitizer must report, and "ordered" does not. In the tsan preset only.
#include <QCoreApplication>
#include <QFuture>
#include <QMap>
#include <QPromise>
#include <QSemaphore>
#include <QThread>
#include <QThreadPool>

#include <atomic>
#include <cstdio>
#include <functional>
#include <memory>

namespace {

int shared = 0;
std::atomic<bool> isRead = false; ///< relaxed: orders nothing

void awaitReading()
{
    while (!isRead.load(std::memory_order_relaxed))
        QThread::yieldCurrentThread();
}

void write()
{
    ++shared;
}
void read()
{
    std::printf("%d\n", shared);
    isRead.store(true, std::memory_order_relaxed);
}

} // namespace

/// An argument whose copies are made by our own code.
struct Note
{
    QString text;
    int number = 0;
    const int *later = nullptr;
};

class Sender : public QObject
{
    Q_OBJECT
Q_SIGNALS:
    void sent();
    void noted(const Note &note);
};

class Receiver : public QObject
{
    Q_OBJECT
public:
    explicit Receiver(std::function<void()> atEnd = {})
        : m_atEnd(std::move(atEnd))
    {
    }
    ~Receiver() override
    {
        if (m_atEnd)
            m_atEnd();
    }
    Q_DISABLE_COPY_MOVE(Receiver)

protected:
    void customEvent(QEvent *) override { read(); }

private:
    std::function<void()> m_atEnd;
};

namespace {

/// A receiver in a thread with an event loop.
class Elsewhere
{
public:
    explicit Elsewhere(std::function<void()> atEnd = {})
        : receiver(new Receiver(std::move(atEnd)))
    {
        receiver->moveToThread(&m_thread);
        QObject::connect(&m_thread, &QThread::finished, receiver, &QObject::deleteLater);
        m_thread.start();
    }
    ~Elsewhere() { end(); }
    Q_DISABLE_COPY_MOVE(Elsewhere)
    void quit() { m_thread.quit(); }
    void end()
    {
        quit();
        m_thread.wait();
    }

    Receiver *receiver;

private:
    QThread m_thread;
};

void threads(bool isRaced)
{
    const std::unique_ptr<QThread> one(QThread::create(write));
    const std::unique_ptr<QThread> other(QThread::create(write));
    one->start();
    if (!isRaced)
        one->wait();
    other->start();
    other->wait();
    one->wait();
}

/// Writes before the hand-over to a thread that reads, and, raced, after it.
void handOver(bool isRaced, const std::function<void()> &give)
{
    write();
    give();
    if (isRaced)
        write();
    awaitReading();
}

void call(bool isRaced)
{
    const Elsewhere there;
    handOver(isRaced, [&] { QMetaObject::invokeMethod(there.receiver, read); });
}

void blockingCall(bool isRaced)
{
    const Elsewhere there;
    QMetaObject::invokeMethod(there.receiver, write, Qt::BlockingQueuedConnection);
    if (isRaced)
        QMetaObject::invokeMethod(there.receiver, read);
    write();
    if (isRaced)
        awaitReading();
}

void signal(bool isRaced)
{
    const Elsewhere there;
    Sender sender;
    QObject::connect(&sender, &Sender::sent, there.receiver, read);
    handOver(isRaced, [&] { Q_EMIT sender.sent(); });
}

void argument(bool isRaced)
{
    const Elsewhere there;
    Sender sender;
    QObject::connect(&sender, &Sender::noted, there.receiver, [](const Note &note) {
        std::printf("%s %d %d\n", qPrintable(note.text), note.number, *note.later);
        isRead.store(true, std::memory_order_relaxed);
    });
    handOver(isRaced,
             [&] { Q_EMIT sender.noted({.text = QString::number(shared), .number = shared, .later = &shared}); });
}

void event(bool isRaced)
{
    const Elsewhere there;
    handOver(isRaced, [&] { QCoreApplication::postEvent(there.receiver, new QEvent(QEvent::User)); });
}

void deletion(bool isRaced)
{
    Elsewhere there(write);
    if (isRaced)
        there.quit();
    else
        there.end();
    read();
}

void pool(bool isRaced)
{
    QThreadPool workers;
    write();
    workers.start(write);
    if (!isRaced)
        workers.waitForDone();
    write();
    workers.waitForDone();
}

void future(bool isRaced)
{
    QThreadPool workers;
    QPromise<QString> promise;
    const QFuture<QString> result = promise.future();
    promise.start();
    workers.start([&] {
        write();
        promise.addResult(QString::number(shared));
        promise.finish();
        if (isRaced)
            write();
    });
    std::printf("%s\n", qPrintable(result.result()));
    read();
    workers.waitForDone();
}

void semaphore(bool isRaced)
{
    QSemaphore done;
    const std::unique_ptr<QThread> thread(QThread::create([&] {
        write();
        done.release();
        if (isRaced)
            write();
    }));
    thread->start();
    done.acquire();
    read();
    thread->wait();
}

/// A wait that ends without the thread.
void wait(bool isRaced)
{
    std::atomic<bool> isOver = !isRaced;
    const std::unique_ptr<QThread> thread(QThread::create([&] {
        write();
        while (!isOver.load(std::memory_order_relaxed))
            QThread::yieldCurrentThread();
    }));
    thread->start();
    thread->wait(isRaced ? QDeadlineTimer(0) : QDeadlineTimer(QDeadlineTimer::Forever));
    read();
    isOver.store(true, std::memory_order_relaxed);
    thread->wait();
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    const QMap<QString, void (*)(bool)> handOvers = {
        {QStringLiteral("threads"), threads},
        {QStringLiteral("call"), call},
        {QStringLiteral("blocking"), blockingCall},
        {QStringLiteral("signal"), signal},
        {QStringLiteral("argument"), argument},
        {QStringLiteral("event"), event},
        {QStringLiteral("deletion"), deletion},
        {QStringLiteral("pool"), pool},
        {QStringLiteral("future"), future},
        {QStringLiteral("semaphore"), semaphore},
        {QStringLiteral("wait"), wait},
    };
    const QStringList words = app.arguments();
    if (words.size() != 3 || !handOvers.contains(words.at(1)))
        return 2;
    handOvers.value(words.at(1))(words.at(2) == QLatin1StringView("raced"));
    return 0;
}

#include "tst_tsansees.moc"
