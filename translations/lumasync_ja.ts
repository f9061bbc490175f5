<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja" sourcelanguage="en">
<context>
    <name>LumaSync::AttentionCard</name>
    <message>
        <source>Show in file manager</source>
        <translation>ファイルの場所を表示</translation>
    </message>
    <message>
        <source>Hide details</source>
        <translation>詳細を隠す</translation>
    </message>
    <message>
        <source>Show details</source>
        <translation>詳細を表示</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>詳細をコピー</translation>
    </message>
    <message>
        <source>Technical details</source>
        <translation>技術的な詳細</translation>
    </message>
</context>
<context>
    <name>LumaSync::AttentionPage</name>
    <message>
        <source>Needs attention</source>
        <translation>確認が必要</translation>
    </message>
    <message>
        <source>Nothing needs your attention.</source>
        <translation>確認が必要なものはありません。</translation>
    </message>
</context>
<context>
    <name>LumaSync::AttentionText</name>
    <message numerus="yes">
        <source>The cloud does not accept %Ln change(s)</source>
        <translation>
            <numerusform>クラウドが %Ln 件の変更を受け付けません</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The cloud does not accept %Ln change(s) in “%1”</source>
        <extracomment>%1 is the name of a list in the person&apos;s library, such as &quot;venues&quot;</extracomment>
        <translation>
            <numerusform>クラウドが「%1」の %Ln 件の変更を受け付けません</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) cannot be read</source>
        <translation>
            <numerusform>%Ln 個のファイルを読み取れません</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) are too large for the cloud</source>
        <translation>
            <numerusform>%Ln 個のファイルがクラウドには大きすぎます</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) wait for space on the disk</source>
        <translation>
            <numerusform>%Ln 個のファイルがディスクの空きを待っています</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The cloud does not let %Ln file(s) in</source>
        <translation>
            <numerusform>クラウドが %Ln 個のファイルの保存を許可していません</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln upload(s) did not succeed</source>
        <translation>
            <numerusform>%Ln 件のアップロードに失敗しました</numerusform>
        </translation>
    </message>
    <message>
        <source>It was tried several times. Try again now, or later when the connection is better.</source>
        <translation>何度か試しました。今すぐ再試行するか、接続が良くなってからもう一度お試しください。</translation>
    </message>
    <message>
        <source>Sign in…</source>
        <translation>サインイン…</translation>
    </message>
    <message>
        <source>Copy all of it to this account</source>
        <translation>すべてをこのアカウントにコピー</translation>
    </message>
    <message>
        <source>Retry now</source>
        <translation>今すぐ再試行</translation>
    </message>
</context>
<context>
    <name>LumaSync::Bandwidth</name>
    <message>
        <source>No limit</source>
        <translation>制限なし</translation>
    </message>
</context>
<context>
    <name>LumaSync::Format</name>
    <message>
        <source>%1/s</source>
        <extracomment>A transfer rate; %1 is a size such as &quot;1.2 MB&quot;</extracomment>
        <translation>%1/秒</translation>
    </message>
    <message>
        <source>less than a minute</source>
        <translation>1 分未満</translation>
    </message>
    <message numerus="yes">
        <source>%Ln min</source>
        <translation>
            <numerusform>%Ln 分</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <extracomment>Hours and minutes</extracomment>
        <translation>%1 時間 %2 分</translation>
    </message>
    <message numerus="yes">
        <source>%Ln day(s)</source>
        <translation>
            <numerusform>%Ln 日</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing has been synced yet.</source>
        <translation>まだ同期されていません。</translation>
    </message>
    <message>
        <source>Last sync just now.</source>
        <translation>最後の同期: たった今</translation>
    </message>
    <message numerus="yes">
        <source>Last sync %Ln minute(s) ago.</source>
        <translation>
            <numerusform>最後の同期: %Ln 分前</numerusform>
        </translation>
    </message>
    <message>
        <source>Last sync today at %1.</source>
        <translation>最後の同期: 今日 %1</translation>
    </message>
    <message>
        <source>Last sync yesterday at %1.</source>
        <translation>最後の同期: 昨日 %1</translation>
    </message>
    <message>
        <source>Last sync on %1.</source>
        <translation>最後の同期: %1</translation>
    </message>
</context>
<context>
    <name>LumaSync::ProblemText</name>
    <message>
        <source>The cloud cannot be reached</source>
        <translation>クラウドに接続できません</translation>
    </message>
    <message>
        <source>The cloud did not answer in time</source>
        <translation>クラウドが時間内に応答しませんでした</translation>
    </message>
    <message>
        <source>The connection to the cloud is not secure</source>
        <translation>クラウドへの接続が安全ではありません</translation>
    </message>
    <message>
        <source>Something else answered in place of the cloud</source>
        <translation>クラウドではない相手が応答しました</translation>
    </message>
    <message>
        <source>Your sign-in has ended</source>
        <translation>サインインの有効期限が切れました</translation>
    </message>
    <message>
        <source>E-mail address or password is wrong</source>
        <translation>メールアドレスまたはパスワードが違います</translation>
    </message>
    <message>
        <source>The cloud does not know this app</source>
        <translation>クラウドがこのアプリを認識しません</translation>
    </message>
    <message>
        <source>This library belongs to another account</source>
        <translation>このライブラリは別のアカウントのものです</translation>
    </message>
    <message>
        <source>The cloud does not let this account save here</source>
        <translation>クラウドがこのアカウントでの保存を許可していません</translation>
    </message>
    <message>
        <source>The cloud is not prepared for this version of the app</source>
        <translation>クラウドがこのバージョンのアプリに対応していません</translation>
    </message>
    <message>
        <source>The cloud does not accept some of your changes</source>
        <translation>クラウドが一部の変更を受け付けません</translation>
    </message>
    <message>
        <source>Some changes wait for another one</source>
        <translation>一部の変更が別の変更を待っています</translation>
    </message>
    <message>
        <source>Something is too large for the cloud</source>
        <translation>クラウドには大きすぎるものがあります</translation>
    </message>
    <message>
        <source>The cloud and this computer disagree about an upload</source>
        <translation>アップロードの状態がクラウドと一致しません</translation>
    </message>
    <message>
        <source>An upload has to start over</source>
        <translation>アップロードを最初からやり直します</translation>
    </message>
    <message>
        <source>The cloud is busy</source>
        <translation>クラウドが混み合っています</translation>
    </message>
    <message>
        <source>The cloud has a problem of its own</source>
        <translation>クラウド側で問題が起きています</translation>
    </message>
    <message>
        <source>The cloud gave an answer that cannot be understood</source>
        <translation>クラウドから理解できない応答がありました</translation>
    </message>
    <message>
        <source>A file cannot be read</source>
        <translation>ファイルを読み取れません</translation>
    </message>
    <message>
        <source>The disk of this computer is full</source>
        <translation>このコンピューターのディスクがいっぱいです</translation>
    </message>
    <message>
        <source>Sync is not set up correctly</source>
        <translation>同期が正しく設定されていません</translation>
    </message>
    <message>
        <source>Check your internet connection. Your work waits safely on this computer and goes up by itself.</source>
        <translation>インターネット接続を確認してください。作業はこのコンピューターに安全に保管され、自動的にアップロードされます。</translation>
    </message>
    <message>
        <source>There is nothing to do: it is tried again by itself.</source>
        <translation>何もする必要はありません。自動的に再試行されます。</translation>
    </message>
    <message>
        <source>Check the date and time of this computer, and whether a proxy looks into its connections.</source>
        <translation>このコンピューターの日付と時刻、およびプロキシが通信に介入していないかを確認してください。</translation>
    </message>
    <message>
        <source>Nothing was sent there. In the network of a hotel or café, open a web page first and sign in to that network.</source>
        <translation>そこへは何も送信していません。ホテルやカフェのネットワークでは、先にウェブページを開いてそのネットワークにサインインしてください。</translation>
    </message>
    <message>
        <source>Sign in again to go on. Nothing is lost.</source>
        <translation>続けるにはもう一度サインインしてください。何も失われていません。</translation>
    </message>
    <message>
        <source>Check both, and whether you have confirmed your account by the e-mail that was sent to you.</source>
        <translation>両方を確認し、届いたメールでアカウントを確認済みかどうかもご確認ください。</translation>
    </message>
    <message>
        <source>Install the latest version of this app. If that does not help, write to its makers.</source>
        <translation>このアプリの最新版をインストールしてください。それでも解決しない場合は、開発元にご連絡ください。</translation>
    </message>
    <message>
        <source>Nothing is sent until you decide: sign in with the account that you began with, or copy all of it to this one.</source>
        <translation>決めるまで何も送信されません。最初のアカウントでサインインするか、すべてをこのアカウントにコピーしてください。</translation>
    </message>
    <message>
        <source>Sign in with the account that you began with, or write to the makers of this app.</source>
        <translation>最初のアカウントでサインインするか、このアプリの開発元にご連絡ください。</translation>
    </message>
    <message>
        <source>Your work waits safely on this computer. Write to the makers of this app.</source>
        <translation>作業はこのコンピューターに安全に保管されています。このアプリの開発元にご連絡ください。</translation>
    </message>
    <message>
        <source>Change the entry, and it is tried again at once. The rest of your work is not held up.</source>
        <translation>その項目を変更すると、すぐに再試行されます。ほかの作業には影響しません。</translation>
    </message>
    <message>
        <source>There is nothing to do: they go up as soon as the other change was accepted.</source>
        <translation>何もする必要はありません。別の変更が受け付けられ次第アップロードされます。</translation>
    </message>
    <message>
        <source>Leave it out of the backup, or make it smaller.</source>
        <translation>バックアップから除外するか、サイズを小さくしてください。</translation>
    </message>
    <message>
        <source>It is tried again by itself. If this stays, write to the makers of this app.</source>
        <translation>自動的に再試行されます。続く場合は、このアプリの開発元にご連絡ください。</translation>
    </message>
    <message>
        <source>Put the file back to where it was, or remove it from the list.</source>
        <translation>ファイルを元の場所に戻すか、リストから削除してください。</translation>
    </message>
    <message>
        <source>Free some space, and sync goes on by itself.</source>
        <translation>空き容量を増やすと、同期が自動的に再開されます。</translation>
    </message>
    <message>
        <source>Write to the makers of this app, and send them the details.</source>
        <translation>このアプリの開発元に詳細を添えてご連絡ください。</translation>
    </message>
    <message>
        <source>Another program is using your library</source>
        <translation>別のプログラムがライブラリを使用しています</translation>
    </message>
    <message>
        <source>Your library is write-protected</source>
        <translation>ライブラリが書き込み禁止です</translation>
    </message>
    <message>
        <source>The disk with your library is full</source>
        <translation>ライブラリのあるディスクがいっぱいです</translation>
    </message>
    <message>
        <source>Your library cannot be opened</source>
        <translation>ライブラリを開けません</translation>
    </message>
    <message>
        <source>Your library file is damaged</source>
        <translation>ライブラリファイルが壊れています</translation>
    </message>
    <message>
        <source>Your library cannot be read</source>
        <translation>ライブラリを読み取れません</translation>
    </message>
    <message>
        <source>Close the other program, and sync goes on by itself.</source>
        <translation>そのプログラムを閉じると、同期が自動的に再開されます。</translation>
    </message>
    <message>
        <source>Allow this app to write to the folder of your library.</source>
        <translation>このアプリにライブラリのフォルダーへの書き込みを許可してください。</translation>
    </message>
    <message>
        <source>Check that the disk with your library is connected.</source>
        <translation>ライブラリのあるディスクが接続されているか確認してください。</translation>
    </message>
    <message>
        <source>Nothing was deleted. What is in the cloud stays there. Restore the file from a backup of this computer.</source>
        <translation>何も削除されていません。クラウドにあるものはそのまま残ります。このコンピューターのバックアップからファイルを復元してください。</translation>
    </message>
    <message>
        <source>Nothing was deleted. Restart the app, and if this stays, write to its makers.</source>
        <translation>何も削除されていません。アプリを再起動し、続く場合は開発元にご連絡ください。</translation>
    </message>
</context>
<context>
    <name>LumaSync::RatePlot</name>
    <message>
        <source>Upload rate</source>
        <translation>アップロード速度</translation>
    </message>
    <message>
        <source>Now %1.</source>
        <translation>現在 %1</translation>
    </message>
    <message numerus="yes">
        <source>Last %Ln minute(s)</source>
        <translation>
            <numerusform>過去 %Ln 分</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LumaSync::SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>&amp;Upload speed</source>
        <translation>アップロード速度(&amp;U)</translation>
    </message>
    <message>
        <source>Upload large files over &amp;metered networks, too</source>
        <translation>従量制ネットワークでも大きなファイルをアップロードする(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Compression of analysis files</source>
        <translation>解析ファイルの圧縮(&amp;C)</translation>
    </message>
    <message>
        <source>What to back up</source>
        <translation>バックアップの対象</translation>
    </message>
    <message>
        <source>Everything that you enter and edit is always backed up. What you leave out here waits on this computer.</source>
        <translation>入力や編集の内容は常にバックアップされます。ここで除外したものはこのコンピューターに残ります。</translation>
    </message>
    <message>
        <source>Sign &amp;out</source>
        <translation>サインアウト(&amp;O)</translation>
    </message>
    <message>
        <source>Level %1 of %2. Higher levels upload less, but keep the computer busy for longer.</source>
        <translation>レベル %1 / %2。高いほどアップロード量は減りますが、コンピューターの処理時間が長くなります。</translation>
    </message>
</context>
<context>
    <name>LumaSync::SignInDialog</name>
    <message>
        <source>Sign in</source>
        <translation>サインイン</translation>
    </message>
    <message>
        <source>Sign in to back up your work. It stays on this computer, too.</source>
        <translation>サインインすると作業がバックアップされます。このコンピューターにも残ります。</translation>
    </message>
    <message>
        <source>&amp;E-mail address</source>
        <translation>メールアドレス(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Password</source>
        <translation>パスワード(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Sign in</source>
        <translation>サインイン(&amp;S)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Signing in</source>
        <translation>サインインしています</translation>
    </message>
</context>
<context>
    <name>LumaSync::StatusHeader</name>
    <message>
        <source>Resume sync</source>
        <translation>同期を再開</translation>
    </message>
    <message>
        <source>Pause sync</source>
        <translation>同期を一時停止</translation>
    </message>
    <message>
        <source>Sync now</source>
        <translation>今すぐ同期</translation>
    </message>
    <message>
        <source>Sign in…</source>
        <translation>サインイン…</translation>
    </message>
</context>
<context>
    <name>LumaSync::StatusText</name>
    <message>
        <source>Everything is backed up</source>
        <translation>すべてバックアップ済み</translation>
    </message>
    <message>
        <source>Next try at %1.</source>
        <translation>次の試行: %1</translation>
    </message>
    <message numerus="yes">
        <source>Saving the last %Ln change(s)…</source>
        <translation>
            <numerusform>最後の %Ln 件の変更を保存しています…</numerusform>
        </translation>
    </message>
    <message>
        <source>Finishing…</source>
        <translation>終了処理中…</translation>
    </message>
    <message numerus="yes">
        <source>Syncing %Ln change(s)…</source>
        <translation>
            <numerusform>%Ln 件の変更を同期しています…</numerusform>
        </translation>
    </message>
    <message>
        <source>Syncing…</source>
        <translation>同期しています…</translation>
    </message>
    <message numerus="yes">
        <source>Uploading %Ln file(s)…</source>
        <translation>
            <numerusform>%Ln 個のファイルをアップロードしています…</numerusform>
        </translation>
    </message>
    <message>
        <source>Uploading…</source>
        <translation>アップロードしています…</translation>
    </message>
    <message>
        <source>Sync is paused</source>
        <translation>同期は一時停止中です</translation>
    </message>
    <message>
        <source>You are offline</source>
        <translation>オフラインです</translation>
    </message>
    <message>
        <source>You are signed out</source>
        <translation>サインアウトしています</translation>
    </message>
    <message>
        <source>Sync has stopped</source>
        <translation>同期は停止しました</translation>
    </message>
    <message>
        <source>Opening the library…</source>
        <translation>ライブラリを開いています…</translation>
    </message>
    <message numerus="yes">
        <source>%Ln upload(s) waiting</source>
        <translation>
            <numerusform>%Ln 件のアップロードが待機中</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln change(s) waiting</source>
        <translation>
            <numerusform>%Ln 件の変更が待機中</numerusform>
        </translation>
    </message>
    <message>
        <source>Looking for changes…</source>
        <translation>変更を確認しています…</translation>
    </message>
    <message numerus="yes">
        <source>%Ln item(s) need your attention</source>
        <translation>
            <numerusform>%Ln 件の確認が必要です</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) left out, as you chose.</source>
        <translation>
            <numerusform>設定により %Ln 個のファイルを除外しています。</numerusform>
        </translation>
    </message>
    <message>
        <source>Your sign-in is not kept: sign in again when you start the app next time.</source>
        <translation>サインインは保存されません。次回の起動時にもう一度サインインしてください。</translation>
    </message>
    <message>
        <source>Preparing the next file; %1 left.</source>
        <translation>次のファイルを準備しています。残り %1</translation>
    </message>
    <message>
        <source>Large files wait until the battery saver is off.</source>
        <translation>大きなファイルは、バッテリー節約が終わるのを待っています。</translation>
    </message>
    <message>
        <source>Large files wait for a network that does not charge by volume.</source>
        <translation>大きなファイルは、従量制でないネットワークを待っています。</translation>
    </message>
    <message>
        <source>%1 left at %2, less than a minute.</source>
        <extracomment>%1 is a size, %2 a rate</extracomment>
        <translation>残り %1、%2、1 分未満</translation>
    </message>
    <message>
        <source>%1 left at %2, about %3.</source>
        <extracomment>%1 is a size, %2 a rate, %3 a length of time</extracomment>
        <translation>残り %1、%2、約 %3</translation>
    </message>
    <message>
        <source>%1 left.</source>
        <translation>残り %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln upload(s) wait safely on this computer.</source>
        <translation>
            <numerusform>%Ln 件のアップロードはこのコンピューターに安全に保管されています。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln change(s) wait safely on this computer.</source>
        <translation>
            <numerusform>%Ln 件の変更はこのコンピューターに安全に保管されています。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln upload(s) left, %1</source>
        <extracomment>%1 is a length of time such as &quot;2 min&quot;</extracomment>
        <translation>
            <numerusform>残り %Ln 件のアップロード、%1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln upload(s) left</source>
        <translation>
            <numerusform>残り %Ln 件のアップロード</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Paused, %Ln upload(s) left</source>
        <translation>
            <numerusform>一時停止中、残り %Ln 件のアップロード</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Offline, %Ln upload(s) left</source>
        <translation>
            <numerusform>オフライン、残り %Ln 件のアップロード</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LumaSync::SyncMenu</name>
    <message>
        <source>&amp;Resume sync</source>
        <translation>同期を再開(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Pause sync</source>
        <translation>同期を一時停止(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Open sync status</source>
        <translation>同期の状態を開く(&amp;O)</translation>
    </message>
    <message>
        <source>Sign &amp;in…</source>
        <translation>サインイン(&amp;I)…</translation>
    </message>
    <message>
        <source>&amp;Sync now</source>
        <translation>今すぐ同期(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Limit upload speed</source>
        <translation>アップロード速度を制限(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Quit when everything is uploaded</source>
        <translation>すべてアップロードしたら終了(&amp;Q)</translation>
    </message>
    <message>
        <source>Retry &amp;what failed</source>
        <translation>失敗した項目を再試行(&amp;W)</translation>
    </message>
</context>
<context>
    <name>LumaSync::SyncStatusPanel</name>
    <message>
        <source>Sync status</source>
        <translation>同期の状態</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>ページ</translation>
    </message>
    <message>
        <source>Uploads</source>
        <translation>アップロード</translation>
    </message>
    <message>
        <source>Attention (%1)</source>
        <translation>要確認 (%1)</translation>
    </message>
    <message>
        <source>Attention</source>
        <translation>要確認</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>設定</translation>
    </message>
    <message numerus="yes">
        <source>change(s) waiting</source>
        <translation>
            <numerusform>変更待ち</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>upload(s) waiting, %1</source>
        <translation>
            <numerusform>アップロード待ち、%1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>upload(s) waiting</source>
        <translation>
            <numerusform>アップロード待ち</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>change(s) not accepted</source>
        <translation>
            <numerusform>拒否された変更</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>upload(s) failed</source>
        <translation>
            <numerusform>アップロード失敗</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LumaSync::UploadDelegate</name>
    <message>
        <source>Retry now</source>
        <translation>今すぐ再試行</translation>
    </message>
</context>
<context>
    <name>LumaSync::UploadPage</name>
    <message>
        <source>Uploads</source>
        <translation>アップロード</translation>
    </message>
    <message>
        <source>Fetching the list…</source>
        <translation>リストを取得しています…</translation>
    </message>
    <message>
        <source>The list appears when the library is open.</source>
        <translation>ライブラリが開くとリストが表示されます。</translation>
    </message>
    <message>
        <source>No uploads are waiting.</source>
        <translation>待機中のアップロードはありません。</translation>
    </message>
    <message>
        <source>&amp;Retry now</source>
        <translation>今すぐ再試行(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Leave this track out of the backup</source>
        <translation>このトラックをバックアップから除外(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Include this track in the backup</source>
        <translation>このトラックをバックアップに含める(&amp;I)</translation>
    </message>
    <message>
        <source>Show in &amp;file manager</source>
        <translation>ファイルの場所を表示(&amp;F)</translation>
    </message>
    <message>
        <source>Re&amp;move from the list…</source>
        <translation>リストから削除(&amp;M)…</translation>
    </message>
    <message>
        <source>Remove upload</source>
        <translation>アップロードを削除</translation>
    </message>
    <message>
        <source>Remove “%1” from the list?</source>
        <translation>「%1」をリストから削除しますか?</translation>
    </message>
    <message>
        <source>The file stays on this computer, but it will not be in the backup.</source>
        <translation>ファイルはこのコンピューターに残りますが、バックアップされません。</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>削除(&amp;R)</translation>
    </message>
</context>
<context>
    <name>LumaSync::UploadText</name>
    <message>
        <source>Track %1</source>
        <translation>トラック %1</translation>
    </message>
    <message>
        <source>Cover, %1</source>
        <translation>カバー画像、%1</translation>
    </message>
    <message>
        <source>Cover</source>
        <translation>カバー画像</translation>
    </message>
    <message>
        <source>Analysis, %1</source>
        <translation>解析データ、%1</translation>
    </message>
    <message>
        <source>Analysis</source>
        <translation>解析データ</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>%1 is a kind of file, such as &quot;Note attachment&quot;; %2 is a size</extracomment>
        <translation>%1、%2</translation>
    </message>
    <message>
        <source>Audio, %1</source>
        <translation>オーディオ、%1</translation>
    </message>
    <message>
        <source>Audio</source>
        <translation>オーディオ</translation>
    </message>
    <message>
        <source>Covers</source>
        <translation>カバー画像</translation>
    </message>
    <message>
        <source>Analysis: stems, waveforms and harmonies</source>
        <translation>解析データ: ステム、波形、ハーモニー</translation>
    </message>
    <message>
        <source>Audio files</source>
        <translation>オーディオファイル</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>除外</translation>
    </message>
    <message>
        <source>Preparing…</source>
        <translation>準備中…</translation>
    </message>
    <message>
        <source>%1 of %2 at %3</source>
        <extracomment>%1 and %2 are sizes, %3 is a rate</extracomment>
        <translation>%1 / %2、%3</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Next try at %1</source>
        <translation>次の試行: %1</translation>
    </message>
    <message>
        <source>Goes on at %1 of %2</source>
        <translation>%1 / %2 から再開</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>待機中</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>残り %1</translation>
    </message>
</context>
</TS>
