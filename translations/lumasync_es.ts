<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>LumaSync::AttentionCard</name>
    <message>
        <source>Show in file manager</source>
        <translation>Mostrar en el gestor de archivos</translation>
    </message>
    <message>
        <source>Hide details</source>
        <translation>Ocultar detalles</translation>
    </message>
    <message>
        <source>Show details</source>
        <translation>Mostrar detalles</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>Copiar detalles</translation>
    </message>
    <message>
        <source>Technical details</source>
        <translation>Detalles técnicos</translation>
    </message>
</context>
<context>
    <name>LumaSync::AttentionPage</name>
    <message>
        <source>Needs attention</source>
        <translation>Necesita atención</translation>
    </message>
    <message>
        <source>Nothing needs your attention.</source>
        <translation>Nada necesita tu atención.</translation>
    </message>
</context>
<context>
    <name>LumaSync::AttentionText</name>
    <message numerus="yes">
        <source>The cloud does not accept %Ln change(s)</source>
        <translation>
            <numerusform>La nube no acepta %Ln cambio</numerusform>
            <numerusform>La nube no acepta %Ln cambios</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The cloud does not accept %Ln change(s) in “%1”</source>
        <extracomment>%1 is the name of a list in the person&apos;s library, such as &quot;venues&quot;</extracomment>
        <translation>
            <numerusform>La nube no acepta %Ln cambio en «%1»</numerusform>
            <numerusform>La nube no acepta %Ln cambios en «%1»</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) cannot be read</source>
        <translation>
            <numerusform>No se puede leer %Ln archivo</numerusform>
            <numerusform>No se pueden leer %Ln archivos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) are too large for the cloud</source>
        <translation>
            <numerusform>%Ln archivo es demasiado grande para la nube</numerusform>
            <numerusform>%Ln archivos son demasiado grandes para la nube</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) wait for space on the disk</source>
        <translation>
            <numerusform>%Ln archivo espera espacio en el disco</numerusform>
            <numerusform>%Ln archivos esperan espacio en el disco</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The cloud does not let %Ln file(s) in</source>
        <translation>
            <numerusform>La nube no admite %Ln archivo</numerusform>
            <numerusform>La nube no admite %Ln archivos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln upload(s) did not succeed</source>
        <translation>
            <numerusform>Ha fallado %Ln subida</numerusform>
            <numerusform>Han fallado %Ln subidas</numerusform>
        </translation>
    </message>
    <message>
        <source>It was tried several times. Try again now, or later when the connection is better.</source>
        <translation>Se ha intentado varias veces. Inténtalo ahora o más tarde, cuando la conexión sea mejor.</translation>
    </message>
    <message>
        <source>Sign in…</source>
        <translation>Iniciar sesión…</translation>
    </message>
    <message>
        <source>Copy all of it to this account</source>
        <translation>Copiar todo a esta cuenta</translation>
    </message>
    <message>
        <source>Retry now</source>
        <translation>Reintentar ahora</translation>
    </message>
</context>
<context>
    <name>LumaSync::Bandwidth</name>
    <message>
        <source>No limit</source>
        <translation>Sin límite</translation>
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
        <translation>menos de un minuto</translation>
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
            <numerusform>%Ln día</numerusform>
            <numerusform>%Ln días</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing has been synced yet.</source>
        <translation>Todavía no se ha sincronizado nada.</translation>
    </message>
    <message>
        <source>Last sync just now.</source>
        <translation>Última sincronización ahora mismo.</translation>
    </message>
    <message numerus="yes">
        <source>Last sync %Ln minute(s) ago.</source>
        <translation>
            <numerusform>Última sincronización hace %Ln minuto.</numerusform>
            <numerusform>Última sincronización hace %Ln minutos.</numerusform>
        </translation>
    </message>
    <message>
        <source>Last sync today at %1.</source>
        <translation>Última sincronización hoy a las %1.</translation>
    </message>
    <message>
        <source>Last sync yesterday at %1.</source>
        <translation>Última sincronización ayer a las %1.</translation>
    </message>
    <message>
        <source>Last sync on %1.</source>
        <translation>Última sincronización el %1.</translation>
    </message>
</context>
<context>
    <name>LumaSync::ProblemText</name>
    <message>
        <source>The cloud cannot be reached</source>
        <translation>No se puede acceder a la nube</translation>
    </message>
    <message>
        <source>The cloud did not answer in time</source>
        <translation>La nube no respondió a tiempo</translation>
    </message>
    <message>
        <source>The connection to the cloud is not secure</source>
        <translation>La conexión con la nube no es segura</translation>
    </message>
    <message>
        <source>Something else answered in place of the cloud</source>
        <translation>Ha respondido otra cosa en lugar de la nube</translation>
    </message>
    <message>
        <source>Your sign-in has ended</source>
        <translation>Tu sesión ha terminado</translation>
    </message>
    <message>
        <source>E-mail address or password is wrong</source>
        <translation>El correo o la contraseña no son correctos</translation>
    </message>
    <message>
        <source>The cloud does not know this app</source>
        <translation>La nube no conoce esta aplicación</translation>
    </message>
    <message>
        <source>This library belongs to another account</source>
        <translation>Esta biblioteca pertenece a otra cuenta</translation>
    </message>
    <message>
        <source>The cloud does not let this account save here</source>
        <translation>La nube no permite que esta cuenta guarde aquí</translation>
    </message>
    <message>
        <source>The cloud is not prepared for this version of the app</source>
        <translation>La nube no está preparada para esta versión de la aplicación</translation>
    </message>
    <message>
        <source>The cloud does not accept some of your changes</source>
        <translation>La nube no acepta algunos de tus cambios</translation>
    </message>
    <message>
        <source>Some changes wait for another one</source>
        <translation>Algunos cambios esperan a otro</translation>
    </message>
    <message>
        <source>Something is too large for the cloud</source>
        <translation>Algo es demasiado grande para la nube</translation>
    </message>
    <message>
        <source>The cloud and this computer disagree about an upload</source>
        <translation>La nube y este equipo no coinciden en una subida</translation>
    </message>
    <message>
        <source>An upload has to start over</source>
        <translation>Una subida tiene que empezar de nuevo</translation>
    </message>
    <message>
        <source>The cloud is busy</source>
        <translation>La nube está ocupada</translation>
    </message>
    <message>
        <source>The cloud has a problem of its own</source>
        <translation>La nube tiene un problema</translation>
    </message>
    <message>
        <source>The cloud gave an answer that cannot be understood</source>
        <translation>La nube dio una respuesta que no se entiende</translation>
    </message>
    <message>
        <source>A file cannot be read</source>
        <translation>No se puede leer el archivo</translation>
    </message>
    <message>
        <source>The disk of this computer is full</source>
        <translation>El disco de este equipo está lleno</translation>
    </message>
    <message>
        <source>Sync is not set up correctly</source>
        <translation>La sincronización no está bien configurada</translation>
    </message>
    <message>
        <source>Check your internet connection. Your work waits safely on this computer and goes up by itself.</source>
        <translation>Comprueba tu conexión a internet. Tu trabajo espera a salvo en este equipo y se subirá solo.</translation>
    </message>
    <message>
        <source>There is nothing to do: it is tried again by itself.</source>
        <translation>No hay que hacer nada: se vuelve a intentar solo.</translation>
    </message>
    <message>
        <source>Check the date and time of this computer, and whether a proxy looks into its connections.</source>
        <translation>Comprueba la fecha y la hora de este equipo, y si un proxy inspecciona sus conexiones.</translation>
    </message>
    <message>
        <source>Nothing was sent there. In the network of a hotel or café, open a web page first and sign in to that network.</source>
        <translation>No se ha enviado nada. En la red de un hotel o una cafetería, abre primero una página web e inicia sesión en esa red.</translation>
    </message>
    <message>
        <source>Sign in again to go on. Nothing is lost.</source>
        <translation>Vuelve a iniciar sesión para continuar. No se ha perdido nada.</translation>
    </message>
    <message>
        <source>Check both, and whether you have confirmed your account by the e-mail that was sent to you.</source>
        <translation>Comprueba ambos, y si confirmaste tu cuenta con el correo que recibiste.</translation>
    </message>
    <message>
        <source>Install the latest version of this app. If that does not help, write to its makers.</source>
        <translation>Instala la última versión de esta aplicación. Si no ayuda, escribe a sus autores.</translation>
    </message>
    <message>
        <source>Nothing is sent until you decide: sign in with the account that you began with, or copy all of it to this one.</source>
        <translation>No se envía nada hasta que decidas: inicia sesión con la cuenta con la que empezaste o cópialo todo a esta.</translation>
    </message>
    <message>
        <source>Sign in with the account that you began with, or write to the makers of this app.</source>
        <translation>Inicia sesión con la cuenta con la que empezaste o escribe a los autores de esta aplicación.</translation>
    </message>
    <message>
        <source>Your work waits safely on this computer. Write to the makers of this app.</source>
        <translation>Tu trabajo espera a salvo en este equipo. Escribe a los autores de esta aplicación.</translation>
    </message>
    <message>
        <source>Change the entry, and it is tried again at once. The rest of your work is not held up.</source>
        <translation>Cambia la entrada y se intentará de nuevo al momento. El resto de tu trabajo no se detiene.</translation>
    </message>
    <message>
        <source>There is nothing to do: they go up as soon as the other change was accepted.</source>
        <translation>No hay que hacer nada: se subirán en cuanto se acepte el otro cambio.</translation>
    </message>
    <message>
        <source>Leave it out of the backup, or make it smaller.</source>
        <translation>Déjalo fuera de la copia o hazlo más pequeño.</translation>
    </message>
    <message>
        <source>It is tried again by itself. If this stays, write to the makers of this app.</source>
        <translation>Se vuelve a intentar solo. Si continúa, escribe a los autores de esta aplicación.</translation>
    </message>
    <message>
        <source>Put the file back to where it was, or remove it from the list.</source>
        <translation>Devuelve el archivo a su sitio o quítalo de la lista.</translation>
    </message>
    <message>
        <source>Free some space, and sync goes on by itself.</source>
        <translation>Libera espacio y la sincronización seguirá sola.</translation>
    </message>
    <message>
        <source>Write to the makers of this app, and send them the details.</source>
        <translation>Escribe a los autores de esta aplicación y envíales los detalles.</translation>
    </message>
    <message>
        <source>Another program is using your library</source>
        <translation>Otro programa está usando tu biblioteca</translation>
    </message>
    <message>
        <source>Your library is write-protected</source>
        <translation>Tu biblioteca está protegida contra escritura</translation>
    </message>
    <message>
        <source>The disk with your library is full</source>
        <translation>El disco de tu biblioteca está lleno</translation>
    </message>
    <message>
        <source>Your library cannot be opened</source>
        <translation>No se puede abrir tu biblioteca</translation>
    </message>
    <message>
        <source>Your library file is damaged</source>
        <translation>El archivo de tu biblioteca está dañado</translation>
    </message>
    <message>
        <source>Your library cannot be read</source>
        <translation>No se puede leer tu biblioteca</translation>
    </message>
    <message>
        <source>Close the other program, and sync goes on by itself.</source>
        <translation>Cierra el otro programa y la sincronización seguirá sola.</translation>
    </message>
    <message>
        <source>Allow this app to write to the folder of your library.</source>
        <translation>Permite que esta aplicación escriba en la carpeta de tu biblioteca.</translation>
    </message>
    <message>
        <source>Check that the disk with your library is connected.</source>
        <translation>Comprueba que el disco de tu biblioteca está conectado.</translation>
    </message>
    <message>
        <source>Nothing was deleted. What is in the cloud stays there. Restore the file from a backup of this computer.</source>
        <translation>No se ha borrado nada. Lo que está en la nube sigue allí. Restaura el archivo desde una copia de este equipo.</translation>
    </message>
    <message>
        <source>Nothing was deleted. Restart the app, and if this stays, write to its makers.</source>
        <translation>No se ha borrado nada. Reinicia la aplicación y, si continúa, escribe a sus autores.</translation>
    </message>
</context>
<context>
    <name>LumaSync::RatePlot</name>
    <message>
        <source>Upload rate</source>
        <translation>Velocidad de subida</translation>
    </message>
    <message>
        <source>Now %1.</source>
        <translation>Ahora %1.</translation>
    </message>
    <message numerus="yes">
        <source>Last %Ln minute(s)</source>
        <translation>
            <numerusform>Último minuto</numerusform>
            <numerusform>Últimos %Ln minutos</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LumaSync::SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>&amp;Upload speed</source>
        <translation>&amp;Velocidad de subida</translation>
    </message>
    <message>
        <source>Upload large files over &amp;metered networks, too</source>
        <translation>Subir archivos grandes también por redes de uso &amp;medido</translation>
    </message>
    <message>
        <source>&amp;Compression of analysis files</source>
        <translation>&amp;Compresión de los archivos de análisis</translation>
    </message>
    <message>
        <source>What to back up</source>
        <translation>Qué se guarda</translation>
    </message>
    <message>
        <source>Everything that you enter and edit is always backed up. What you leave out here waits on this computer.</source>
        <translation>Todo lo que escribes y editas se guarda siempre. Lo que dejes fuera aquí espera en este equipo.</translation>
    </message>
    <message>
        <source>Sign &amp;out</source>
        <translation>&amp;Cerrar sesión</translation>
    </message>
    <message>
        <source>Level %1 of %2. Higher levels upload less, but keep the computer busy for longer.</source>
        <translation>Nivel %1 de %2. Los niveles altos suben menos datos, pero ocupan el equipo durante más tiempo.</translation>
    </message>
</context>
<context>
    <name>LumaSync::SignInDialog</name>
    <message>
        <source>Sign in</source>
        <translation>Iniciar sesión</translation>
    </message>
    <message>
        <source>Sign in to back up your work. It stays on this computer, too.</source>
        <translation>Inicia sesión para guardar tu trabajo. También se queda en este equipo.</translation>
    </message>
    <message>
        <source>&amp;E-mail address</source>
        <translation>&amp;Correo electrónico</translation>
    </message>
    <message>
        <source>&amp;Password</source>
        <translation>Co&amp;ntraseña</translation>
    </message>
    <message>
        <source>&amp;Sign in</source>
        <translation>&amp;Iniciar sesión</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Signing in</source>
        <translation>Iniciando sesión</translation>
    </message>
</context>
<context>
    <name>LumaSync::StatusHeader</name>
    <message>
        <source>Resume sync</source>
        <translation>Reanudar la sincronización</translation>
    </message>
    <message>
        <source>Pause sync</source>
        <translation>Pausar la sincronización</translation>
    </message>
    <message>
        <source>Sync now</source>
        <translation>Sincronizar ahora</translation>
    </message>
    <message>
        <source>Sign in…</source>
        <translation>Iniciar sesión…</translation>
    </message>
</context>
<context>
    <name>LumaSync::StatusText</name>
    <message>
        <source>Everything is backed up</source>
        <translation>Todo está guardado</translation>
    </message>
    <message>
        <source>Next try at %1.</source>
        <translation>Próximo intento: %1.</translation>
    </message>
    <message numerus="yes">
        <source>Saving the last %Ln change(s)…</source>
        <translation>
            <numerusform>Guardando el último cambio…</numerusform>
            <numerusform>Guardando los últimos %Ln cambios…</numerusform>
        </translation>
    </message>
    <message>
        <source>Finishing…</source>
        <translation>Terminando…</translation>
    </message>
    <message numerus="yes">
        <source>Syncing %Ln change(s)…</source>
        <translation>
            <numerusform>Sincronizando %Ln cambio…</numerusform>
            <numerusform>Sincronizando %Ln cambios…</numerusform>
        </translation>
    </message>
    <message>
        <source>Syncing…</source>
        <translation>Sincronizando…</translation>
    </message>
    <message numerus="yes">
        <source>Uploading %Ln file(s)…</source>
        <translation>
            <numerusform>Subiendo %Ln archivo…</numerusform>
            <numerusform>Subiendo %Ln archivos…</numerusform>
        </translation>
    </message>
    <message>
        <source>Uploading…</source>
        <translation>Subiendo…</translation>
    </message>
    <message>
        <source>Sync is paused</source>
        <translation>La sincronización está en pausa</translation>
    </message>
    <message>
        <source>You are offline</source>
        <translation>Estás sin conexión</translation>
    </message>
    <message>
        <source>You are signed out</source>
        <translation>Has cerrado la sesión</translation>
    </message>
    <message>
        <source>Sync has stopped</source>
        <translation>La sincronización se ha detenido</translation>
    </message>
    <message>
        <source>Opening the library…</source>
        <translation>Abriendo la biblioteca…</translation>
    </message>
    <message numerus="yes">
        <source>%Ln upload(s) waiting</source>
        <translation>
            <numerusform>%Ln subida pendiente</numerusform>
            <numerusform>%Ln subidas pendientes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln change(s) waiting</source>
        <translation>
            <numerusform>%Ln cambio pendiente</numerusform>
            <numerusform>%Ln cambios pendientes</numerusform>
        </translation>
    </message>
    <message>
        <source>Looking for changes…</source>
        <translation>Buscando cambios…</translation>
    </message>
    <message numerus="yes">
        <source>%Ln item(s) need your attention</source>
        <translation>
            <numerusform>%Ln elemento necesita tu atención</numerusform>
            <numerusform>%Ln elementos necesitan tu atención</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) left out, as you chose.</source>
        <translation>
            <numerusform>%Ln archivo queda fuera, como elegiste.</numerusform>
            <numerusform>%Ln archivos quedan fuera, como elegiste.</numerusform>
        </translation>
    </message>
    <message>
        <source>Your sign-in is not kept: sign in again when you start the app next time.</source>
        <translation>Tu sesión no se conserva: inicia sesión de nuevo la próxima vez que abras la aplicación.</translation>
    </message>
    <message>
        <source>Preparing the next file; %1 left.</source>
        <translation>Preparando el siguiente archivo; quedan %1.</translation>
    </message>
    <message>
        <source>Large files wait until the battery saver is off.</source>
        <translation>Los archivos grandes esperan a que se desactive el ahorro de batería.</translation>
    </message>
    <message>
        <source>Large files wait for a network that does not charge by volume.</source>
        <translation>Los archivos grandes esperan una red sin límite de datos.</translation>
    </message>
    <message>
        <source>%1 left at %2, less than a minute.</source>
        <extracomment>%1 is a size, %2 a rate</extracomment>
        <translation>Quedan %1 a %2, menos de un minuto.</translation>
    </message>
    <message>
        <source>%1 left at %2, about %3.</source>
        <extracomment>%1 is a size, %2 a rate, %3 a length of time</extracomment>
        <translation>Quedan %1 a %2, unos %3.</translation>
    </message>
    <message>
        <source>%1 left.</source>
        <translation>Quedan %1.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln upload(s) wait safely on this computer.</source>
        <translation>
            <numerusform>%Ln subida espera a salvo en este equipo.</numerusform>
            <numerusform>%Ln subidas esperan a salvo en este equipo.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln change(s) wait safely on this computer.</source>
        <translation>
            <numerusform>%Ln cambio espera a salvo en este equipo.</numerusform>
            <numerusform>%Ln cambios esperan a salvo en este equipo.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln upload(s) left, %1</source>
        <extracomment>%1 is a length of time such as &quot;2 min&quot;</extracomment>
        <translation>
            <numerusform>Queda %Ln subida, %1</numerusform>
            <numerusform>Quedan %Ln subidas, %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln upload(s) left</source>
        <translation>
            <numerusform>Queda %Ln subida</numerusform>
            <numerusform>Quedan %Ln subidas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Paused, %Ln upload(s) left</source>
        <translation>
            <numerusform>En pausa, queda %Ln subida</numerusform>
            <numerusform>En pausa, quedan %Ln subidas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Offline, %Ln upload(s) left</source>
        <translation>
            <numerusform>Sin conexión, queda %Ln subida</numerusform>
            <numerusform>Sin conexión, quedan %Ln subidas</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LumaSync::SyncMenu</name>
    <message>
        <source>&amp;Resume sync</source>
        <translation>&amp;Reanudar la sincronización</translation>
    </message>
    <message>
        <source>&amp;Pause sync</source>
        <translation>&amp;Pausar la sincronización</translation>
    </message>
    <message>
        <source>&amp;Open sync status</source>
        <translation>&amp;Abrir el estado de la sincronización</translation>
    </message>
    <message>
        <source>Sign &amp;in…</source>
        <translation>Iniciar se&amp;sión…</translation>
    </message>
    <message>
        <source>&amp;Sync now</source>
        <translation>&amp;Sincronizar ahora</translation>
    </message>
    <message>
        <source>&amp;Limit upload speed</source>
        <translation>&amp;Limitar la velocidad de subida</translation>
    </message>
    <message>
        <source>&amp;Quit when everything is uploaded</source>
        <translation>Salir cuando todo esté subi&amp;do</translation>
    </message>
    <message>
        <source>Retry &amp;what failed</source>
        <translation>Reintentar lo que &amp;falló</translation>
    </message>
</context>
<context>
    <name>LumaSync::SyncStatusPanel</name>
    <message>
        <source>Sync status</source>
        <translation>Estado de la sincronización</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Páginas</translation>
    </message>
    <message>
        <source>Uploads</source>
        <translation>Subidas</translation>
    </message>
    <message>
        <source>Attention (%1)</source>
        <translation>Atención (%1)</translation>
    </message>
    <message>
        <source>Attention</source>
        <translation>Atención</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message numerus="yes">
        <source>change(s) waiting</source>
        <translation>
            <numerusform>cambio en espera</numerusform>
            <numerusform>cambios en espera</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>upload(s) waiting, %1</source>
        <translation>
            <numerusform>subida en espera, %1</numerusform>
            <numerusform>subidas en espera, %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>upload(s) waiting</source>
        <translation>
            <numerusform>subida en espera</numerusform>
            <numerusform>subidas en espera</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>change(s) not accepted</source>
        <translation>
            <numerusform>cambio no aceptado</numerusform>
            <numerusform>cambios no aceptados</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>upload(s) failed</source>
        <translation>
            <numerusform>subida fallida</numerusform>
            <numerusform>subidas fallidas</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LumaSync::UploadDelegate</name>
    <message>
        <source>Retry now</source>
        <translation>Reintentar ahora</translation>
    </message>
</context>
<context>
    <name>LumaSync::UploadPage</name>
    <message>
        <source>Uploads</source>
        <translation>Subidas</translation>
    </message>
    <message>
        <source>Fetching the list…</source>
        <translation>Obteniendo la lista…</translation>
    </message>
    <message>
        <source>The list appears when the library is open.</source>
        <translation>La lista aparece cuando la biblioteca está abierta.</translation>
    </message>
    <message>
        <source>No uploads are waiting.</source>
        <translation>No hay subidas pendientes.</translation>
    </message>
    <message>
        <source>&amp;Retry now</source>
        <translation>&amp;Reintentar ahora</translation>
    </message>
    <message>
        <source>&amp;Leave this track out of the backup</source>
        <translation>&amp;Dejar esta pista fuera de la copia</translation>
    </message>
    <message>
        <source>&amp;Include this track in the backup</source>
        <translation>&amp;Incluir esta pista en la copia</translation>
    </message>
    <message>
        <source>Show in &amp;file manager</source>
        <translation>&amp;Mostrar en el gestor de archivos</translation>
    </message>
    <message>
        <source>Re&amp;move from the list…</source>
        <translation>&amp;Quitar de la lista…</translation>
    </message>
    <message>
        <source>Remove upload</source>
        <translation>Quitar la subida</translation>
    </message>
    <message>
        <source>Remove “%1” from the list?</source>
        <translation>¿Quitar «%1» de la lista?</translation>
    </message>
    <message>
        <source>The file stays on this computer, but it will not be in the backup.</source>
        <translation>El archivo se queda en este equipo, pero no estará en la copia.</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Quitar</translation>
    </message>
</context>
<context>
    <name>LumaSync::UploadText</name>
    <message>
        <source>Track %1</source>
        <translation>Pista %1</translation>
    </message>
    <message>
        <source>Cover, %1</source>
        <translation>Portada, %1</translation>
    </message>
    <message>
        <source>Cover</source>
        <translation>Portada</translation>
    </message>
    <message>
        <source>Analysis, %1</source>
        <translation>Análisis, %1</translation>
    </message>
    <message>
        <source>Analysis</source>
        <translation>Análisis</translation>
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
        <translation>Portadas</translation>
    </message>
    <message>
        <source>Analysis: stems, waveforms and harmonies</source>
        <translation>Análisis: pistas separadas, formas de onda y armonías</translation>
    </message>
    <message>
        <source>Audio files</source>
        <translation>Archivos de audio</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Fuera de la copia</translation>
    </message>
    <message>
        <source>Preparing…</source>
        <translation>Preparando…</translation>
    </message>
    <message>
        <source>%1 of %2 at %3</source>
        <extracomment>%1 and %2 are sizes, %3 is a rate</extracomment>
        <translation>%1 de %2 a %3</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 de %2</translation>
    </message>
    <message>
        <source>Next try at %1</source>
        <translation>Próximo intento: %1</translation>
    </message>
    <message>
        <source>Goes on at %1 of %2</source>
        <translation>Sigue en %1 de %2</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Pendiente</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>quedan %1</translation>
    </message>
</context>
</TS>
