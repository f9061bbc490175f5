<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar" sourcelanguage="en">
<context>
    <name>LumaSync::AttentionCard</name>
    <message>
        <source>Show in file manager</source>
        <translation>عرض في مدير الملفات</translation>
    </message>
    <message>
        <source>Hide details</source>
        <translation>إخفاء التفاصيل</translation>
    </message>
    <message>
        <source>Show details</source>
        <translation>عرض التفاصيل</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>نسخ التفاصيل</translation>
    </message>
    <message>
        <source>Technical details</source>
        <translation>تفاصيل تقنية</translation>
    </message>
</context>
<context>
    <name>LumaSync::AttentionPage</name>
    <message>
        <source>Needs attention</source>
        <translation>يحتاج إلى انتباه</translation>
    </message>
    <message>
        <source>Nothing needs your attention.</source>
        <translation>لا شيء يحتاج إلى انتباهك.</translation>
    </message>
</context>
<context>
    <name>LumaSync::AttentionText</name>
    <message numerus="yes">
        <source>The cloud does not accept %Ln change(s)</source>
        <translation>
            <numerusform>لا توجد تغييرات مرفوضة</numerusform>
            <numerusform>لا تقبل السحابة تغييرًا واحدًا</numerusform>
            <numerusform>لا تقبل السحابة تغييرين</numerusform>
            <numerusform>لا تقبل السحابة %Ln تغييرات</numerusform>
            <numerusform>لا تقبل السحابة %Ln تغييرًا</numerusform>
            <numerusform>لا تقبل السحابة %Ln تغيير</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The cloud does not accept %Ln change(s) in “%1”</source>
        <extracomment>%1 is the name of a list in the person&apos;s library, such as &quot;venues&quot;</extracomment>
        <translation>
            <numerusform>لا توجد تغييرات مرفوضة في «%1»</numerusform>
            <numerusform>لا تقبل السحابة تغييرًا واحدًا في «%1»</numerusform>
            <numerusform>لا تقبل السحابة تغييرين في «%1»</numerusform>
            <numerusform>لا تقبل السحابة %Ln تغييرات في «%1»</numerusform>
            <numerusform>لا تقبل السحابة %Ln تغييرًا في «%1»</numerusform>
            <numerusform>لا تقبل السحابة %Ln تغيير في «%1»</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) cannot be read</source>
        <translation>
            <numerusform>كل الملفات قابلة للقراءة</numerusform>
            <numerusform>تعذّرت قراءة ملف واحد</numerusform>
            <numerusform>تعذّرت قراءة ملفين</numerusform>
            <numerusform>تعذّرت قراءة %Ln ملفات</numerusform>
            <numerusform>تعذّرت قراءة %Ln ملفًا</numerusform>
            <numerusform>تعذّرت قراءة %Ln ملف</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) are too large for the cloud</source>
        <translation>
            <numerusform>لا توجد ملفات أكبر من المسموح</numerusform>
            <numerusform>ملف واحد أكبر مما تسمح به السحابة</numerusform>
            <numerusform>ملفان أكبر مما تسمح به السحابة</numerusform>
            <numerusform>%Ln ملفات أكبر مما تسمح به السحابة</numerusform>
            <numerusform>%Ln ملفًا أكبر مما تسمح به السحابة</numerusform>
            <numerusform>%Ln ملف أكبر مما تسمح به السحابة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) wait for space on the disk</source>
        <translation>
            <numerusform>لا توجد ملفات تنتظر مساحة</numerusform>
            <numerusform>ملف واحد ينتظر مساحة على القرص</numerusform>
            <numerusform>ملفان ينتظران مساحة على القرص</numerusform>
            <numerusform>%Ln ملفات تنتظر مساحة على القرص</numerusform>
            <numerusform>%Ln ملفًا ينتظر مساحة على القرص</numerusform>
            <numerusform>%Ln ملف ينتظر مساحة على القرص</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The cloud does not let %Ln file(s) in</source>
        <translation>
            <numerusform>لا توجد ملفات ممنوعة</numerusform>
            <numerusform>لا تسمح السحابة بحفظ ملف واحد</numerusform>
            <numerusform>لا تسمح السحابة بحفظ ملفين</numerusform>
            <numerusform>لا تسمح السحابة بحفظ %Ln ملفات</numerusform>
            <numerusform>لا تسمح السحابة بحفظ %Ln ملفًا</numerusform>
            <numerusform>لا تسمح السحابة بحفظ %Ln ملف</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln upload(s) did not succeed</source>
        <translation>
            <numerusform>نجحت كل عمليات الرفع</numerusform>
            <numerusform>فشلت عملية رفع واحدة</numerusform>
            <numerusform>فشلت عمليتا رفع</numerusform>
            <numerusform>فشلت %Ln عمليات رفع</numerusform>
            <numerusform>فشلت %Ln عملية رفع</numerusform>
            <numerusform>فشلت %Ln عملية رفع</numerusform>
        </translation>
    </message>
    <message>
        <source>It was tried several times. Try again now, or later when the connection is better.</source>
        <translation>جرت عدة محاولات. أعد المحاولة الآن أو لاحقًا عندما يتحسن الاتصال.</translation>
    </message>
    <message>
        <source>Sign in…</source>
        <translation>تسجيل الدخول…</translation>
    </message>
    <message>
        <source>Copy all of it to this account</source>
        <translation>نسخ كل شيء إلى هذا الحساب</translation>
    </message>
    <message>
        <source>Retry now</source>
        <translation>إعادة المحاولة الآن</translation>
    </message>
</context>
<context>
    <name>LumaSync::Bandwidth</name>
    <message>
        <source>No limit</source>
        <translation>بلا حد</translation>
    </message>
</context>
<context>
    <name>LumaSync::Format</name>
    <message>
        <source>%1/s</source>
        <extracomment>A transfer rate; %1 is a size such as &quot;1.2 MB&quot;</extracomment>
        <translation>%1/ث</translation>
    </message>
    <message>
        <source>less than a minute</source>
        <translation>أقل من دقيقة</translation>
    </message>
    <message numerus="yes">
        <source>%Ln min</source>
        <translation>
            <numerusform>%Ln دقيقة</numerusform>
            <numerusform>دقيقة واحدة</numerusform>
            <numerusform>دقيقتان</numerusform>
            <numerusform>%Ln دقائق</numerusform>
            <numerusform>%Ln دقيقة</numerusform>
            <numerusform>%Ln دقيقة</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <extracomment>Hours and minutes</extracomment>
        <translation>%1 س %2 د</translation>
    </message>
    <message numerus="yes">
        <source>%Ln day(s)</source>
        <translation>
            <numerusform>%Ln يوم</numerusform>
            <numerusform>يوم واحد</numerusform>
            <numerusform>يومان</numerusform>
            <numerusform>%Ln أيام</numerusform>
            <numerusform>%Ln يومًا</numerusform>
            <numerusform>%Ln يوم</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing has been synced yet.</source>
        <translation>لم تتم أي مزامنة بعد.</translation>
    </message>
    <message>
        <source>Last sync just now.</source>
        <translation>آخر مزامنة الآن.</translation>
    </message>
    <message numerus="yes">
        <source>Last sync %Ln minute(s) ago.</source>
        <translation>
            <numerusform>آخر مزامنة الآن.</numerusform>
            <numerusform>آخر مزامنة قبل دقيقة واحدة.</numerusform>
            <numerusform>آخر مزامنة قبل دقيقتين.</numerusform>
            <numerusform>آخر مزامنة قبل %Ln دقائق.</numerusform>
            <numerusform>آخر مزامنة قبل %Ln دقيقة.</numerusform>
            <numerusform>آخر مزامنة قبل %Ln دقيقة.</numerusform>
        </translation>
    </message>
    <message>
        <source>Last sync today at %1.</source>
        <translation>آخر مزامنة اليوم في %1.</translation>
    </message>
    <message>
        <source>Last sync yesterday at %1.</source>
        <translation>آخر مزامنة أمس في %1.</translation>
    </message>
    <message>
        <source>Last sync on %1.</source>
        <translation>آخر مزامنة في %1.</translation>
    </message>
</context>
<context>
    <name>LumaSync::ProblemText</name>
    <message>
        <source>The cloud cannot be reached</source>
        <translation>تعذّر الوصول إلى السحابة</translation>
    </message>
    <message>
        <source>The cloud did not answer in time</source>
        <translation>لم تستجب السحابة في الوقت المحدد</translation>
    </message>
    <message>
        <source>The connection to the cloud is not secure</source>
        <translation>الاتصال بالسحابة غير آمن</translation>
    </message>
    <message>
        <source>Something else answered in place of the cloud</source>
        <translation>استجاب طرف آخر بدل السحابة</translation>
    </message>
    <message>
        <source>Your sign-in has ended</source>
        <translation>انتهت صلاحية تسجيل دخولك</translation>
    </message>
    <message>
        <source>E-mail address or password is wrong</source>
        <translation>عنوان البريد أو كلمة المرور غير صحيحة</translation>
    </message>
    <message>
        <source>The cloud does not know this app</source>
        <translation>السحابة لا تعرف هذا التطبيق</translation>
    </message>
    <message>
        <source>This library belongs to another account</source>
        <translation>هذه المكتبة تخص حسابًا آخر</translation>
    </message>
    <message>
        <source>The cloud does not let this account save here</source>
        <translation>لا تسمح السحابة لهذا الحساب بالحفظ هنا</translation>
    </message>
    <message>
        <source>The cloud is not prepared for this version of the app</source>
        <translation>السحابة غير مهيأة لهذا الإصدار من التطبيق</translation>
    </message>
    <message>
        <source>The cloud does not accept some of your changes</source>
        <translation>لا تقبل السحابة بعض تغييراتك</translation>
    </message>
    <message>
        <source>Some changes wait for another one</source>
        <translation>بعض التغييرات تنتظر تغييرًا آخر</translation>
    </message>
    <message>
        <source>Something is too large for the cloud</source>
        <translation>شيء ما أكبر مما تسمح به السحابة</translation>
    </message>
    <message>
        <source>The cloud and this computer disagree about an upload</source>
        <translation>السحابة وهذا الحاسوب مختلفان حول عملية رفع</translation>
    </message>
    <message>
        <source>An upload has to start over</source>
        <translation>يجب أن تبدأ عملية رفع من جديد</translation>
    </message>
    <message>
        <source>The cloud is busy</source>
        <translation>السحابة مشغولة</translation>
    </message>
    <message>
        <source>The cloud has a problem of its own</source>
        <translation>لدى السحابة مشكلة</translation>
    </message>
    <message>
        <source>The cloud gave an answer that cannot be understood</source>
        <translation>أعطت السحابة ردًا غير مفهوم</translation>
    </message>
    <message>
        <source>A file cannot be read</source>
        <translation>تعذّرت قراءة ملف</translation>
    </message>
    <message>
        <source>The disk of this computer is full</source>
        <translation>قرص هذا الحاسوب ممتلئ</translation>
    </message>
    <message>
        <source>Sync is not set up correctly</source>
        <translation>المزامنة غير مهيأة بشكل صحيح</translation>
    </message>
    <message>
        <source>Check your internet connection. Your work waits safely on this computer and goes up by itself.</source>
        <translation>تحقق من اتصالك بالإنترنت. عملك ينتظر بأمان على هذا الحاسوب وسيُرفع تلقائيًا.</translation>
    </message>
    <message>
        <source>There is nothing to do: it is tried again by itself.</source>
        <translation>لا حاجة لفعل شيء: ستُعاد المحاولة تلقائيًا.</translation>
    </message>
    <message>
        <source>Check the date and time of this computer, and whether a proxy looks into its connections.</source>
        <translation>تحقق من تاريخ هذا الحاسوب ووقته، ومن وجود وسيط يفحص اتصالاته.</translation>
    </message>
    <message>
        <source>Nothing was sent there. In the network of a hotel or café, open a web page first and sign in to that network.</source>
        <translation>لم يُرسل شيء إلى هناك. في شبكة فندق أو مقهى، افتح أولًا صفحة ويب وسجّل الدخول إلى تلك الشبكة.</translation>
    </message>
    <message>
        <source>Sign in again to go on. Nothing is lost.</source>
        <translation>سجّل الدخول مرة أخرى للمتابعة. لم يُفقد شيء.</translation>
    </message>
    <message>
        <source>Check both, and whether you have confirmed your account by the e-mail that was sent to you.</source>
        <translation>تحقق منهما، ومن أنك أكّدت حسابك عبر الرسالة التي وصلتك.</translation>
    </message>
    <message>
        <source>Install the latest version of this app. If that does not help, write to its makers.</source>
        <translation>ثبّت أحدث إصدار من هذا التطبيق. إن لم يفد ذلك فراسل مطوّريه.</translation>
    </message>
    <message>
        <source>Nothing is sent until you decide: sign in with the account that you began with, or copy all of it to this one.</source>
        <translation>لن يُرسل شيء حتى تقرر: سجّل الدخول بالحساب الذي بدأت به، أو انسخ كل شيء إلى هذا الحساب.</translation>
    </message>
    <message>
        <source>Sign in with the account that you began with, or write to the makers of this app.</source>
        <translation>سجّل الدخول بالحساب الذي بدأت به، أو راسل مطوّري هذا التطبيق.</translation>
    </message>
    <message>
        <source>Your work waits safely on this computer. Write to the makers of this app.</source>
        <translation>عملك ينتظر بأمان على هذا الحاسوب. راسل مطوّري هذا التطبيق.</translation>
    </message>
    <message>
        <source>Change the entry, and it is tried again at once. The rest of your work is not held up.</source>
        <translation>غيّر هذا المُدخل وستُعاد المحاولة فورًا. بقية عملك لا تتأخر.</translation>
    </message>
    <message>
        <source>There is nothing to do: they go up as soon as the other change was accepted.</source>
        <translation>لا حاجة لفعل شيء: ستُرفع حالما يُقبل التغيير الآخر.</translation>
    </message>
    <message>
        <source>Leave it out of the backup, or make it smaller.</source>
        <translation>استثنِه من النسخ الاحتياطي أو صغّر حجمه.</translation>
    </message>
    <message>
        <source>It is tried again by itself. If this stays, write to the makers of this app.</source>
        <translation>ستُعاد المحاولة تلقائيًا. إن استمر ذلك فراسل مطوّري هذا التطبيق.</translation>
    </message>
    <message>
        <source>Put the file back to where it was, or remove it from the list.</source>
        <translation>أعد الملف إلى مكانه، أو أزله من القائمة.</translation>
    </message>
    <message>
        <source>Free some space, and sync goes on by itself.</source>
        <translation>حرّر بعض المساحة وستستمر المزامنة تلقائيًا.</translation>
    </message>
    <message>
        <source>Write to the makers of this app, and send them the details.</source>
        <translation>راسل مطوّري هذا التطبيق وأرسل إليهم التفاصيل.</translation>
    </message>
    <message>
        <source>Another program is using your library</source>
        <translation>برنامج آخر يستخدم مكتبتك</translation>
    </message>
    <message>
        <source>Your library is write-protected</source>
        <translation>مكتبتك محمية من الكتابة</translation>
    </message>
    <message>
        <source>The disk with your library is full</source>
        <translation>القرص الذي عليه مكتبتك ممتلئ</translation>
    </message>
    <message>
        <source>Your library cannot be opened</source>
        <translation>تعذّر فتح مكتبتك</translation>
    </message>
    <message>
        <source>Your library file is damaged</source>
        <translation>ملف مكتبتك تالف</translation>
    </message>
    <message>
        <source>Your library cannot be read</source>
        <translation>تعذّرت قراءة مكتبتك</translation>
    </message>
    <message>
        <source>Close the other program, and sync goes on by itself.</source>
        <translation>أغلق البرنامج الآخر وستستمر المزامنة تلقائيًا.</translation>
    </message>
    <message>
        <source>Allow this app to write to the folder of your library.</source>
        <translation>اسمح لهذا التطبيق بالكتابة في مجلد مكتبتك.</translation>
    </message>
    <message>
        <source>Check that the disk with your library is connected.</source>
        <translation>تحقق من توصيل القرص الذي عليه مكتبتك.</translation>
    </message>
    <message>
        <source>Nothing was deleted. What is in the cloud stays there. Restore the file from a backup of this computer.</source>
        <translation>لم يُحذف شيء. ما في السحابة باقٍ هناك. استعد الملف من نسخة احتياطية لهذا الحاسوب.</translation>
    </message>
    <message>
        <source>Nothing was deleted. Restart the app, and if this stays, write to its makers.</source>
        <translation>لم يُحذف شيء. أعد تشغيل التطبيق، وإن استمر ذلك فراسل مطوّريه.</translation>
    </message>
</context>
<context>
    <name>LumaSync::RatePlot</name>
    <message>
        <source>Upload rate</source>
        <translation>سرعة الرفع</translation>
    </message>
    <message>
        <source>Now %1.</source>
        <translation>الآن %1.</translation>
    </message>
    <message numerus="yes">
        <source>Last %Ln minute(s)</source>
        <translation>
            <numerusform>الدقائق الأخيرة</numerusform>
            <numerusform>الدقيقة الأخيرة</numerusform>
            <numerusform>الدقيقتان الأخيرتان</numerusform>
            <numerusform>آخر %Ln دقائق</numerusform>
            <numerusform>آخر %Ln دقيقة</numerusform>
            <numerusform>آخر %Ln دقيقة</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LumaSync::SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>الإعدادات</translation>
    </message>
    <message>
        <source>&amp;Upload speed</source>
        <translation>&amp;سرعة الرفع</translation>
    </message>
    <message>
        <source>Upload large files over &amp;metered networks, too</source>
        <translation>ارفع الملفات الكبيرة &amp;عبر الشبكات المحدودة أيضًا</translation>
    </message>
    <message>
        <source>&amp;Compression of analysis files</source>
        <translation>&amp;ضغط ملفات التحليل</translation>
    </message>
    <message>
        <source>What to back up</source>
        <translation>ما يُنسخ احتياطيًا</translation>
    </message>
    <message>
        <source>Everything that you enter and edit is always backed up. What you leave out here waits on this computer.</source>
        <translation>كل ما تدخله وتعدّله يُنسخ دائمًا. وما تستثنيه هنا ينتظر على هذا الحاسوب.</translation>
    </message>
    <message>
        <source>Sign &amp;out</source>
        <translation>&amp;تسجيل الخروج</translation>
    </message>
    <message>
        <source>Level %1 of %2. Higher levels upload less, but keep the computer busy for longer.</source>
        <translation>المستوى %1 من %2. المستويات الأعلى ترفع بيانات أقل لكنها تشغل الحاسوب مدة أطول.</translation>
    </message>
</context>
<context>
    <name>LumaSync::SignInDialog</name>
    <message>
        <source>Sign in</source>
        <translation>تسجيل الدخول</translation>
    </message>
    <message>
        <source>Sign in to back up your work. It stays on this computer, too.</source>
        <translation>سجّل الدخول لنسخ عملك احتياطيًا. يبقى عملك على هذا الحاسوب أيضًا.</translation>
    </message>
    <message>
        <source>&amp;E-mail address</source>
        <translation>&amp;البريد الإلكتروني</translation>
    </message>
    <message>
        <source>&amp;Password</source>
        <translation>&amp;كلمة المرور</translation>
    </message>
    <message>
        <source>&amp;Sign in</source>
        <translation>&amp;تسجيل الدخول</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Signing in</source>
        <translation>جارٍ تسجيل الدخول</translation>
    </message>
</context>
<context>
    <name>LumaSync::StatusHeader</name>
    <message>
        <source>Resume sync</source>
        <translation>استئناف المزامنة</translation>
    </message>
    <message>
        <source>Pause sync</source>
        <translation>إيقاف المزامنة مؤقتًا</translation>
    </message>
    <message>
        <source>Sync now</source>
        <translation>مزامنة الآن</translation>
    </message>
    <message>
        <source>Sign in…</source>
        <translation>تسجيل الدخول…</translation>
    </message>
</context>
<context>
    <name>LumaSync::StatusText</name>
    <message>
        <source>Everything is backed up</source>
        <translation>كل شيء محفوظ احتياطيًا</translation>
    </message>
    <message>
        <source>Next try at %1.</source>
        <translation>المحاولة التالية في %1.</translation>
    </message>
    <message numerus="yes">
        <source>Saving the last %Ln change(s)…</source>
        <translation>
            <numerusform>لا توجد تغييرات أخيرة…</numerusform>
            <numerusform>جارٍ حفظ آخر تغيير…</numerusform>
            <numerusform>جارٍ حفظ آخر تغييرين…</numerusform>
            <numerusform>جارٍ حفظ آخر %Ln تغييرات…</numerusform>
            <numerusform>جارٍ حفظ آخر %Ln تغييرًا…</numerusform>
            <numerusform>جارٍ حفظ آخر %Ln تغيير…</numerusform>
        </translation>
    </message>
    <message>
        <source>Finishing…</source>
        <translation>جارٍ الإنهاء…</translation>
    </message>
    <message numerus="yes">
        <source>Syncing %Ln change(s)…</source>
        <translation>
            <numerusform>جارٍ المزامنة…</numerusform>
            <numerusform>جارٍ مزامنة تغيير واحد…</numerusform>
            <numerusform>جارٍ مزامنة تغييرين…</numerusform>
            <numerusform>جارٍ مزامنة %Ln تغييرات…</numerusform>
            <numerusform>جارٍ مزامنة %Ln تغييرًا…</numerusform>
            <numerusform>جارٍ مزامنة %Ln تغيير…</numerusform>
        </translation>
    </message>
    <message>
        <source>Syncing…</source>
        <translation>جارٍ المزامنة…</translation>
    </message>
    <message numerus="yes">
        <source>Uploading %Ln file(s)…</source>
        <translation>
            <numerusform>جارٍ الرفع…</numerusform>
            <numerusform>جارٍ رفع ملف واحد…</numerusform>
            <numerusform>جارٍ رفع ملفين…</numerusform>
            <numerusform>جارٍ رفع %Ln ملفات…</numerusform>
            <numerusform>جارٍ رفع %Ln ملفًا…</numerusform>
            <numerusform>جارٍ رفع %Ln ملف…</numerusform>
        </translation>
    </message>
    <message>
        <source>Uploading…</source>
        <translation>جارٍ الرفع…</translation>
    </message>
    <message>
        <source>Sync is paused</source>
        <translation>المزامنة متوقفة مؤقتًا</translation>
    </message>
    <message>
        <source>You are offline</source>
        <translation>أنت غير متصل</translation>
    </message>
    <message>
        <source>You are signed out</source>
        <translation>لم تسجّل الدخول</translation>
    </message>
    <message>
        <source>Sync has stopped</source>
        <translation>توقفت المزامنة</translation>
    </message>
    <message>
        <source>Opening the library…</source>
        <translation>جارٍ فتح المكتبة…</translation>
    </message>
    <message numerus="yes">
        <source>%Ln upload(s) waiting</source>
        <translation>
            <numerusform>لا توجد عمليات رفع منتظرة</numerusform>
            <numerusform>عملية رفع واحدة تنتظر</numerusform>
            <numerusform>عمليتا رفع تنتظران</numerusform>
            <numerusform>%Ln عمليات رفع تنتظر</numerusform>
            <numerusform>%Ln عملية رفع تنتظر</numerusform>
            <numerusform>%Ln عملية رفع تنتظر</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln change(s) waiting</source>
        <translation>
            <numerusform>لا توجد تغييرات منتظرة</numerusform>
            <numerusform>تغيير واحد ينتظر</numerusform>
            <numerusform>تغييران ينتظران</numerusform>
            <numerusform>%Ln تغييرات تنتظر</numerusform>
            <numerusform>%Ln تغييرًا ينتظر</numerusform>
            <numerusform>%Ln تغيير ينتظر</numerusform>
        </translation>
    </message>
    <message>
        <source>Looking for changes…</source>
        <translation>جارٍ البحث عن تغييرات…</translation>
    </message>
    <message numerus="yes">
        <source>%Ln item(s) need your attention</source>
        <translation>
            <numerusform>لا شيء يحتاج إلى انتباهك</numerusform>
            <numerusform>عنصر واحد يحتاج إلى انتباهك</numerusform>
            <numerusform>عنصران يحتاجان إلى انتباهك</numerusform>
            <numerusform>%Ln عناصر تحتاج إلى انتباهك</numerusform>
            <numerusform>%Ln عنصرًا يحتاج إلى انتباهك</numerusform>
            <numerusform>%Ln عنصر يحتاج إلى انتباهك</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) left out, as you chose.</source>
        <translation>
            <numerusform>لم يُستثنَ أي ملف.</numerusform>
            <numerusform>استُثني ملف واحد كما اخترت.</numerusform>
            <numerusform>استُثني ملفان كما اخترت.</numerusform>
            <numerusform>استُثنيت %Ln ملفات كما اخترت.</numerusform>
            <numerusform>استُثني %Ln ملفًا كما اخترت.</numerusform>
            <numerusform>استُثني %Ln ملف كما اخترت.</numerusform>
        </translation>
    </message>
    <message>
        <source>Your sign-in is not kept: sign in again when you start the app next time.</source>
        <translation>لا يُحفظ تسجيل دخولك: سجّل الدخول مجددًا عند تشغيل التطبيق في المرة القادمة.</translation>
    </message>
    <message>
        <source>Preparing the next file; %1 left.</source>
        <translation>جارٍ تجهيز الملف التالي؛ بقي %1.</translation>
    </message>
    <message>
        <source>Large files wait until the battery saver is off.</source>
        <translation>تنتظر الملفات الكبيرة إيقاف موفّر البطارية.</translation>
    </message>
    <message>
        <source>Large files wait for a network that does not charge by volume.</source>
        <translation>تنتظر الملفات الكبيرة شبكة غير محدودة.</translation>
    </message>
    <message>
        <source>%1 left at %2, less than a minute.</source>
        <extracomment>%1 is a size, %2 a rate</extracomment>
        <translation>بقي %1 بسرعة %2، أقل من دقيقة.</translation>
    </message>
    <message>
        <source>%1 left at %2, about %3.</source>
        <extracomment>%1 is a size, %2 a rate, %3 a length of time</extracomment>
        <translation>بقي %1 بسرعة %2، %3 تقريبًا.</translation>
    </message>
    <message>
        <source>%1 left.</source>
        <translation>بقي %1.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln upload(s) wait safely on this computer.</source>
        <translation>
            <numerusform>لا توجد عمليات رفع منتظرة.</numerusform>
            <numerusform>عملية رفع واحدة تنتظر بأمان على هذا الحاسوب.</numerusform>
            <numerusform>عمليتا رفع تنتظران بأمان على هذا الحاسوب.</numerusform>
            <numerusform>%Ln عمليات رفع تنتظر بأمان على هذا الحاسوب.</numerusform>
            <numerusform>%Ln عملية رفع تنتظر بأمان على هذا الحاسوب.</numerusform>
            <numerusform>%Ln عملية رفع تنتظر بأمان على هذا الحاسوب.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln change(s) wait safely on this computer.</source>
        <translation>
            <numerusform>لا توجد تغييرات منتظرة.</numerusform>
            <numerusform>تغيير واحد ينتظر بأمان على هذا الحاسوب.</numerusform>
            <numerusform>تغييران ينتظران بأمان على هذا الحاسوب.</numerusform>
            <numerusform>%Ln تغييرات تنتظر بأمان على هذا الحاسوب.</numerusform>
            <numerusform>%Ln تغييرًا ينتظر بأمان على هذا الحاسوب.</numerusform>
            <numerusform>%Ln تغيير ينتظر بأمان على هذا الحاسوب.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln upload(s) left, %1</source>
        <extracomment>%1 is a length of time such as &quot;2 min&quot;</extracomment>
        <translation>
            <numerusform>لم يبقَ شيء للرفع، %1</numerusform>
            <numerusform>بقيت عملية رفع واحدة، %1</numerusform>
            <numerusform>بقيت عمليتا رفع، %1</numerusform>
            <numerusform>بقيت %Ln عمليات رفع، %1</numerusform>
            <numerusform>بقيت %Ln عملية رفع، %1</numerusform>
            <numerusform>بقيت %Ln عملية رفع، %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln upload(s) left</source>
        <translation>
            <numerusform>لم يبقَ شيء للرفع</numerusform>
            <numerusform>بقيت عملية رفع واحدة</numerusform>
            <numerusform>بقيت عمليتا رفع</numerusform>
            <numerusform>بقيت %Ln عمليات رفع</numerusform>
            <numerusform>بقيت %Ln عملية رفع</numerusform>
            <numerusform>بقيت %Ln عملية رفع</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Paused, %Ln upload(s) left</source>
        <translation>
            <numerusform>متوقفة مؤقتًا</numerusform>
            <numerusform>متوقفة مؤقتًا، بقيت عملية رفع واحدة</numerusform>
            <numerusform>متوقفة مؤقتًا، بقيت عمليتا رفع</numerusform>
            <numerusform>متوقفة مؤقتًا، بقيت %Ln عمليات رفع</numerusform>
            <numerusform>متوقفة مؤقتًا، بقيت %Ln عملية رفع</numerusform>
            <numerusform>متوقفة مؤقتًا، بقيت %Ln عملية رفع</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Offline, %Ln upload(s) left</source>
        <translation>
            <numerusform>غير متصل</numerusform>
            <numerusform>غير متصل، بقيت عملية رفع واحدة</numerusform>
            <numerusform>غير متصل، بقيت عمليتا رفع</numerusform>
            <numerusform>غير متصل، بقيت %Ln عمليات رفع</numerusform>
            <numerusform>غير متصل، بقيت %Ln عملية رفع</numerusform>
            <numerusform>غير متصل، بقيت %Ln عملية رفع</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LumaSync::SyncMenu</name>
    <message>
        <source>&amp;Resume sync</source>
        <translation>ا&amp;ستئناف المزامنة</translation>
    </message>
    <message>
        <source>&amp;Pause sync</source>
        <translation>إ&amp;يقاف المزامنة مؤقتًا</translation>
    </message>
    <message>
        <source>&amp;Open sync status</source>
        <translation>&amp;فتح حالة المزامنة</translation>
    </message>
    <message>
        <source>Sign &amp;in…</source>
        <translation>&amp;تسجيل الدخول…</translation>
    </message>
    <message>
        <source>&amp;Sync now</source>
        <translation>&amp;مزامنة الآن</translation>
    </message>
    <message>
        <source>&amp;Limit upload speed</source>
        <translation>تحديد &amp;سرعة الرفع</translation>
    </message>
    <message>
        <source>&amp;Quit when everything is uploaded</source>
        <translation>إ&amp;نهاء عند رفع كل شيء</translation>
    </message>
    <message>
        <source>Retry &amp;what failed</source>
        <translation>إ&amp;عادة محاولة ما فشل</translation>
    </message>
</context>
<context>
    <name>LumaSync::SyncStatusPanel</name>
    <message>
        <source>Sync status</source>
        <translation>حالة المزامنة</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>الصفحات</translation>
    </message>
    <message>
        <source>Uploads</source>
        <translation>عمليات الرفع</translation>
    </message>
    <message>
        <source>Attention (%1)</source>
        <translation>انتباه (%1)</translation>
    </message>
    <message>
        <source>Attention</source>
        <translation>انتباه</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>الإعدادات</translation>
    </message>
    <message numerus="yes">
        <source>change(s) waiting</source>
        <translation>
            <numerusform>تغييرات تنتظر</numerusform>
            <numerusform>تغيير ينتظر</numerusform>
            <numerusform>تغييرات تنتظر</numerusform>
            <numerusform>تغييرات تنتظر</numerusform>
            <numerusform>تغييرًا ينتظر</numerusform>
            <numerusform>تغيير ينتظر</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>upload(s) waiting, %1</source>
        <translation>
            <numerusform>عمليات رفع تنتظر، %1</numerusform>
            <numerusform>عملية رفع تنتظر، %1</numerusform>
            <numerusform>عمليات رفع تنتظر، %1</numerusform>
            <numerusform>عمليات رفع تنتظر، %1</numerusform>
            <numerusform>عملية رفع تنتظر، %1</numerusform>
            <numerusform>عملية رفع تنتظر، %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>upload(s) waiting</source>
        <translation>
            <numerusform>عمليات رفع تنتظر</numerusform>
            <numerusform>عملية رفع تنتظر</numerusform>
            <numerusform>عمليات رفع تنتظر</numerusform>
            <numerusform>عمليات رفع تنتظر</numerusform>
            <numerusform>عملية رفع تنتظر</numerusform>
            <numerusform>عملية رفع تنتظر</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>change(s) not accepted</source>
        <translation>
            <numerusform>تغييرات مرفوضة</numerusform>
            <numerusform>تغيير مرفوض</numerusform>
            <numerusform>تغييرات مرفوضة</numerusform>
            <numerusform>تغييرات مرفوضة</numerusform>
            <numerusform>تغييرًا مرفوضًا</numerusform>
            <numerusform>تغيير مرفوض</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>upload(s) failed</source>
        <translation>
            <numerusform>عمليات رفع فاشلة</numerusform>
            <numerusform>عملية رفع فاشلة</numerusform>
            <numerusform>عمليات رفع فاشلة</numerusform>
            <numerusform>عمليات رفع فاشلة</numerusform>
            <numerusform>عملية رفع فاشلة</numerusform>
            <numerusform>عملية رفع فاشلة</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LumaSync::UploadDelegate</name>
    <message>
        <source>Retry now</source>
        <translation>إعادة المحاولة الآن</translation>
    </message>
</context>
<context>
    <name>LumaSync::UploadPage</name>
    <message>
        <source>Uploads</source>
        <translation>عمليات الرفع</translation>
    </message>
    <message>
        <source>Fetching the list…</source>
        <translation>جارٍ جلب القائمة…</translation>
    </message>
    <message>
        <source>The list appears when the library is open.</source>
        <translation>تظهر القائمة عند فتح المكتبة.</translation>
    </message>
    <message>
        <source>No uploads are waiting.</source>
        <translation>لا توجد عمليات رفع منتظرة.</translation>
    </message>
    <message>
        <source>&amp;Retry now</source>
        <translation>إ&amp;عادة المحاولة الآن</translation>
    </message>
    <message>
        <source>&amp;Leave this track out of the backup</source>
        <translation>ا&amp;ستثناء هذا المقطع من النسخ الاحتياطي</translation>
    </message>
    <message>
        <source>&amp;Include this track in the backup</source>
        <translation>&amp;تضمين هذا المقطع في النسخ الاحتياطي</translation>
    </message>
    <message>
        <source>Show in &amp;file manager</source>
        <translation>عرض &amp;في مدير الملفات</translation>
    </message>
    <message>
        <source>Re&amp;move from the list…</source>
        <translation>إ&amp;زالة من القائمة…</translation>
    </message>
    <message>
        <source>Remove upload</source>
        <translation>إزالة عملية الرفع</translation>
    </message>
    <message>
        <source>Remove “%1” from the list?</source>
        <translation>هل تريد إزالة «%1» من القائمة؟</translation>
    </message>
    <message>
        <source>The file stays on this computer, but it will not be in the backup.</source>
        <translation>يبقى الملف على هذا الحاسوب، لكنه لن يكون في النسخة الاحتياطية.</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>إ&amp;زالة</translation>
    </message>
</context>
<context>
    <name>LumaSync::UploadText</name>
    <message>
        <source>Track %1</source>
        <translation>المقطع %1</translation>
    </message>
    <message>
        <source>Cover, %1</source>
        <translation>غلاف، %1</translation>
    </message>
    <message>
        <source>Cover</source>
        <translation>غلاف</translation>
    </message>
    <message>
        <source>Analysis, %1</source>
        <translation>تحليل، %1</translation>
    </message>
    <message>
        <source>Analysis</source>
        <translation>تحليل</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>%1 is a kind of file, such as &quot;Note attachment&quot;; %2 is a size</extracomment>
        <translation>%1، %2</translation>
    </message>
    <message>
        <source>Audio, %1</source>
        <translation>صوت، %1</translation>
    </message>
    <message>
        <source>Audio</source>
        <translation>صوت</translation>
    </message>
    <message>
        <source>Covers</source>
        <translation>الأغلفة</translation>
    </message>
    <message>
        <source>Analysis: stems, waveforms and harmonies</source>
        <translation>التحليل: المسارات والموجات والتناغمات</translation>
    </message>
    <message>
        <source>Audio files</source>
        <translation>ملفات الصوت</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>مستثنى</translation>
    </message>
    <message>
        <source>Preparing…</source>
        <translation>جارٍ التجهيز…</translation>
    </message>
    <message>
        <source>%1 of %2 at %3</source>
        <extracomment>%1 and %2 are sizes, %3 is a rate</extracomment>
        <translation>%1 من %2 بسرعة %3</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 من %2</translation>
    </message>
    <message>
        <source>Next try at %1</source>
        <translation>المحاولة التالية في %1</translation>
    </message>
    <message>
        <source>Goes on at %1 of %2</source>
        <translation>تُستأنف عند %1 من %2</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>في الانتظار</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>بقي %1</translation>
    </message>
</context>
</TS>
