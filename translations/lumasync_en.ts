<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>LumaSync::AttentionText</name>
    <message numerus="yes">
        <source>The cloud does not accept %Ln change(s)</source>
        <translation>
            <numerusform>The cloud does not accept %Ln change</numerusform>
            <numerusform>The cloud does not accept %Ln changes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The cloud does not accept %Ln change(s) in “%1”</source>
        <extracomment>%1 is the name of a list in the person&apos;s library, such as &quot;venues&quot;</extracomment>
        <translation>
            <numerusform>The cloud does not accept %Ln change in “%1”</numerusform>
            <numerusform>The cloud does not accept %Ln changes in “%1”</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) cannot be read</source>
        <translation>
            <numerusform>%Ln file cannot be read</numerusform>
            <numerusform>%Ln files cannot be read</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) are too large for the cloud</source>
        <translation>
            <numerusform>%Ln file is too large for the cloud</numerusform>
            <numerusform>%Ln files are too large for the cloud</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) wait for space on the disk</source>
        <translation>
            <numerusform>%Ln file waits for space on the disk</numerusform>
            <numerusform>%Ln files wait for space on the disk</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The cloud does not let %Ln file(s) in</source>
        <translation>
            <numerusform>The cloud does not let %Ln file in</numerusform>
            <numerusform>The cloud does not let %Ln files in</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln upload(s) did not succeed</source>
        <translation>
            <numerusform>%Ln upload did not succeed</numerusform>
            <numerusform>%Ln uploads did not succeed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LumaSync::Format</name>
    <message numerus="yes">
        <source>%Ln min</source>
        <translation>
            <numerusform>%Ln min</numerusform>
            <numerusform>%Ln min</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln day(s)</source>
        <translation>
            <numerusform>%Ln day</numerusform>
            <numerusform>%Ln days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Last sync %Ln minute(s) ago.</source>
        <translation>
            <numerusform>Last sync %Ln minute ago.</numerusform>
            <numerusform>Last sync %Ln minutes ago.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LumaSync::RatePlot</name>
    <message numerus="yes">
        <source>Last %Ln minute(s)</source>
        <translation>
            <numerusform>Last minute</numerusform>
            <numerusform>Last %Ln minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LumaSync::StatusText</name>
    <message numerus="yes">
        <source>Saving the last %Ln change(s)…</source>
        <translation>
            <numerusform>Saving the last change…</numerusform>
            <numerusform>Saving the last %Ln changes…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Syncing %Ln change(s)…</source>
        <translation>
            <numerusform>Syncing %Ln change…</numerusform>
            <numerusform>Syncing %Ln changes…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Uploading %Ln file(s)…</source>
        <translation>
            <numerusform>Uploading %Ln file…</numerusform>
            <numerusform>Uploading %Ln files…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln upload(s) waiting</source>
        <translation>
            <numerusform>%Ln upload waiting</numerusform>
            <numerusform>%Ln uploads waiting</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln change(s) waiting</source>
        <translation>
            <numerusform>%Ln change waiting</numerusform>
            <numerusform>%Ln changes waiting</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln item(s) need your attention</source>
        <translation>
            <numerusform>%Ln item needs your attention</numerusform>
            <numerusform>%Ln items need your attention</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) left out, as you chose.</source>
        <translation>
            <numerusform>%Ln file left out, as you chose.</numerusform>
            <numerusform>%Ln files left out, as you chose.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln upload(s) wait safely on this computer.</source>
        <translation>
            <numerusform>%Ln upload waits safely on this computer.</numerusform>
            <numerusform>%Ln uploads wait safely on this computer.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln change(s) wait safely on this computer.</source>
        <translation>
            <numerusform>%Ln change waits safely on this computer.</numerusform>
            <numerusform>%Ln changes wait safely on this computer.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln upload(s) left, %1</source>
        <extracomment>%1 is a length of time such as &quot;2 min&quot;</extracomment>
        <translation>
            <numerusform>%Ln upload left, %1</numerusform>
            <numerusform>%Ln uploads left, %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln upload(s) left</source>
        <translation>
            <numerusform>%Ln upload left</numerusform>
            <numerusform>%Ln uploads left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Paused, %Ln upload(s) left</source>
        <translation>
            <numerusform>Paused, %Ln upload left</numerusform>
            <numerusform>Paused, %Ln uploads left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Offline, %Ln upload(s) left</source>
        <translation>
            <numerusform>Offline, %Ln upload left</numerusform>
            <numerusform>Offline, %Ln uploads left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LumaSync::SyncStatusPanel</name>
    <message numerus="yes">
        <source>change(s) waiting</source>
        <translation>
            <numerusform>change waiting</numerusform>
            <numerusform>changes waiting</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>upload(s) waiting, %1</source>
        <translation>
            <numerusform>upload waiting, %1</numerusform>
            <numerusform>uploads waiting, %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>upload(s) waiting</source>
        <translation>
            <numerusform>upload waiting</numerusform>
            <numerusform>uploads waiting</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>change(s) not accepted</source>
        <translation>
            <numerusform>change not accepted</numerusform>
            <numerusform>changes not accepted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>upload(s) failed</source>
        <translation>
            <numerusform>upload failed</numerusform>
            <numerusform>uploads failed</numerusform>
        </translation>
    </message>
</context>
</TS>
