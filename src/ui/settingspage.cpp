// SPDX-FileCopyrightText: 2026 LumaSync contributors
// SPDX-License-Identifier: MIT
#include "ui/settingspage.h"

#include "ui/bandwidth.h"
#include "ui/panelbutton.h"
#include "ui/scrollcontent.h"
#include "ui/synccontroller.h"
#include "ui/theme.h"
#include "ui/uploadtext.h"
#include "ui/wrappingcheckbox.h"
#include "ui/wrappinglabel.h"

#include <QComboBox>
#include <QEvent>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSlider>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace LumaSync {

namespace {

constexpr int highestLevel = 22; // of zstd

} // namespace

SettingsPage::SettingsPage(SyncController *controller, QWidget *parent)
    : QScrollArea(parent)
    , m_controller(controller)
{
    setUpLayout();
    connectInputs();
    retranslate();
    restyle();
    showSettings();
}

void SettingsPage::setUpLayout()
{
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus); // what is in it takes the focus, and scrolls
    auto *content = new ScrollContent;
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(2, 12, 8, 8);
    layout->setSpacing(6);

    m_bandwidthLabel = new WrappingLabel(content);
    m_bandwidth = new QComboBox(content);
    m_bandwidth->setObjectName(u"bandwidth"_s);
    m_bandwidthLabel->setBuddy(m_bandwidth);
    m_metered = new WrappingCheckBox(content);
    m_metered->setObjectName(u"metered"_s);
    m_compressionLabel = new WrappingLabel(content);
    m_compression = new QSlider(Qt::Horizontal, content);
    m_compression->setObjectName(u"compression"_s);
    m_compression->setRange(1, highestLevel);
    m_compression->setPageStep(4);
    m_compressionLabel->setBuddy(m_compression);
    m_compressionHint = new WrappingLabel(content);
    m_kindsLabel = new WrappingLabel(content);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_bandwidthLabel, m_bandwidth, m_metered})
        layout->addWidget(widget);
    layout->addSpacing(12);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_compressionLabel, m_compression, m_compressionHint})
        layout->addWidget(widget);
    layout->addSpacing(12);
    layout->addWidget(m_kindsLabel);
    for (const QString &kind : m_controller->uploadKinds()) {
        auto *box = new WrappingCheckBox(content);
        box->setObjectName(kind);
        m_kinds.append(box);
        layout->addWidget(box);
    }
    m_kindsHint = new WrappingLabel(content);
    layout->addWidget(m_kindsHint);
    layout->addSpacing(12);
    m_signOut = new PanelButton(content);
    m_signOut->setObjectName(u"signOut"_s);
    layout->addWidget(m_signOut, 0, Qt::AlignLeading);
    layout->addStretch();
    setWidget(content);
    viewport()->setAutoFillBackground(false);
    content->setAutoFillBackground(false);
}

void SettingsPage::connectInputs()
{
    connect(m_bandwidth, &QComboBox::activated, this, &SettingsPage::store);
    connect(m_metered, &QCheckBox::toggled, this, &SettingsPage::store);
    connect(m_compression, &QSlider::valueChanged, this, &SettingsPage::store);
    for (QCheckBox *box : std::as_const(m_kinds))
        connect(box, &QCheckBox::toggled, this, &SettingsPage::store);
    connect(m_signOut, &QPushButton::clicked, m_controller, &SyncController::signOut);
    connect(m_controller, &SyncController::settingsChanged, this, &SettingsPage::showSettings);
}

void SettingsPage::setSignedIn(bool signedIn)
{
    m_signOut->setVisible(m_controller->canSignIn() && signedIn);
}

void SettingsPage::fillBandwidth(qint64 limit)
{
    m_bandwidth->clear();
    for (const qint64 choice : Bandwidth::choices(limit))
        m_bandwidth->addItem(Bandwidth::label(choice), choice);
    m_bandwidth->setCurrentIndex(m_bandwidth->findData(limit));
}

void SettingsPage::showSettings()
{
    const SyncSettings settings = m_controller->settings();
    const QSignalBlocker blockers[] = {QSignalBlocker(m_bandwidth), QSignalBlocker(m_metered),
                                       QSignalBlocker(m_compression)};
    fillBandwidth(settings.bandwidthLimit);
    m_metered->setChecked(settings.uploadsOnMetered);
    m_compression->setValue(settings.compressionLevel);
    for (QCheckBox *box : std::as_const(m_kinds)) {
        const QSignalBlocker blocker(box);
        box->setChecked(!settings.excludedKinds.contains(box->objectName()));
    }
    retranslate();
}

void SettingsPage::store()
{
    SyncSettings settings = m_controller->settings();
    settings.bandwidthLimit = m_bandwidth->currentData().toLongLong();
    settings.uploadsOnMetered = m_metered->isChecked();
    settings.compressionLevel = m_compression->value();
    settings.excludedKinds.clear();
    for (const QCheckBox *box : std::as_const(m_kinds))
        if (!box->isChecked())
            settings.excludedKinds.insert(box->objectName());
    m_controller->setSettings(settings);
}

void SettingsPage::retranslate()
{
    setAccessibleName(tr("Settings"));
    m_bandwidthLabel->setText(tr("&Upload speed"));
    m_metered->setText(tr("Upload large files over &metered networks, too"));
    m_compressionLabel->setText(tr("&Compression of analysis files"));
    m_compressionHint->setText(tr("Level %1 of %2. Higher levels upload less, but keep the computer busy for longer.")
                                   .arg(QLocale().toString(m_compression->value()), QLocale().toString(highestLevel)));
    m_kindsLabel->setText(tr("What to back up"));
    for (QCheckBox *box : std::as_const(m_kinds))
        box->setText(UploadText::kindName(box->objectName()));
    m_kindsHint->setText(
        tr("Everything that you enter and edit is always backed up. What you leave out here waits on this computer."));
    m_signOut->setText(tr("Sign &out"));
    fillBandwidth(m_controller->settings().bandwidthLimit);
}

void SettingsPage::restyle()
{
    QPalette colors = palette();
    colors.setColor(QPalette::WindowText, Theme::of(colors).muted);
    for (QLabel *label : {m_compressionHint, m_kindsHint})
        label->setPalette(colors);
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    for (QLabel *label : {m_bandwidthLabel, m_compressionLabel, m_kindsLabel})
        label->setFont(bold);
}

void SettingsPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        restyle();
    QScrollArea::changeEvent(event);
}

} // namespace LumaSync
