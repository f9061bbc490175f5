// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <QTranslator>

/// English with accents and a third longer, as the longest of languages: shows what is not translated and what is cut
/// off.
class PseudoTranslator : public QTranslator
{
    Q_OBJECT
public:
    using QTranslator::QTranslator;

    [[nodiscard]] bool isEmpty() const override { return false; }
    [[nodiscard]] QString translate(const char *context, const char *source, const char *, int) const override
    {
        if (!QByteArrayView(context).startsWith("LumaSync"))
            return {};
        QString text = QString::fromUtf8(source).replace(QStringLiteral("(s)"), QStringLiteral("s"));
        static const QString plain = QStringLiteral("aeiouyAEIOUcn");
        static const QString accented = QStringLiteral("äéîôüÿÄÉÎÔÜçñ");
        QString result;
        for (qsizetype i = 0; i < text.size(); ++i) {
            const qsizetype place = plain.indexOf(text.at(i));
            const bool isPlaceholder = i > 0 && (text.at(i - 1) == u'%' || (text.at(i - 1) == u'L' && i > 1));
            result += place >= 0 && !isPlaceholder ? accented.at(place) : text.at(i);
        }
        const qsizetype more = qMax<qsizetype>(1, text.size() / 3);
        for (qsizetype i = 0; i < more; ++i)
            result += i % 6 == 5 ? u' ' : u'x';
        return u'[' + result + u']';
    }
};
