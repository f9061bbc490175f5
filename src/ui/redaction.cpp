// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "ui/redaction.h"

#include <QDir>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace LumaSync {

QString withoutSecrets(QString text)
{
    struct Rule
    {
        QRegularExpression pattern;
        QString replacement;
    };
    constexpr auto ignoreCase = QRegularExpression::CaseInsensitiveOption;
    static const Rule rules[] = {
        {QRegularExpression(u"\\beyJ[\\w-]+\\.[\\w-]+(\\.[\\w-]*)?"_s), u"[token]"_s},
        {QRegularExpression(u"\\bsb_(publishable|secret)_[\\w-]+"_s), u"[key]"_s},
        {QRegularExpression(u"\\b(Bearer|Basic)\\s+[\\w.~+/=-]+"_s, ignoreCase), u"\\1 [token]"_s},
        {QRegularExpression(u"(https?://)[^\\s/@]+@"_s, ignoreCase), u"\\1"_s},
        {QRegularExpression(u"(https?://[^\\s?#]*)[?#][^\\s]*"_s, ignoreCase), u"\\1"_s},
        {QRegularExpression(u"\\b(apikey|api[_-]key|access_token|refresh_token|token|password|secret|signature)"
                            "(\"?\\s*[=:]\\s*\"?)[^\\s\"&,;]+"_s,
                            ignoreCase),
         u"\\1\\2[hidden]"_s},
        {QRegularExpression(u"[\\w.+-]+@[\\w-]+(\\.[\\w-]+)+"_s), u"[e-mail]"_s},
    };
    for (const Rule &rule : rules)
        text.replace(rule.pattern, rule.replacement);
    const QString home = QDir::homePath();
    if (home.size() > 1)
        text.replace(home, u"~"_s);
    return text;
}

} // namespace LumaSync
