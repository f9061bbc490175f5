<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>LumaSync::AttentionCard</name>
    <message>
        <source>Show in file manager</source>
        <translation>Afficher le fichier</translation>
    </message>
    <message>
        <source>Hide details</source>
        <translation>Masquer les détails</translation>
    </message>
    <message>
        <source>Show details</source>
        <translation>Afficher les détails</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>Copier les détails</translation>
    </message>
    <message>
        <source>Technical details</source>
        <translation>Détails techniques</translation>
    </message>
</context>
<context>
    <name>LumaSync::AttentionPage</name>
    <message>
        <source>Needs attention</source>
        <translation>Demande votre attention</translation>
    </message>
    <message>
        <source>Nothing needs your attention.</source>
        <translation>Rien ne demande votre attention.</translation>
    </message>
</context>
<context>
    <name>LumaSync::AttentionText</name>
    <message numerus="yes">
        <source>The cloud does not accept %Ln change(s)</source>
        <translation>
            <numerusform>Le cloud refuse %Ln modification</numerusform>
            <numerusform>Le cloud refuse %Ln modifications</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The cloud does not accept %Ln change(s) in “%1”</source>
        <extracomment>%1 is the name of a list in the person&apos;s library, such as &quot;venues&quot;</extracomment>
        <translation>
            <numerusform>Le cloud refuse %Ln modification dans « %1 »</numerusform>
            <numerusform>Le cloud refuse %Ln modifications dans « %1 »</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) cannot be read</source>
        <translation>
            <numerusform>%Ln fichier ne peut pas être lu</numerusform>
            <numerusform>%Ln fichiers ne peuvent pas être lus</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) are too large for the cloud</source>
        <translation>
            <numerusform>%Ln fichier est trop volumineux pour le cloud</numerusform>
            <numerusform>%Ln fichiers sont trop volumineux pour le cloud</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) wait for space on the disk</source>
        <translation>
            <numerusform>%Ln fichier attend de la place sur le disque</numerusform>
            <numerusform>%Ln fichiers attendent de la place sur le disque</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The cloud does not let %Ln file(s) in</source>
        <translation>
            <numerusform>Le cloud n’autorise pas %Ln fichier</numerusform>
            <numerusform>Le cloud n’autorise pas %Ln fichiers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln upload(s) did not succeed</source>
        <translation>
            <numerusform>%Ln envoi a échoué</numerusform>
            <numerusform>%Ln envois ont échoué</numerusform>
        </translation>
    </message>
    <message>
        <source>It was tried several times. Try again now, or later when the connection is better.</source>
        <translation>Plusieurs tentatives ont eu lieu. Réessayez maintenant, ou plus tard avec une meilleure connexion.</translation>
    </message>
    <message>
        <source>Sign in…</source>
        <translation>Se connecter…</translation>
    </message>
    <message>
        <source>Copy all of it to this account</source>
        <translation>Tout copier vers ce compte</translation>
    </message>
    <message>
        <source>Retry now</source>
        <translation>Réessayer</translation>
    </message>
</context>
<context>
    <name>LumaSync::Bandwidth</name>
    <message>
        <source>No limit</source>
        <translation>Sans limite</translation>
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
        <translation>moins d’une minute</translation>
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
            <numerusform>%Ln jour</numerusform>
            <numerusform>%Ln jours</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing has been synced yet.</source>
        <translation>Rien n’a encore été synchronisé.</translation>
    </message>
    <message>
        <source>Last sync just now.</source>
        <translation>Dernière synchronisation à l’instant.</translation>
    </message>
    <message numerus="yes">
        <source>Last sync %Ln minute(s) ago.</source>
        <translation>
            <numerusform>Dernière synchronisation il y a %Ln minute.</numerusform>
            <numerusform>Dernière synchronisation il y a %Ln minutes.</numerusform>
        </translation>
    </message>
    <message>
        <source>Last sync today at %1.</source>
        <translation>Dernière synchronisation aujourd’hui à %1.</translation>
    </message>
    <message>
        <source>Last sync yesterday at %1.</source>
        <translation>Dernière synchronisation hier à %1.</translation>
    </message>
    <message>
        <source>Last sync on %1.</source>
        <translation>Dernière synchronisation le %1.</translation>
    </message>
</context>
<context>
    <name>LumaSync::ProblemText</name>
    <message>
        <source>The cloud cannot be reached</source>
        <translation>Le cloud est injoignable</translation>
    </message>
    <message>
        <source>The cloud did not answer in time</source>
        <translation>Le cloud n’a pas répondu à temps</translation>
    </message>
    <message>
        <source>The connection to the cloud is not secure</source>
        <translation>La connexion au cloud n’est pas sécurisée</translation>
    </message>
    <message>
        <source>Something else answered in place of the cloud</source>
        <translation>Autre chose a répondu à la place du cloud</translation>
    </message>
    <message>
        <source>Your sign-in has ended</source>
        <translation>Votre connexion a pris fin</translation>
    </message>
    <message>
        <source>E-mail address or password is wrong</source>
        <translation>L’adresse e-mail ou le mot de passe est incorrect</translation>
    </message>
    <message>
        <source>The cloud does not know this app</source>
        <translation>Le cloud ne connaît pas cette application</translation>
    </message>
    <message>
        <source>This library belongs to another account</source>
        <translation>Cette bibliothèque appartient à un autre compte</translation>
    </message>
    <message>
        <source>The cloud does not let this account save here</source>
        <translation>Le cloud ne permet pas à ce compte d’enregistrer ici</translation>
    </message>
    <message>
        <source>The cloud is not prepared for this version of the app</source>
        <translation>Le cloud n’est pas prêt pour cette version de l’application</translation>
    </message>
    <message>
        <source>The cloud does not accept some of your changes</source>
        <translation>Le cloud refuse certaines de vos modifications</translation>
    </message>
    <message>
        <source>Some changes wait for another one</source>
        <translation>Certaines modifications en attendent une autre</translation>
    </message>
    <message>
        <source>Something is too large for the cloud</source>
        <translation>Un élément est trop volumineux pour le cloud</translation>
    </message>
    <message>
        <source>The cloud and this computer disagree about an upload</source>
        <translation>Le cloud et cet ordinateur ne s’accordent pas sur un envoi</translation>
    </message>
    <message>
        <source>An upload has to start over</source>
        <translation>Un envoi doit recommencer</translation>
    </message>
    <message>
        <source>The cloud is busy</source>
        <translation>Le cloud est occupé</translation>
    </message>
    <message>
        <source>The cloud has a problem of its own</source>
        <translation>Le cloud rencontre un problème</translation>
    </message>
    <message>
        <source>The cloud gave an answer that cannot be understood</source>
        <translation>Le cloud a donné une réponse incompréhensible</translation>
    </message>
    <message>
        <source>A file cannot be read</source>
        <translation>Fichier illisible</translation>
    </message>
    <message>
        <source>The disk of this computer is full</source>
        <translation>Le disque de cet ordinateur est plein</translation>
    </message>
    <message>
        <source>Sync is not set up correctly</source>
        <translation>La synchronisation est mal configurée</translation>
    </message>
    <message>
        <source>Check your internet connection. Your work waits safely on this computer and goes up by itself.</source>
        <translation>Vérifiez votre connexion à Internet. Votre travail attend en sécurité sur cet ordinateur et partira tout seul.</translation>
    </message>
    <message>
        <source>There is nothing to do: it is tried again by itself.</source>
        <translation>Il n’y a rien à faire : une nouvelle tentative aura lieu d’elle-même.</translation>
    </message>
    <message>
        <source>Check the date and time of this computer, and whether a proxy looks into its connections.</source>
        <translation>Vérifiez la date et l’heure de cet ordinateur, et si un proxy inspecte ses connexions.</translation>
    </message>
    <message>
        <source>Nothing was sent there. In the network of a hotel or café, open a web page first and sign in to that network.</source>
        <translation>Rien n’y a été envoyé. Dans le réseau d’un hôtel ou d’un café, ouvrez d’abord une page web et connectez-vous à ce réseau.</translation>
    </message>
    <message>
        <source>Sign in again to go on. Nothing is lost.</source>
        <translation>Reconnectez-vous pour continuer. Rien n’est perdu.</translation>
    </message>
    <message>
        <source>Check both, and whether you have confirmed your account by the e-mail that was sent to you.</source>
        <translation>Vérifiez les deux, et si vous avez confirmé votre compte grâce à l’e-mail reçu.</translation>
    </message>
    <message>
        <source>Install the latest version of this app. If that does not help, write to its makers.</source>
        <translation>Installez la dernière version de cette application. Si cela ne suffit pas, écrivez à ses auteurs.</translation>
    </message>
    <message>
        <source>Nothing is sent until you decide: sign in with the account that you began with, or copy all of it to this one.</source>
        <translation>Rien n’est envoyé tant que vous n’avez pas choisi : connectez-vous avec le compte d’origine, ou copiez tout vers celui-ci.</translation>
    </message>
    <message>
        <source>Sign in with the account that you began with, or write to the makers of this app.</source>
        <translation>Connectez-vous avec le compte d’origine, ou écrivez aux auteurs de cette application.</translation>
    </message>
    <message>
        <source>Your work waits safely on this computer. Write to the makers of this app.</source>
        <translation>Votre travail attend en sécurité sur cet ordinateur. Écrivez aux auteurs de cette application.</translation>
    </message>
    <message>
        <source>Change the entry, and it is tried again at once. The rest of your work is not held up.</source>
        <translation>Modifiez l’entrée, et une nouvelle tentative a lieu aussitôt. Le reste de votre travail n’est pas retardé.</translation>
    </message>
    <message>
        <source>There is nothing to do: they go up as soon as the other change was accepted.</source>
        <translation>Il n’y a rien à faire : elles partiront dès que l’autre modification sera acceptée.</translation>
    </message>
    <message>
        <source>Leave it out of the backup, or make it smaller.</source>
        <translation>Excluez-le de la sauvegarde, ou réduisez sa taille.</translation>
    </message>
    <message>
        <source>It is tried again by itself. If this stays, write to the makers of this app.</source>
        <translation>Une nouvelle tentative aura lieu d’elle-même. Si cela persiste, écrivez aux auteurs de cette application.</translation>
    </message>
    <message>
        <source>Put the file back to where it was, or remove it from the list.</source>
        <translation>Remettez le fichier à sa place, ou retirez-le de la liste.</translation>
    </message>
    <message>
        <source>Free some space, and sync goes on by itself.</source>
        <translation>Libérez de la place, et la synchronisation reprendra toute seule.</translation>
    </message>
    <message>
        <source>Write to the makers of this app, and send them the details.</source>
        <translation>Écrivez aux auteurs de cette application et envoyez-leur les détails.</translation>
    </message>
    <message>
        <source>Another program is using your library</source>
        <translation>Un autre programme utilise votre bibliothèque</translation>
    </message>
    <message>
        <source>Your library is write-protected</source>
        <translation>Votre bibliothèque est protégée en écriture</translation>
    </message>
    <message>
        <source>The disk with your library is full</source>
        <translation>Le disque de votre bibliothèque est plein</translation>
    </message>
    <message>
        <source>Your library cannot be opened</source>
        <translation>Votre bibliothèque ne peut pas être ouverte</translation>
    </message>
    <message>
        <source>Your library file is damaged</source>
        <translation>Le fichier de votre bibliothèque est endommagé</translation>
    </message>
    <message>
        <source>Your library cannot be read</source>
        <translation>Votre bibliothèque ne peut pas être lue</translation>
    </message>
    <message>
        <source>Close the other program, and sync goes on by itself.</source>
        <translation>Fermez l’autre programme, et la synchronisation reprendra toute seule.</translation>
    </message>
    <message>
        <source>Allow this app to write to the folder of your library.</source>
        <translation>Autorisez cette application à écrire dans le dossier de votre bibliothèque.</translation>
    </message>
    <message>
        <source>Check that the disk with your library is connected.</source>
        <translation>Vérifiez que le disque de votre bibliothèque est branché.</translation>
    </message>
    <message>
        <source>Nothing was deleted. What is in the cloud stays there. Restore the file from a backup of this computer.</source>
        <translation>Rien n’a été supprimé. Ce qui est dans le cloud y reste. Restaurez le fichier depuis une sauvegarde de cet ordinateur.</translation>
    </message>
    <message>
        <source>Nothing was deleted. Restart the app, and if this stays, write to its makers.</source>
        <translation>Rien n’a été supprimé. Redémarrez l’application, et si cela persiste, écrivez à ses auteurs.</translation>
    </message>
</context>
<context>
    <name>LumaSync::RatePlot</name>
    <message>
        <source>Upload rate</source>
        <translation>Débit d’envoi</translation>
    </message>
    <message>
        <source>Now %1.</source>
        <translation>Actuellement %1.</translation>
    </message>
    <message numerus="yes">
        <source>Last %Ln minute(s)</source>
        <translation>
            <numerusform>%Ln dernière minute</numerusform>
            <numerusform>%Ln dernières minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LumaSync::SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>Réglages</translation>
    </message>
    <message>
        <source>&amp;Upload speed</source>
        <translation>&amp;Vitesse d’envoi</translation>
    </message>
    <message>
        <source>Upload large files over &amp;metered networks, too</source>
        <translation>Envoyer les gros fichiers même sur les réseaux &amp;limités</translation>
    </message>
    <message>
        <source>&amp;Compression of analysis files</source>
        <translation>&amp;Compression des fichiers d’analyse</translation>
    </message>
    <message>
        <source>What to back up</source>
        <translation>Ce qui est sauvegardé</translation>
    </message>
    <message>
        <source>Everything that you enter and edit is always backed up. What you leave out here waits on this computer.</source>
        <translation>Tout ce que vous saisissez et modifiez est toujours sauvegardé. Ce que vous excluez ici attend sur cet ordinateur.</translation>
    </message>
    <message>
        <source>Sign &amp;out</source>
        <translation>Se &amp;déconnecter</translation>
    </message>
    <message>
        <source>Level %1 of %2. Higher levels upload less, but keep the computer busy for longer.</source>
        <translation>Niveau %1 sur %2. Un niveau plus élevé envoie moins de données, mais occupe l’ordinateur plus longtemps.</translation>
    </message>
</context>
<context>
    <name>LumaSync::SignInDialog</name>
    <message>
        <source>Sign in</source>
        <translation>Connexion</translation>
    </message>
    <message>
        <source>Sign in to back up your work. It stays on this computer, too.</source>
        <translation>Connectez-vous pour sauvegarder votre travail. Il reste aussi sur cet ordinateur.</translation>
    </message>
    <message>
        <source>&amp;E-mail address</source>
        <translation>Adresse &amp;e-mail</translation>
    </message>
    <message>
        <source>&amp;Password</source>
        <translation>Mot de &amp;passe</translation>
    </message>
    <message>
        <source>&amp;Sign in</source>
        <translation>&amp;Se connecter</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Signing in</source>
        <translation>Connexion en cours</translation>
    </message>
</context>
<context>
    <name>LumaSync::StatusHeader</name>
    <message>
        <source>Resume sync</source>
        <translation>Reprendre la synchronisation</translation>
    </message>
    <message>
        <source>Pause sync</source>
        <translation>Suspendre la synchronisation</translation>
    </message>
    <message>
        <source>Sync now</source>
        <translation>Synchroniser maintenant</translation>
    </message>
    <message>
        <source>Sign in…</source>
        <translation>Se connecter…</translation>
    </message>
</context>
<context>
    <name>LumaSync::StatusText</name>
    <message>
        <source>Everything is backed up</source>
        <translation>Tout est sauvegardé</translation>
    </message>
    <message>
        <source>Next try at %1.</source>
        <translation>Prochaine tentative à %1.</translation>
    </message>
    <message numerus="yes">
        <source>Saving the last %Ln change(s)…</source>
        <translation>
            <numerusform>Enregistrement de la dernière modification…</numerusform>
            <numerusform>Enregistrement des %Ln dernières modifications…</numerusform>
        </translation>
    </message>
    <message>
        <source>Finishing…</source>
        <translation>Finalisation…</translation>
    </message>
    <message numerus="yes">
        <source>Syncing %Ln change(s)…</source>
        <translation>
            <numerusform>Synchronisation de %Ln modification…</numerusform>
            <numerusform>Synchronisation de %Ln modifications…</numerusform>
        </translation>
    </message>
    <message>
        <source>Syncing…</source>
        <translation>Synchronisation…</translation>
    </message>
    <message numerus="yes">
        <source>Uploading %Ln file(s)…</source>
        <translation>
            <numerusform>Envoi de %Ln fichier…</numerusform>
            <numerusform>Envoi de %Ln fichiers…</numerusform>
        </translation>
    </message>
    <message>
        <source>Uploading…</source>
        <translation>Envoi en cours…</translation>
    </message>
    <message>
        <source>Sync is paused</source>
        <translation>La synchronisation est suspendue</translation>
    </message>
    <message>
        <source>You are offline</source>
        <translation>Vous êtes hors ligne</translation>
    </message>
    <message>
        <source>You are signed out</source>
        <translation>Vous êtes déconnecté</translation>
    </message>
    <message>
        <source>Sync has stopped</source>
        <translation>La synchronisation est arrêtée</translation>
    </message>
    <message>
        <source>Opening the library…</source>
        <translation>Ouverture de la bibliothèque…</translation>
    </message>
    <message numerus="yes">
        <source>%Ln upload(s) waiting</source>
        <translation>
            <numerusform>%Ln envoi en attente</numerusform>
            <numerusform>%Ln envois en attente</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln change(s) waiting</source>
        <translation>
            <numerusform>%Ln modification en attente</numerusform>
            <numerusform>%Ln modifications en attente</numerusform>
        </translation>
    </message>
    <message>
        <source>Looking for changes…</source>
        <translation>Recherche de modifications…</translation>
    </message>
    <message numerus="yes">
        <source>%Ln item(s) need your attention</source>
        <translation>
            <numerusform>%Ln élément demande votre attention</numerusform>
            <numerusform>%Ln éléments demandent votre attention</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) left out, as you chose.</source>
        <translation>
            <numerusform>%Ln fichier exclu, comme vous l’avez choisi.</numerusform>
            <numerusform>%Ln fichiers exclus, comme vous l’avez choisi.</numerusform>
        </translation>
    </message>
    <message>
        <source>Your sign-in is not kept: sign in again when you start the app next time.</source>
        <translation>Votre connexion n’est pas conservée : reconnectez-vous au prochain démarrage.</translation>
    </message>
    <message>
        <source>Preparing the next file; %1 left.</source>
        <translation>Préparation du fichier suivant ; %1 restants.</translation>
    </message>
    <message>
        <source>Large files wait until the battery saver is off.</source>
        <translation>Les gros fichiers attendent la fin de l’économie d’énergie.</translation>
    </message>
    <message>
        <source>Large files wait for a network that does not charge by volume.</source>
        <translation>Les gros fichiers attendent un réseau sans limite de volume.</translation>
    </message>
    <message>
        <source>%1 left at %2, less than a minute.</source>
        <extracomment>%1 is a size, %2 a rate</extracomment>
        <translation>%1 restants à %2, moins d’une minute.</translation>
    </message>
    <message>
        <source>%1 left at %2, about %3.</source>
        <extracomment>%1 is a size, %2 a rate, %3 a length of time</extracomment>
        <translation>%1 restants à %2, environ %3.</translation>
    </message>
    <message>
        <source>%1 left.</source>
        <translation>%1 restants.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln upload(s) wait safely on this computer.</source>
        <translation>
            <numerusform>%Ln envoi attend en sécurité sur cet ordinateur.</numerusform>
            <numerusform>%Ln envois attendent en sécurité sur cet ordinateur.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln change(s) wait safely on this computer.</source>
        <translation>
            <numerusform>%Ln modification attend en sécurité sur cet ordinateur.</numerusform>
            <numerusform>%Ln modifications attendent en sécurité sur cet ordinateur.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln upload(s) left, %1</source>
        <extracomment>%1 is a length of time such as &quot;2 min&quot;</extracomment>
        <translation>
            <numerusform>%Ln envoi restant, %1</numerusform>
            <numerusform>%Ln envois restants, %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln upload(s) left</source>
        <translation>
            <numerusform>%Ln envoi restant</numerusform>
            <numerusform>%Ln envois restants</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Paused, %Ln upload(s) left</source>
        <translation>
            <numerusform>En pause, %Ln envoi restant</numerusform>
            <numerusform>En pause, %Ln envois restants</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Offline, %Ln upload(s) left</source>
        <translation>
            <numerusform>Hors ligne, %Ln envoi restant</numerusform>
            <numerusform>Hors ligne, %Ln envois restants</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LumaSync::SyncMenu</name>
    <message>
        <source>&amp;Resume sync</source>
        <translation>&amp;Reprendre la synchronisation</translation>
    </message>
    <message>
        <source>&amp;Pause sync</source>
        <translation>&amp;Suspendre la synchronisation</translation>
    </message>
    <message>
        <source>&amp;Open sync status</source>
        <translation>&amp;Ouvrir l’état de la synchronisation</translation>
    </message>
    <message>
        <source>Sign &amp;in…</source>
        <translation>Se &amp;connecter…</translation>
    </message>
    <message>
        <source>&amp;Sync now</source>
        <translation>Synchroniser &amp;maintenant</translation>
    </message>
    <message>
        <source>&amp;Limit upload speed</source>
        <translation>&amp;Limiter la vitesse d’envoi</translation>
    </message>
    <message>
        <source>&amp;Quit when everything is uploaded</source>
        <translation>&amp;Quitter quand tout est envoyé</translation>
    </message>
    <message>
        <source>Retry &amp;what failed</source>
        <translation>Réessayer &amp;ce qui a échoué</translation>
    </message>
</context>
<context>
    <name>LumaSync::SyncStatusPanel</name>
    <message>
        <source>Sync status</source>
        <translation>État de la synchronisation</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Pages</translation>
    </message>
    <message>
        <source>Uploads</source>
        <translation>Envois</translation>
    </message>
    <message>
        <source>Attention (%1)</source>
        <translation>Attention (%1)</translation>
    </message>
    <message>
        <source>Attention</source>
        <translation>Attention</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Réglages</translation>
    </message>
    <message numerus="yes">
        <source>change(s) waiting</source>
        <translation>
            <numerusform>modification en attente</numerusform>
            <numerusform>modifications en attente</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>upload(s) waiting, %1</source>
        <translation>
            <numerusform>envoi en attente, %1</numerusform>
            <numerusform>envois en attente, %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>upload(s) waiting</source>
        <translation>
            <numerusform>envoi en attente</numerusform>
            <numerusform>envois en attente</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>change(s) not accepted</source>
        <translation>
            <numerusform>modification refusée</numerusform>
            <numerusform>modifications refusées</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>upload(s) failed</source>
        <translation>
            <numerusform>envoi échoué</numerusform>
            <numerusform>envois échoués</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LumaSync::UploadDelegate</name>
    <message>
        <source>Retry now</source>
        <translation>Réessayer</translation>
    </message>
</context>
<context>
    <name>LumaSync::UploadPage</name>
    <message>
        <source>Uploads</source>
        <translation>Envois</translation>
    </message>
    <message>
        <source>Fetching the list…</source>
        <translation>Récupération de la liste…</translation>
    </message>
    <message>
        <source>The list appears when the library is open.</source>
        <translation>La liste apparaît quand la bibliothèque est ouverte.</translation>
    </message>
    <message>
        <source>No uploads are waiting.</source>
        <translation>Aucun envoi en attente.</translation>
    </message>
    <message>
        <source>&amp;Retry now</source>
        <translation>&amp;Réessayer</translation>
    </message>
    <message>
        <source>&amp;Leave this track out of the backup</source>
        <translation>&amp;Exclure ce titre de la sauvegarde</translation>
    </message>
    <message>
        <source>&amp;Include this track in the backup</source>
        <translation>&amp;Inclure ce titre dans la sauvegarde</translation>
    </message>
    <message>
        <source>Show in &amp;file manager</source>
        <translation>Afficher le &amp;fichier</translation>
    </message>
    <message>
        <source>Re&amp;move from the list…</source>
        <translation>Re&amp;tirer de la liste…</translation>
    </message>
    <message>
        <source>Remove upload</source>
        <translation>Retirer l’envoi</translation>
    </message>
    <message>
        <source>Remove “%1” from the list?</source>
        <translation>Retirer « %1 » de la liste ?</translation>
    </message>
    <message>
        <source>The file stays on this computer, but it will not be in the backup.</source>
        <translation>Le fichier reste sur cet ordinateur, mais ne sera pas dans la sauvegarde.</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Retirer</translation>
    </message>
</context>
<context>
    <name>LumaSync::UploadText</name>
    <message>
        <source>Track %1</source>
        <translation>Titre %1</translation>
    </message>
    <message>
        <source>Cover, %1</source>
        <translation>Pochette, %1</translation>
    </message>
    <message>
        <source>Cover</source>
        <translation>Pochette</translation>
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
        <translation>Pochettes</translation>
    </message>
    <message>
        <source>Analysis: stems, waveforms and harmonies</source>
        <translation>Analyse : pistes séparées, formes d’onde et harmonies</translation>
    </message>
    <message>
        <source>Audio files</source>
        <translation>Fichiers audio</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Exclu</translation>
    </message>
    <message>
        <source>Preparing…</source>
        <translation>Préparation…</translation>
    </message>
    <message>
        <source>%1 of %2 at %3</source>
        <extracomment>%1 and %2 are sizes, %3 is a rate</extracomment>
        <translation>%1 sur %2 à %3</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 sur %2</translation>
    </message>
    <message>
        <source>Next try at %1</source>
        <translation>Prochaine tentative à %1</translation>
    </message>
    <message>
        <source>Goes on at %1 of %2</source>
        <translation>Reprend à %1 sur %2</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>En attente</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>reste %1</translation>
    </message>
</context>
</TS>
