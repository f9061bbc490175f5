// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
//
// Tells ThreadSanitizer what Qt orders. Debian's Qt is not instrumented: its semaphores, its event queues and the end
// of its threads are futexes and atomics that the sanitizer cannot see, so everything handed over by a queued signal
// would look like a race. Each function here stands before Qt's own (the program's symbols win over a library's), calls
// it, and declares the one edge that Qt makes there. The keys are narrow: the call, the event, the slot, the semaphore,
// the pool, the future, the thread; and for signals the sender, so that a later signal of one sender may hide a race
// with an earlier one. Linked into the tests of the tsan preset only; tst_tsansees proves that
// races beside these edges are still seen.
#define QFUTURE_TEST // QFutureInterfaceBase::d, as a key
#include <QAbstractEventDispatcher>
#include <QCoreApplication>
#include <QFutureInterface>
#include <QSemaphore>
#include <QThread>
#include <QThreadPool>
#include <private/qobject_p.h>

#include <dlfcn.h>
#include <sanitizer/tsan_interface.h>

extern "C" {
void AnnotateIgnoreReadsBegin(const char *file, int line);
void AnnotateIgnoreReadsEnd(const char *file, int line);
void AnnotateIgnoreWritesBegin(const char *file, int line);
void AnnotateIgnoreWritesEnd(const char *file, int line);

/// Asked by the sanitizer when the program starts; TSAN_OPTIONS in the environment wins.
const char *__tsan_default_options()
{
    return "suppressions=" LUMASYNC_SUPPRESSIONS;
}
}

namespace {

/// What this thread reads and writes is not looked at, for as long as this lives.
class Unseen
{
public:
    Unseen()
    {
        AnnotateIgnoreReadsBegin(__FILE__, __LINE__);
        AnnotateIgnoreWritesBegin(__FILE__, __LINE__);
    }
    ~Unseen()
    {
        AnnotateIgnoreWritesEnd(__FILE__, __LINE__);
        AnnotateIgnoreReadsEnd(__FILE__, __LINE__);
    }
    Q_DISABLE_COPY_MOVE(Unseen)
};

void released(const void *key)
{
    __tsan_release(const_cast<void *>(key));
}
void acquired(const void *key)
{
    __tsan_acquire(const_cast<void *>(key));
}

/// Qt's own function of that (mangled) name.
template <typename Function>
Function *next(const char *name)
{
    void *found = dlsym(RTLD_NEXT, name);
    if (!found)
        qFatal("Qt has no %s: correct tsanhooks.cpp", name);
    return reinterpret_cast<Function *>(found);
}
// The name that the hook itself has: both are declared by Qt's header.
#define QT_NEXT(Type, name) static auto *const qt = next<Type>(name)

/// The copies of a signal's arguments are made in the sender's thread after the signal began, hence after what the hook
/// of the signal released: hands copies of this thread to the slot instead.
void takeArguments(QMetaCallEvent *call)
{
    const Unseen unseen;
    void **arguments = call->args();
    const QMetaType *types = call->types();
    const qsizetype count = reinterpret_cast<void *const *>(types) - arguments;
    for (qsizetype i = 1; i < count; ++i) {
        void *copy = types[i].create(arguments[i]);
        types[i].destroy(std::exchange(arguments[i], copy));
    }
}

/// Before each event, in the thread of its receiver.
bool beforeEvent(void **data)
{
    const auto *receiver = static_cast<const QObject *>(data[0]);
    auto *event = static_cast<QEvent *>(data[1]);
    acquired(event);
    if (event->type() == QEvent::DeferredDelete)
        acquired(receiver);
    if (auto *call = dynamic_cast<QMetaCallEvent *>(event)) {
        acquired(call->sender() ? call->sender() : receiver); // a call by name has no sender
        takeArguments(call);
    }
    return false;
}

/// Before each signal, in the thread that emits it; Qt's own signals too.
void beforeSignal(QObject *sender, int, void **)
{
    released(sender);
    auto *thread = qobject_cast<QThread *>(sender);
    if (!thread || thread != QThread::currentThread())
        return;
    // started() or finished(): the last act of a thread, after its deferred deletions, is the end of its dispatcher.
    if (const auto *dispatcher = QAbstractEventDispatcher::instance(thread))
        QObject::connect(dispatcher, &QObject::destroyed, [thread] { released(thread); });
}

const bool isListening = [] {
    static QSignalSpyCallbackSet callbacks = {beforeSignal, nullptr, nullptr, nullptr};
    qt_register_signal_spy_callbacks(&callbacks);
    return QInternal::registerCallback(QInternal::EventNotifyCallback, beforeEvent);
}();

/// What is called by a signal or instead of one. It is made before it is called, and called before it is destroyed,
/// though its last reference may be dropped by anybody; two calls of it are not ordered. What a waiting caller may see
/// has the receiver as key.
class HandedSlot : public QtPrivate::QSlotObjectBase
{
public:
    explicit HandedSlot(QtPrivate::QSlotObjectBase *slot, bool isWaitedFor = false)
        : QSlotObjectBase(&HandedSlot::act)
        , m_slot(slot)
        , m_isWaitedFor(isWaitedFor)
    {
        released(this);
    }

private:
    static void act(int which, QSlotObjectBase *self, QObject *receiver, void **arguments, bool *answer)
    {
        acquired(self);
        auto *that = static_cast<HandedSlot *>(self);
        switch (which) {
        case Destroy:
            acquired(&that->m_slot);
            delete that;
            break;
        case Call:
            that->m_slot->call(receiver, arguments);
            if (that->m_isWaitedFor)
                released(receiver);
            released(&that->m_slot);
            break;
        case Compare:
            *answer = that->m_slot->compare(arguments);
            break;
        default:
            break;
        }
    }
    QtPrivate::SlotObjUniquePtr m_slot;
    bool m_isWaitedFor;
};

/// What a pool runs, after what happened before it was started, and before what happens after the pool is done.
class PooledWork : public QRunnable
{
public:
    static PooledWork *made(QThreadPool *pool, QRunnable *work)
    {
        const Unseen unseen; // else its own members would be handed over before run() could say so
        return new PooledWork(pool, work);
    }
    ~PooledWork() override { drop(); }
    void run() override
    {
        acquired(m_pool);
        m_work->run();
        drop();
        released(m_pool);
    }
    Q_DISABLE_COPY_MOVE(PooledWork)

private:
    PooledWork(QThreadPool *pool, QRunnable *work)
        : m_pool(pool)
        , m_work(work)
    {
    }
    void drop()
    {
        if (m_work && m_work->autoDelete())
            delete m_work;
        m_work = nullptr;
    }
    QThreadPool *m_pool;
    QRunnable *m_work;
};

} // namespace

QMetaObject::Connection QObject::connectImpl(const QObject *sender, void **signal, const QObject *receiver, void **slot,
                                             QtPrivate::QSlotObjectBase *object, Qt::ConnectionType type,
                                             const int *types, const QMetaObject *metaObject)
{
    QT_NEXT(
        QMetaObject::Connection(const QObject *, void **, const QObject *, void **, QtPrivate::QSlotObjectBase *,
                                Qt::ConnectionType, const int *, const QMetaObject *),
        "_ZN7QObject11connectImplEPKS_PPvS1_S3_PN9QtPrivate15QSlotObjectBaseEN2Qt14ConnectionTypeEPKiPK11QMetaObject");
    return qt(sender, signal, receiver, slot, new HandedSlot(object), type, types, metaObject);
}

bool QMetaObject::invokeMethodImpl(QObject *object, QtPrivate::QSlotObjectBase *slot, Qt::ConnectionType type,
                                   qsizetype count, const void *const *parameters, const char *const *names,
                                   const QtPrivate::QMetaTypeInterface *const *types)
{
    QT_NEXT(bool(QObject *, QtPrivate::QSlotObjectBase *, Qt::ConnectionType, qsizetype, const void *const *,
                 const char *const *, const QtPrivate::QMetaTypeInterface *const *),
            "_ZN11QMetaObject16invokeMethodImplEP7QObjectPN9QtPrivate15QSlotObjectBaseEN2Qt14ConnectionTypeExPKPKvPKPKc"
            "PKPKN"
            "S2_18QMetaTypeInterfaceE");
    const bool isWaitedFor = type == Qt::BlockingQueuedConnection;
    const bool isDone = qt(object, new HandedSlot(slot, isWaitedFor), type, count, parameters, names, types);
    if (isWaitedFor)
        acquired(object);
    return isDone;
}

bool QMetaObject::invokeMethodImpl(QObject *object, const char *member, Qt::ConnectionType type, qsizetype count,
                                   const void *const *parameters, const char *const *names,
                                   const QtPrivate::QMetaTypeInterface *const *types)
{
    QT_NEXT(
        bool(QObject *, const char *, Qt::ConnectionType, qsizetype, const void *const *, const char *const *,
             const QtPrivate::QMetaTypeInterface *const *),
        "_ZN11QMetaObject16invokeMethodImplEP7QObjectPKcN2Qt14ConnectionTypeExPKPKvPKS3_PKPKN9QtPrivate18QMetaTypeInt"
        "erfaceE");
    released(object);
    return qt(object, member, type, count, parameters, names, types);
}

void QCoreApplication::postEvent(QObject *receiver, QEvent *event, int priority)
{
    QT_NEXT(void(QObject *, QEvent *, int), "_ZN16QCoreApplication9postEventEP7QObjectP6QEventi");
    released(event);
    qt(receiver, event, priority);
}

void QObject::deleteLater()
{
    QT_NEXT(void(QObject *), "_ZN7QObject11deleteLaterEv");
    released(this);
    qt(this);
}

bool QThread::wait(QDeadlineTimer deadline)
{
    QT_NEXT(bool(QThread *, QDeadlineTimer), "_ZN7QThread4waitE14QDeadlineTimer");
    const bool hasEnded = qt(this, deadline);
    if (hasEnded)
        acquired(this);
    return hasEnded;
}

void QSemaphore::release(int n)
{
    QT_NEXT(void(QSemaphore *, int), "_ZN10QSemaphore7releaseEi");
    released(this);
    qt(this, n);
}

void QSemaphore::acquire(int n)
{
    QT_NEXT(void(QSemaphore *, int), "_ZN10QSemaphore7acquireEi");
    qt(this, n);
    acquired(this);
}

bool QSemaphore::tryAcquire(int n)
{
    QT_NEXT(bool(QSemaphore *, int), "_ZN10QSemaphore10tryAcquireEi");
    const bool isTaken = qt(this, n);
    if (isTaken)
        acquired(this);
    return isTaken;
}

bool QSemaphore::tryAcquire(int n, QDeadlineTimer deadline)
{
    QT_NEXT(bool(QSemaphore *, int, QDeadlineTimer), "_ZN10QSemaphore10tryAcquireEi14QDeadlineTimer");
    const bool isTaken = qt(this, n, deadline);
    if (isTaken)
        acquired(this);
    return isTaken;
}

void QThreadPool::start(QRunnable *work, int priority)
{
    QT_NEXT(void(QThreadPool *, QRunnable *, int), "_ZN11QThreadPool5startEP9QRunnablei");
    released(this);
    qt(this, PooledWork::made(this, work), priority);
}

bool QThreadPool::waitForDone(QDeadlineTimer deadline)
{
    QT_NEXT(bool(QThreadPool *, QDeadlineTimer), "_ZN11QThreadPool11waitForDoneE14QDeadlineTimer");
    const bool isDone = qt(this, deadline);
    if (isDone)
        acquired(this);
    return isDone;
}

void QFutureInterfaceBase::reportResultsReady(int begin, int end)
{
    QT_NEXT(void(QFutureInterfaceBase *, int, int), "_ZN20QFutureInterfaceBase18reportResultsReadyEii");
    released(d);
    qt(this, begin, end);
}

void QFutureInterfaceBase::waitForResult(int index)
{
    QT_NEXT(void(QFutureInterfaceBase *, int), "_ZN20QFutureInterfaceBase13waitForResultEi");
    qt(this, index);
    acquired(d);
}

bool QFutureInterfaceBase::derefT() const noexcept
{
    QT_NEXT(bool(const QFutureInterfaceBase *), "_ZNK20QFutureInterfaceBase6derefTEv");
    released(d);
    const bool isShared = qt(this);
    acquired(d);
    return isShared;
}

/// The last reference may be dropped after one that only Qt saw.
void QArrayData::deallocate(QArrayData *data, qsizetype size, qsizetype alignment) noexcept
{
    QT_NEXT(void(QArrayData *, qsizetype, qsizetype), "_ZN10QArrayData10deallocateEPS_xx");
    const Unseen unseen;
    qt(data, size, alignment);
}
