// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "ui/translations.h"
#include "ui/translations_p.h"

#include <QCoreApplication>
#include <QPointer>
#include <QTranslator>

using namespace Qt::StringLiterals;

// The macro wants the global namespace.
static void initResources()
{
    Q_INIT_RESOURCE(lumasync_ui);
}

namespace LumaSync {

namespace {

QPointer<QTranslator> &installed()
{
    static QPointer<QTranslator> translator;
    return translator;
}

} // namespace

void ensureResources()
{
    static const bool done = [] {
        initResources();
        return true;
    }();
    Q_UNUSED(done)
}

void loadTranslations(const QLocale &locale)
{
    ensureResources();
    auto *translator = new QTranslator(QCoreApplication::instance());
    const QString folder = u":/lumasync/i18n"_s;
    // English has a file too: its plural forms.
    if (!translator->load(locale, u"lumasync"_s, u"_"_s, folder) && !translator->load(u"lumasync_en"_s, folder))
        qWarning("LumaSync: no translation file in %s", qPrintable(folder));
    delete installed();
    QCoreApplication::installTranslator(translator);
    installed() = translator;
}

void ensureTranslations()
{
    if (!installed())
        loadTranslations(QLocale());
}

} // namespace LumaSync
