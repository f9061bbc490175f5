<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>LumaSync::AttentionCard</name>
    <message>
        <source>Show in file manager</source>
        <translation>In der Dateiverwaltung zeigen</translation>
    </message>
    <message>
        <source>Hide details</source>
        <translation>Details ausblenden</translation>
    </message>
    <message>
        <source>Show details</source>
        <translation>Details anzeigen</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>Details kopieren</translation>
    </message>
    <message>
        <source>Technical details</source>
        <translation>Technische Einzelheiten</translation>
    </message>
</context>
<context>
    <name>LumaSync::AttentionPage</name>
    <message>
        <source>Needs attention</source>
        <translation>Braucht Aufmerksamkeit</translation>
    </message>
    <message>
        <source>Nothing needs your attention.</source>
        <translation>Nichts braucht Ihre Aufmerksamkeit.</translation>
    </message>
</context>
<context>
    <name>LumaSync::AttentionText</name>
    <message numerus="yes">
        <source>The cloud does not accept %Ln change(s)</source>
        <translation>
            <numerusform>Die Cloud nimmt %Ln Änderung nicht an</numerusform>
            <numerusform>Die Cloud nimmt %Ln Änderungen nicht an</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The cloud does not accept %Ln change(s) in “%1”</source>
        <extracomment>%1 is the name of a list in the person&apos;s library, such as &quot;venues&quot;</extracomment>
        <translation>
            <numerusform>Die Cloud nimmt %Ln Änderung in „%1“ nicht an</numerusform>
            <numerusform>Die Cloud nimmt %Ln Änderungen in „%1“ nicht an</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) cannot be read</source>
        <translation>
            <numerusform>%Ln Datei kann nicht gelesen werden</numerusform>
            <numerusform>%Ln Dateien können nicht gelesen werden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) are too large for the cloud</source>
        <translation>
            <numerusform>%Ln Datei ist zu groß für die Cloud</numerusform>
            <numerusform>%Ln Dateien sind zu groß für die Cloud</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) wait for space on the disk</source>
        <translation>
            <numerusform>%Ln Datei wartet auf freien Speicherplatz</numerusform>
            <numerusform>%Ln Dateien warten auf freien Speicherplatz</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The cloud does not let %Ln file(s) in</source>
        <translation>
            <numerusform>Die Cloud lässt %Ln Datei nicht zu</numerusform>
            <numerusform>Die Cloud lässt %Ln Dateien nicht zu</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln upload(s) did not succeed</source>
        <translation>
            <numerusform>%Ln Upload ist fehlgeschlagen</numerusform>
            <numerusform>%Ln Uploads sind fehlgeschlagen</numerusform>
        </translation>
    </message>
    <message>
        <source>It was tried several times. Try again now, or later when the connection is better.</source>
        <translation>Es wurde mehrmals versucht. Versuchen Sie es jetzt noch einmal, oder später mit einer besseren Verbindung.</translation>
    </message>
    <message>
        <source>Sign in…</source>
        <translation>Anmelden …</translation>
    </message>
    <message>
        <source>Copy all of it to this account</source>
        <translation>Alles in dieses Konto kopieren</translation>
    </message>
    <message>
        <source>Retry now</source>
        <translation>Jetzt erneut versuchen</translation>
    </message>
</context>
<context>
    <name>LumaSync::Bandwidth</name>
    <message>
        <source>No limit</source>
        <translation>Unbegrenzt</translation>
    </message>
</context>
<context>
    <name>LumaSync::Format</name>
    <message>
        <source>%1/s</source>
        <extracomment>A transfer rate; %1 is a size such as &quot;1.2 MB&quot;</extracomment>
        <translation>%1/s</translation>
    </message>
    <message>
        <source>less than a minute</source>
        <translation>weniger als eine Minute</translation>
    </message>
    <message numerus="yes">
        <source>%Ln min</source>
        <translation>
            <numerusform>%Ln min</numerusform>
            <numerusform>%Ln min</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <extracomment>Hours and minutes</extracomment>
        <translation>%1 h %2 min</translation>
    </message>
    <message numerus="yes">
        <source>%Ln day(s)</source>
        <translation>
            <numerusform>%Ln Tag</numerusform>
            <numerusform>%Ln Tage</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing has been synced yet.</source>
        <translation>Es wurde noch nichts abgeglichen.</translation>
    </message>
    <message>
        <source>Last sync just now.</source>
        <translation>Letzter Abgleich gerade eben.</translation>
    </message>
    <message numerus="yes">
        <source>Last sync %Ln minute(s) ago.</source>
        <translation>
            <numerusform>Letzter Abgleich vor %Ln Minute.</numerusform>
            <numerusform>Letzter Abgleich vor %Ln Minuten.</numerusform>
        </translation>
    </message>
    <message>
        <source>Last sync today at %1.</source>
        <translation>Letzter Abgleich heute um %1.</translation>
    </message>
    <message>
        <source>Last sync yesterday at %1.</source>
        <translation>Letzter Abgleich gestern um %1.</translation>
    </message>
    <message>
        <source>Last sync on %1.</source>
        <translation>Letzter Abgleich am %1.</translation>
    </message>
</context>
<context>
    <name>LumaSync::ProblemText</name>
    <message>
        <source>The cloud cannot be reached</source>
        <translation>Die Cloud ist nicht erreichbar</translation>
    </message>
    <message>
        <source>The cloud did not answer in time</source>
        <translation>Die Cloud hat nicht rechtzeitig geantwortet</translation>
    </message>
    <message>
        <source>The connection to the cloud is not secure</source>
        <translation>Die Verbindung zur Cloud ist nicht sicher</translation>
    </message>
    <message>
        <source>Something else answered in place of the cloud</source>
        <translation>Anstelle der Cloud hat etwas anderes geantwortet</translation>
    </message>
    <message>
        <source>Your sign-in has ended</source>
        <translation>Ihre Anmeldung ist abgelaufen</translation>
    </message>
    <message>
        <source>E-mail address or password is wrong</source>
        <translation>E-Mail-Adresse oder Passwort ist falsch</translation>
    </message>
    <message>
        <source>The cloud does not know this app</source>
        <translation>Die Cloud kennt diese App nicht</translation>
    </message>
    <message>
        <source>This library belongs to another account</source>
        <translation>Diese Bibliothek gehört zu einem anderen Konto</translation>
    </message>
    <message>
        <source>The cloud does not let this account save here</source>
        <translation>Die Cloud lässt dieses Konto hier nicht speichern</translation>
    </message>
    <message>
        <source>The cloud is not prepared for this version of the app</source>
        <translation>Die Cloud ist nicht für diese Version der App eingerichtet</translation>
    </message>
    <message>
        <source>The cloud does not accept some of your changes</source>
        <translation>Die Cloud nimmt einige Ihrer Änderungen nicht an</translation>
    </message>
    <message>
        <source>Some changes wait for another one</source>
        <translation>Einige Änderungen warten auf eine andere</translation>
    </message>
    <message>
        <source>Something is too large for the cloud</source>
        <translation>Etwas ist zu groß für die Cloud</translation>
    </message>
    <message>
        <source>The cloud and this computer disagree about an upload</source>
        <translation>Die Cloud und dieser Computer sind sich über einen Upload uneinig</translation>
    </message>
    <message>
        <source>An upload has to start over</source>
        <translation>Ein Upload muss neu beginnen</translation>
    </message>
    <message>
        <source>The cloud is busy</source>
        <translation>Die Cloud ist ausgelastet</translation>
    </message>
    <message>
        <source>The cloud has a problem of its own</source>
        <translation>Die Cloud hat selbst ein Problem</translation>
    </message>
    <message>
        <source>The cloud gave an answer that cannot be understood</source>
        <translation>Die Cloud hat eine unverständliche Antwort gegeben</translation>
    </message>
    <message>
        <source>A file cannot be read</source>
        <translation>Eine Datei ist nicht lesbar</translation>
    </message>
    <message>
        <source>The disk of this computer is full</source>
        <translation>Der Speicher dieses Computers ist voll</translation>
    </message>
    <message>
        <source>Sync is not set up correctly</source>
        <translation>Der Abgleich ist nicht richtig eingerichtet</translation>
    </message>
    <message>
        <source>Check your internet connection. Your work waits safely on this computer and goes up by itself.</source>
        <translation>Prüfen Sie Ihre Internetverbindung. Ihre Arbeit wartet sicher auf diesem Computer und wird von selbst hochgeladen.</translation>
    </message>
    <message>
        <source>There is nothing to do: it is tried again by itself.</source>
        <translation>Sie müssen nichts tun: Es wird von selbst erneut versucht.</translation>
    </message>
    <message>
        <source>Check the date and time of this computer, and whether a proxy looks into its connections.</source>
        <translation>Prüfen Sie Datum und Uhrzeit dieses Computers, und ob ein Proxy in die Verbindungen eingreift.</translation>
    </message>
    <message>
        <source>Nothing was sent there. In the network of a hotel or café, open a web page first and sign in to that network.</source>
        <translation>Es wurde nichts dorthin gesendet. Öffnen Sie im Netz eines Hotels oder Cafés zuerst eine Webseite und melden Sie sich in diesem Netz an.</translation>
    </message>
    <message>
        <source>Sign in again to go on. Nothing is lost.</source>
        <translation>Melden Sie sich erneut an, um fortzufahren. Es ist nichts verloren.</translation>
    </message>
    <message>
        <source>Check both, and whether you have confirmed your account by the e-mail that was sent to you.</source>
        <translation>Prüfen Sie beides, und ob Sie Ihr Konto mit der zugesandten E-Mail bestätigt haben.</translation>
    </message>
    <message>
        <source>Install the latest version of this app. If that does not help, write to its makers.</source>
        <translation>Installieren Sie die neueste Version dieser App. Wenn das nicht hilft, schreiben Sie den Herstellern.</translation>
    </message>
    <message>
        <source>Nothing is sent until you decide: sign in with the account that you began with, or copy all of it to this one.</source>
        <translation>Es wird nichts gesendet, bis Sie sich entscheiden: Melden Sie sich mit dem ursprünglichen Konto an, oder kopieren Sie alles in dieses.</translation>
    </message>
    <message>
        <source>Sign in with the account that you began with, or write to the makers of this app.</source>
        <translation>Melden Sie sich mit dem ursprünglichen Konto an, oder schreiben Sie den Herstellern dieser App.</translation>
    </message>
    <message>
        <source>Your work waits safely on this computer. Write to the makers of this app.</source>
        <translation>Ihre Arbeit wartet sicher auf diesem Computer. Schreiben Sie den Herstellern dieser App.</translation>
    </message>
    <message>
        <source>Change the entry, and it is tried again at once. The rest of your work is not held up.</source>
        <translation>Ändern Sie den Eintrag, dann wird es sofort erneut versucht. Der Rest Ihrer Arbeit wird nicht aufgehalten.</translation>
    </message>
    <message>
        <source>There is nothing to do: they go up as soon as the other change was accepted.</source>
        <translation>Sie müssen nichts tun: Sie werden hochgeladen, sobald die andere Änderung angenommen wurde.</translation>
    </message>
    <message>
        <source>Leave it out of the backup, or make it smaller.</source>
        <translation>Nehmen Sie es von der Sicherung aus, oder verkleinern Sie es.</translation>
    </message>
    <message>
        <source>It is tried again by itself. If this stays, write to the makers of this app.</source>
        <translation>Es wird von selbst erneut versucht. Wenn es so bleibt, schreiben Sie den Herstellern dieser App.</translation>
    </message>
    <message>
        <source>Put the file back to where it was, or remove it from the list.</source>
        <translation>Legen Sie die Datei an ihren alten Ort zurück, oder entfernen Sie sie aus der Liste.</translation>
    </message>
    <message>
        <source>Free some space, and sync goes on by itself.</source>
        <translation>Schaffen Sie etwas Platz, dann geht der Abgleich von selbst weiter.</translation>
    </message>
    <message>
        <source>Write to the makers of this app, and send them the details.</source>
        <translation>Schreiben Sie den Herstellern dieser App, und schicken Sie ihnen die Details.</translation>
    </message>
    <message>
        <source>Another program is using your library</source>
        <translation>Ein anderes Programm benutzt Ihre Bibliothek</translation>
    </message>
    <message>
        <source>Your library is write-protected</source>
        <translation>Ihre Bibliothek ist schreibgeschützt</translation>
    </message>
    <message>
        <source>The disk with your library is full</source>
        <translation>Der Datenträger mit Ihrer Bibliothek ist voll</translation>
    </message>
    <message>
        <source>Your library cannot be opened</source>
        <translation>Ihre Bibliothek kann nicht geöffnet werden</translation>
    </message>
    <message>
        <source>Your library file is damaged</source>
        <translation>Die Datei Ihrer Bibliothek ist beschädigt</translation>
    </message>
    <message>
        <source>Your library cannot be read</source>
        <translation>Ihre Bibliothek kann nicht gelesen werden</translation>
    </message>
    <message>
        <source>Close the other program, and sync goes on by itself.</source>
        <translation>Schließen Sie das andere Programm, dann geht der Abgleich von selbst weiter.</translation>
    </message>
    <message>
        <source>Allow this app to write to the folder of your library.</source>
        <translation>Erlauben Sie dieser App, in den Ordner Ihrer Bibliothek zu schreiben.</translation>
    </message>
    <message>
        <source>Check that the disk with your library is connected.</source>
        <translation>Prüfen Sie, ob der Datenträger mit Ihrer Bibliothek angeschlossen ist.</translation>
    </message>
    <message>
        <source>Nothing was deleted. What is in the cloud stays there. Restore the file from a backup of this computer.</source>
        <translation>Es wurde nichts gelöscht. Was in der Cloud ist, bleibt dort. Stellen Sie die Datei aus einer Sicherung dieses Computers wieder her.</translation>
    </message>
    <message>
        <source>Nothing was deleted. Restart the app, and if this stays, write to its makers.</source>
        <translation>Es wurde nichts gelöscht. Starten Sie die App neu, und schreiben Sie den Herstellern, wenn es so bleibt.</translation>
    </message>
</context>
<context>
    <name>LumaSync::RatePlot</name>
    <message>
        <source>Upload rate</source>
        <translation>Uploadrate</translation>
    </message>
    <message>
        <source>Now %1.</source>
        <translation>Jetzt %1.</translation>
    </message>
    <message numerus="yes">
        <source>Last %Ln minute(s)</source>
        <translation>
            <numerusform>Letzte Minute</numerusform>
            <numerusform>Letzte %Ln Minuten</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LumaSync::SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>&amp;Upload speed</source>
        <translation>&amp;Geschwindigkeit beim Hochladen</translation>
    </message>
    <message>
        <source>Upload large files over &amp;metered networks, too</source>
        <translation>Große Dateien auch über &amp;getaktete Netze hochladen</translation>
    </message>
    <message>
        <source>&amp;Compression of analysis files</source>
        <translation>&amp;Kompression der Analysedateien</translation>
    </message>
    <message>
        <source>What to back up</source>
        <translation>Was gesichert wird</translation>
    </message>
    <message>
        <source>Everything that you enter and edit is always backed up. What you leave out here waits on this computer.</source>
        <translation>Alles, was Sie eingeben und bearbeiten, wird immer gesichert. Was Sie hier ausnehmen, wartet auf diesem Computer.</translation>
    </message>
    <message>
        <source>Sign &amp;out</source>
        <translation>&amp;Abmelden</translation>
    </message>
    <message>
        <source>Level %1 of %2. Higher levels upload less, but keep the computer busy for longer.</source>
        <translation>Stufe %1 von %2. Höhere Stufen laden weniger hoch, beschäftigen den Computer aber länger.</translation>
    </message>
</context>
<context>
    <name>LumaSync::SignInDialog</name>
    <message>
        <source>Sign in</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>Sign in to back up your work. It stays on this computer, too.</source>
        <translation>Melden Sie sich an, um Ihre Arbeit zu sichern. Sie bleibt auch auf diesem Computer.</translation>
    </message>
    <message>
        <source>&amp;E-mail address</source>
        <translation>&amp;E-Mail-Adresse</translation>
    </message>
    <message>
        <source>&amp;Password</source>
        <translation>&amp;Passwort</translation>
    </message>
    <message>
        <source>&amp;Sign in</source>
        <translation>&amp;Anmelden</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Signing in</source>
        <translation>Anmeldung läuft</translation>
    </message>
</context>
<context>
    <name>LumaSync::StatusHeader</name>
    <message>
        <source>Resume sync</source>
        <translation>Abgleich fortsetzen</translation>
    </message>
    <message>
        <source>Pause sync</source>
        <translation>Abgleich anhalten</translation>
    </message>
    <message>
        <source>Sync now</source>
        <translation>Jetzt abgleichen</translation>
    </message>
    <message>
        <source>Sign in…</source>
        <translation>Anmelden …</translation>
    </message>
</context>
<context>
    <name>LumaSync::StatusText</name>
    <message>
        <source>Everything is backed up</source>
        <translation>Alles ist gesichert</translation>
    </message>
    <message>
        <source>Next try at %1.</source>
        <translation>Nächster Versuch um %1.</translation>
    </message>
    <message numerus="yes">
        <source>Saving the last %Ln change(s)…</source>
        <translation>
            <numerusform>Die letzte Änderung wird gesichert …</numerusform>
            <numerusform>Die letzten %Ln Änderungen werden gesichert …</numerusform>
        </translation>
    </message>
    <message>
        <source>Finishing…</source>
        <translation>Wird abgeschlossen …</translation>
    </message>
    <message numerus="yes">
        <source>Syncing %Ln change(s)…</source>
        <translation>
            <numerusform>%Ln Änderung wird abgeglichen …</numerusform>
            <numerusform>%Ln Änderungen werden abgeglichen …</numerusform>
        </translation>
    </message>
    <message>
        <source>Syncing…</source>
        <translation>Abgleich läuft …</translation>
    </message>
    <message numerus="yes">
        <source>Uploading %Ln file(s)…</source>
        <translation>
            <numerusform>%Ln Datei wird hochgeladen …</numerusform>
            <numerusform>%Ln Dateien werden hochgeladen …</numerusform>
        </translation>
    </message>
    <message>
        <source>Uploading…</source>
        <translation>Wird hochgeladen …</translation>
    </message>
    <message>
        <source>Sync is paused</source>
        <translation>Der Abgleich ist angehalten</translation>
    </message>
    <message>
        <source>You are offline</source>
        <translation>Sie sind offline</translation>
    </message>
    <message>
        <source>You are signed out</source>
        <translation>Sie sind abgemeldet</translation>
    </message>
    <message>
        <source>Sync has stopped</source>
        <translation>Der Abgleich ist beendet</translation>
    </message>
    <message>
        <source>Opening the library…</source>
        <translation>Die Bibliothek wird geöffnet …</translation>
    </message>
    <message numerus="yes">
        <source>%Ln upload(s) waiting</source>
        <translation>
            <numerusform>%Ln Upload wartet</numerusform>
            <numerusform>%Ln Uploads warten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln change(s) waiting</source>
        <translation>
            <numerusform>%Ln Änderung wartet</numerusform>
            <numerusform>%Ln Änderungen warten</numerusform>
        </translation>
    </message>
    <message>
        <source>Looking for changes…</source>
        <translation>Änderungen werden gesucht …</translation>
    </message>
    <message numerus="yes">
        <source>%Ln item(s) need your attention</source>
        <translation>
            <numerusform>%Ln Eintrag braucht Ihre Aufmerksamkeit</numerusform>
            <numerusform>%Ln Einträge brauchen Ihre Aufmerksamkeit</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) left out, as you chose.</source>
        <translation>
            <numerusform>%Ln Datei ist auf Ihren Wunsch ausgenommen.</numerusform>
            <numerusform>%Ln Dateien sind auf Ihren Wunsch ausgenommen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Your sign-in is not kept: sign in again when you start the app next time.</source>
        <translation>Ihre Anmeldung wird nicht gespeichert: Melden Sie sich beim nächsten Start erneut an.</translation>
    </message>
    <message>
        <source>Preparing the next file; %1 left.</source>
        <translation>Die nächste Datei wird vorbereitet; noch %1.</translation>
    </message>
    <message>
        <source>Large files wait until the battery saver is off.</source>
        <translation>Große Dateien warten, bis der Energiesparmodus aus ist.</translation>
    </message>
    <message>
        <source>Large files wait for a network that does not charge by volume.</source>
        <translation>Große Dateien warten auf ein Netz ohne Volumenabrechnung.</translation>
    </message>
    <message>
        <source>%1 left at %2, less than a minute.</source>
        <extracomment>%1 is a size, %2 a rate</extracomment>
        <translation>Noch %1 bei %2, weniger als eine Minute.</translation>
    </message>
    <message>
        <source>%1 left at %2, about %3.</source>
        <extracomment>%1 is a size, %2 a rate, %3 a length of time</extracomment>
        <translation>Noch %1 bei %2, etwa %3.</translation>
    </message>
    <message>
        <source>%1 left.</source>
        <translation>Noch %1.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln upload(s) wait safely on this computer.</source>
        <translation>
            <numerusform>%Ln Upload wartet sicher auf diesem Computer.</numerusform>
            <numerusform>%Ln Uploads warten sicher auf diesem Computer.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln change(s) wait safely on this computer.</source>
        <translation>
            <numerusform>%Ln Änderung wartet sicher auf diesem Computer.</numerusform>
            <numerusform>%Ln Änderungen warten sicher auf diesem Computer.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln upload(s) left, %1</source>
        <extracomment>%1 is a length of time such as &quot;2 min&quot;</extracomment>
        <translation>
            <numerusform>Noch %Ln Upload, %1</numerusform>
            <numerusform>Noch %Ln Uploads, %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln upload(s) left</source>
        <translation>
            <numerusform>Noch %Ln Upload</numerusform>
            <numerusform>Noch %Ln Uploads</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Paused, %Ln upload(s) left</source>
        <translation>
            <numerusform>Angehalten, noch %Ln Upload</numerusform>
            <numerusform>Angehalten, noch %Ln Uploads</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Offline, %Ln upload(s) left</source>
        <translation>
            <numerusform>Offline, noch %Ln Upload</numerusform>
            <numerusform>Offline, noch %Ln Uploads</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LumaSync::SyncMenu</name>
    <message>
        <source>&amp;Resume sync</source>
        <translation>Abgleich &amp;fortsetzen</translation>
    </message>
    <message>
        <source>&amp;Pause sync</source>
        <translation>Abgleich an&amp;halten</translation>
    </message>
    <message>
        <source>&amp;Open sync status</source>
        <translation>&amp;Sicherungsstatus öffnen</translation>
    </message>
    <message>
        <source>Sign &amp;in…</source>
        <translation>&amp;Anmelden …</translation>
    </message>
    <message>
        <source>&amp;Sync now</source>
        <translation>&amp;Jetzt abgleichen</translation>
    </message>
    <message>
        <source>&amp;Limit upload speed</source>
        <translation>&amp;Geschwindigkeit begrenzen</translation>
    </message>
    <message>
        <source>&amp;Quit when everything is uploaded</source>
        <translation>&amp;Beenden, wenn alles hochgeladen ist</translation>
    </message>
    <message>
        <source>Retry &amp;what failed</source>
        <translation>&amp;Fehlgeschlagenes erneut versuchen</translation>
    </message>
</context>
<context>
    <name>LumaSync::SyncStatusPanel</name>
    <message>
        <source>Sync status</source>
        <translation>Sicherungsstatus</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>Uploads</source>
        <translation>Uploads</translation>
    </message>
    <message>
        <source>Attention (%1)</source>
        <translation>Achtung (%1)</translation>
    </message>
    <message>
        <source>Attention</source>
        <translation>Achtung</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message numerus="yes">
        <source>change(s) waiting</source>
        <translation>
            <numerusform>Änderung wartet</numerusform>
            <numerusform>Änderungen warten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>upload(s) waiting, %1</source>
        <translation>
            <numerusform>Upload wartet, %1</numerusform>
            <numerusform>Uploads warten, %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>upload(s) waiting</source>
        <translation>
            <numerusform>Upload wartet</numerusform>
            <numerusform>Uploads warten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>change(s) not accepted</source>
        <translation>
            <numerusform>Änderung abgelehnt</numerusform>
            <numerusform>Änderungen abgelehnt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>upload(s) failed</source>
        <translation>
            <numerusform>Upload fehlgeschlagen</numerusform>
            <numerusform>Uploads fehlgeschlagen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LumaSync::UploadDelegate</name>
    <message>
        <source>Retry now</source>
        <translation>Erneut versuchen</translation>
    </message>
</context>
<context>
    <name>LumaSync::UploadPage</name>
    <message>
        <source>Uploads</source>
        <translation>Uploads</translation>
    </message>
    <message>
        <source>Fetching the list…</source>
        <translation>Die Liste wird geholt …</translation>
    </message>
    <message>
        <source>The list appears when the library is open.</source>
        <translation>Die Liste erscheint, sobald die Bibliothek offen ist.</translation>
    </message>
    <message>
        <source>No uploads are waiting.</source>
        <translation>Es warten keine Uploads.</translation>
    </message>
    <message>
        <source>&amp;Retry now</source>
        <translation>Jetzt &amp;erneut versuchen</translation>
    </message>
    <message>
        <source>&amp;Leave this track out of the backup</source>
        <translation>Diesen Titel von der Sicherung &amp;ausnehmen</translation>
    </message>
    <message>
        <source>&amp;Include this track in the backup</source>
        <translation>Diesen Titel wieder &amp;sichern</translation>
    </message>
    <message>
        <source>Show in &amp;file manager</source>
        <translation>In der &amp;Dateiverwaltung zeigen</translation>
    </message>
    <message>
        <source>Re&amp;move from the list…</source>
        <translation>Aus der Liste ent&amp;fernen …</translation>
    </message>
    <message>
        <source>Remove upload</source>
        <translation>Upload entfernen</translation>
    </message>
    <message>
        <source>Remove “%1” from the list?</source>
        <translation>„%1“ aus der Liste entfernen?</translation>
    </message>
    <message>
        <source>The file stays on this computer, but it will not be in the backup.</source>
        <translation>Die Datei bleibt auf diesem Computer, wird aber nicht gesichert.</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Entfernen</translation>
    </message>
</context>
<context>
    <name>LumaSync::UploadText</name>
    <message>
        <source>Track %1</source>
        <translation>Titel %1</translation>
    </message>
    <message>
        <source>Cover, %1</source>
        <translation>Cover, %1</translation>
    </message>
    <message>
        <source>Cover</source>
        <translation>Cover</translation>
    </message>
    <message>
        <source>Analysis, %1</source>
        <translation>Analyse, %1</translation>
    </message>
    <message>
        <source>Analysis</source>
        <translation>Analyse</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>%1 is a kind of file, such as &quot;Note attachment&quot;; %2 is a size</extracomment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Audio, %1</source>
        <translation>Audio, %1</translation>
    </message>
    <message>
        <source>Audio</source>
        <translation>Audio</translation>
    </message>
    <message>
        <source>Covers</source>
        <translation>Cover</translation>
    </message>
    <message>
        <source>Analysis: stems, waveforms and harmonies</source>
        <translation>Analyse: Stems, Wellenformen und Harmonien</translation>
    </message>
    <message>
        <source>Audio files</source>
        <translation>Audiodateien</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Ausgenommen</translation>
    </message>
    <message>
        <source>Preparing…</source>
        <translation>Wird vorbereitet …</translation>
    </message>
    <message>
        <source>%1 of %2 at %3</source>
        <extracomment>%1 and %2 are sizes, %3 is a rate</extracomment>
        <translation>%1 von %2 bei %3</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Next try at %1</source>
        <translation>Nächster Versuch um %1</translation>
    </message>
    <message>
        <source>Goes on at %1 of %2</source>
        <translation>Geht bei %1 von %2 weiter</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>noch %1</translation>
    </message>
</context>
</TS>
