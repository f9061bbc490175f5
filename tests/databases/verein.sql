-- SPDX-FileCopyrightText: 2026 LumaSync contributors
-- SPDX-License-Identifier: MIT
--
-- For the sqlite3 shell: a club. Quoted names with spaces and letters beyond ASCII, UUID keys, words that SQL reserves,
-- full-text search, triggers of its own, a table without a key, columns named id and uid that are something else.
CREATE TABLE "Mitglieder & Gäste" (
    "Nr." TEXT PRIMARY KEY,
    "Vor- und Nachname" TEXT NOT NULL,
    "Straße" TEXT,
    "Größe (cm)" REAL,
    "order" INTEGER DEFAULT 0,
    "geworben von" TEXT REFERENCES "Mitglieder & Gäste" ("Nr."),
    "say ""hi""" TEXT
);
CREATE TABLE "user" (
    id INTEGER,
    language TEXT,
    uid INTEGER NOT NULL,
    "group" TEXT DEFAULT 'none',
    PRIMARY KEY (id, language)
);
CREATE TABLE 日記 (
    日付 TEXT PRIMARY KEY,
    本文 TEXT,
    "Mitglied" TEXT REFERENCES "Mitglieder & Gäste" ON DELETE CASCADE
) WITHOUT ROWID;
CREATE TABLE log (message TEXT, at INTEGER);
CREATE VIRTUAL TABLE volltext USING fts5("Vor- und Nachname", content = 'Mitglieder & Gäste');
CREATE TRIGGER "nach dem Einfügen" AFTER INSERT ON "Mitglieder & Gäste" BEGIN
    INSERT INTO log VALUES ('neu: ' || NEW."Nr.", unixepoch());
    INSERT INTO volltext (rowid, "Vor- und Nachname") VALUES (NEW.rowid, NEW."Vor- und Nachname");
END;
CREATE TRIGGER "nach dem Ändern" AFTER UPDATE ON "Mitglieder & Gäste" WHEN OLD."order" = NEW."order" BEGIN
    UPDATE "Mitglieder & Gäste" SET "order" = OLD."order" + 1 WHERE "Nr." = NEW."Nr.";
END;

INSERT INTO "Mitglieder & Gäste" VALUES
    ('0b8f1c1e-9d3f-4c9e-8d55-000000000001', 'Ödön von Horváth', 'Große Straße 1', 178.5, 1, NULL, 'ja'),
    ('0b8f1c1e-9d3f-4c9e-8d55-000000000002', '李小龍', NULL, NULL, 2, '0b8f1c1e-9d3f-4c9e-8d55-000000000001', '"'),
    ('no uuid at all', 'Zoë 😀', '', 1e3, 3, '0b8f1c1e-9d3f-4c9e-8d55-000000000002', NULL);
INSERT INTO "user" VALUES (1, 'de', 501, 'wheel'), (1, 'en', 501, 'wheel'), (2, 'de', 502, NULL);
INSERT INTO 日記 VALUES ('2024-05-01', '晴れ', 'no uuid at all'), ('2024-05-02', '雨', NULL);
