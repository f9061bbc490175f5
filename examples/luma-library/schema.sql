-- SPDX-FileCopyrightText: 2026 LumaSync contributors
-- SPDX-License-Identifier: MIT
--
-- The reference app's own schema, version 1. Statements end with a line that is only ";;" so that the bodies of triggers,
-- which hold semicolons, can be told apart without parsing SQL.

CREATE TABLE venues (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL,
    description TEXT,
    uid TEXT,
    created_at TEXT NOT NULL DEFAULT CURRENT_TIMESTAMP,
    updated_at TEXT NOT NULL DEFAULT CURRENT_TIMESTAMP,
    version INTEGER NOT NULL DEFAULT 1
)
;;
CREATE TABLE pattern_categories (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL UNIQUE,
    uid TEXT,
    created_at TEXT NOT NULL DEFAULT CURRENT_TIMESTAMP,
    updated_at TEXT NOT NULL DEFAULT CURRENT_TIMESTAMP,
    version INTEGER NOT NULL DEFAULT 1
)
;;
CREATE TABLE tracks (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    track_hash TEXT NOT NULL UNIQUE,
    title TEXT,
    artist TEXT,
    album TEXT,
    track_number INTEGER,
    disc_number INTEGER,
    duration_seconds REAL,
    file_path TEXT NOT NULL,
    storage_path TEXT,
    album_art_path TEXT,
    album_art_mime TEXT,
    album_art_storage_path TEXT,
    uid TEXT,
    created_at TEXT NOT NULL DEFAULT CURRENT_TIMESTAMP,
    updated_at TEXT NOT NULL DEFAULT CURRENT_TIMESTAMP,
    version INTEGER NOT NULL DEFAULT 1
)
;;
CREATE TABLE fixtures (
    id TEXT NOT NULL PRIMARY KEY,
    venue_id INTEGER NOT NULL REFERENCES venues(id) ON DELETE CASCADE,
    universe INTEGER,
    address INTEGER,
    num_channels INTEGER,
    manufacturer TEXT,
    model TEXT,
    mode_name TEXT,
    fixture_path TEXT,
    label TEXT,
    pos_x REAL,
    pos_y REAL,
    pos_z REAL,
    rot_x REAL,
    rot_y REAL,
    rot_z REAL,
    uid TEXT,
    created_at TEXT NOT NULL DEFAULT CURRENT_TIMESTAMP,
    updated_at TEXT NOT NULL DEFAULT CURRENT_TIMESTAMP,
    version INTEGER NOT NULL DEFAULT 1
)
;;
CREATE TABLE patterns (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    category_id INTEGER REFERENCES pattern_categories(id) ON DELETE SET NULL,
    default_implementation_id INTEGER REFERENCES implementations(id) ON DELETE SET NULL,
    forked_from_id INTEGER REFERENCES patterns(id) ON DELETE SET NULL,
    name TEXT NOT NULL,
    description TEXT,
    uid TEXT,
    created_at TEXT NOT NULL DEFAULT CURRENT_TIMESTAMP,
    updated_at TEXT NOT NULL DEFAULT CURRENT_TIMESTAMP,
    version INTEGER NOT NULL DEFAULT 1
)
;;
CREATE TABLE scores (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    track_id INTEGER NOT NULL REFERENCES tracks(id) ON DELETE CASCADE,
    name TEXT,
    uid TEXT,
    created_at TEXT NOT NULL DEFAULT CURRENT_TIMESTAMP,
    updated_at TEXT NOT NULL DEFAULT CURRENT_TIMESTAMP,
    version INTEGER NOT NULL DEFAULT 1
)
;;
CREATE TABLE track_beats (
    track_id INTEGER PRIMARY KEY REFERENCES tracks(id) ON DELETE CASCADE,
    beats_json TEXT NOT NULL,
    downbeats_json TEXT NOT NULL,
    bpm REAL,
    downbeat_offset REAL,
    beats_per_bar INTEGER,
    uid TEXT,
    created_at TEXT NOT NULL DEFAULT CURRENT_TIMESTAMP,
    updated_at TEXT NOT NULL DEFAULT CURRENT_TIMESTAMP,
    version INTEGER NOT NULL DEFAULT 1
)
;;
CREATE TABLE track_roots (
    track_id INTEGER PRIMARY KEY REFERENCES tracks(id) ON DELETE CASCADE,
    sections_json TEXT NOT NULL,
    logits_path TEXT,
    logits_storage_path TEXT,
    uid TEXT,
    created_at TEXT NOT NULL DEFAULT CURRENT_TIMESTAMP,
    updated_at TEXT NOT NULL DEFAULT CURRENT_TIMESTAMP,
    version INTEGER NOT NULL DEFAULT 1
)
;;
CREATE TABLE track_waveforms (
    track_id INTEGER PRIMARY KEY REFERENCES tracks(id) ON DELETE CASCADE,
    preview_samples_json TEXT NOT NULL,
    preview_colors_json TEXT,
    preview_bands_json TEXT,
    full_samples_json TEXT,
    colors_json TEXT,
    bands_json TEXT,
    sample_rate INTEGER NOT NULL,
    uid TEXT,
    created_at TEXT NOT NULL DEFAULT CURRENT_TIMESTAMP,
    updated_at TEXT NOT NULL DEFAULT CURRENT_TIMESTAMP,
    version INTEGER NOT NULL DEFAULT 1
)
;;
CREATE TABLE track_stems (
    track_id INTEGER NOT NULL REFERENCES tracks(id) ON DELETE CASCADE,
    stem_name TEXT NOT NULL,
    file_path TEXT NOT NULL,
    storage_path TEXT,
    uid TEXT,
    created_at TEXT NOT NULL DEFAULT CURRENT_TIMESTAMP,
    updated_at TEXT NOT NULL DEFAULT CURRENT_TIMESTAMP,
    version INTEGER NOT NULL DEFAULT 1,
    PRIMARY KEY (track_id, stem_name)
)
;;
CREATE TABLE implementations (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    pattern_id INTEGER NOT NULL REFERENCES patterns(id) ON DELETE CASCADE,
    name TEXT,
    graph_json TEXT NOT NULL,
    uid TEXT,
    created_at TEXT NOT NULL DEFAULT CURRENT_TIMESTAMP,
    updated_at TEXT NOT NULL DEFAULT CURRENT_TIMESTAMP,
    version INTEGER NOT NULL DEFAULT 1
)
;;
CREATE TABLE track_scores (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    score_id INTEGER NOT NULL REFERENCES scores(id) ON DELETE CASCADE,
    pattern_id INTEGER NOT NULL REFERENCES patterns(id) ON DELETE CASCADE,
    start_time REAL,
    end_time REAL,
    z_index INTEGER,
    blend_mode TEXT,
    args_json TEXT,
    uid TEXT,
    created_at TEXT NOT NULL DEFAULT CURRENT_TIMESTAMP,
    updated_at TEXT NOT NULL DEFAULT CURRENT_TIMESTAMP,
    version INTEGER NOT NULL DEFAULT 1
)
;;
CREATE TABLE venue_implementation_overrides (
    venue_id INTEGER NOT NULL REFERENCES venues(id) ON DELETE CASCADE,
    pattern_id INTEGER NOT NULL REFERENCES patterns(id) ON DELETE CASCADE,
    implementation_id INTEGER NOT NULL REFERENCES implementations(id) ON DELETE CASCADE,
    uid TEXT,
    created_at TEXT NOT NULL DEFAULT CURRENT_TIMESTAMP,
    updated_at TEXT NOT NULL DEFAULT CURRENT_TIMESTAMP,
    version INTEGER NOT NULL DEFAULT 1,
    PRIMARY KEY (venue_id, pattern_id)
)
;;
CREATE TABLE settings (
    key TEXT NOT NULL PRIMARY KEY,
    value TEXT
)
;;
CREATE INDEX fixtures_venue ON fixtures (venue_id)
;;
CREATE INDEX patterns_category ON patterns (category_id)
;;
CREATE INDEX patterns_default_implementation ON patterns (default_implementation_id)
;;
CREATE INDEX patterns_forked_from ON patterns (forked_from_id)
;;
CREATE INDEX scores_track ON scores (track_id)
;;
CREATE INDEX implementations_pattern ON implementations (pattern_id)
;;
CREATE INDEX track_scores_score ON track_scores (score_id)
;;
CREATE INDEX track_scores_pattern ON track_scores (pattern_id)
;;
CREATE INDEX overrides_pattern ON venue_implementation_overrides (pattern_id)
;;
CREATE INDEX overrides_implementation ON venue_implementation_overrides (implementation_id)
;;
CREATE TRIGGER venues_updated_at AFTER UPDATE ON venues WHEN OLD.version = NEW.version
BEGIN
    UPDATE venues SET updated_at = CURRENT_TIMESTAMP, version = OLD.version + 1 WHERE id = NEW.id;
END
;;
CREATE TRIGGER pattern_categories_updated_at AFTER UPDATE ON pattern_categories WHEN OLD.version = NEW.version
BEGIN
    UPDATE pattern_categories SET updated_at = CURRENT_TIMESTAMP, version = OLD.version + 1 WHERE id = NEW.id;
END
;;
CREATE TRIGGER tracks_updated_at AFTER UPDATE ON tracks WHEN OLD.version = NEW.version
BEGIN
    UPDATE tracks SET updated_at = CURRENT_TIMESTAMP, version = OLD.version + 1 WHERE id = NEW.id;
END
;;
CREATE TRIGGER fixtures_updated_at AFTER UPDATE ON fixtures WHEN OLD.version = NEW.version
BEGIN
    UPDATE fixtures SET updated_at = CURRENT_TIMESTAMP, version = OLD.version + 1 WHERE id = NEW.id;
END
;;
CREATE TRIGGER patterns_updated_at AFTER UPDATE ON patterns WHEN OLD.version = NEW.version
BEGIN
    UPDATE patterns SET updated_at = CURRENT_TIMESTAMP, version = OLD.version + 1 WHERE id = NEW.id;
END
;;
CREATE TRIGGER scores_updated_at AFTER UPDATE ON scores WHEN OLD.version = NEW.version
BEGIN
    UPDATE scores SET updated_at = CURRENT_TIMESTAMP, version = OLD.version + 1 WHERE id = NEW.id;
END
;;
CREATE TRIGGER track_beats_updated_at AFTER UPDATE ON track_beats WHEN OLD.version = NEW.version
BEGIN
    UPDATE track_beats SET updated_at = CURRENT_TIMESTAMP, version = OLD.version + 1 WHERE track_id = NEW.track_id;
END
;;
CREATE TRIGGER track_roots_updated_at AFTER UPDATE ON track_roots WHEN OLD.version = NEW.version
BEGIN
    UPDATE track_roots SET updated_at = CURRENT_TIMESTAMP, version = OLD.version + 1 WHERE track_id = NEW.track_id;
END
;;
CREATE TRIGGER track_waveforms_updated_at AFTER UPDATE ON track_waveforms WHEN OLD.version = NEW.version
BEGIN
    UPDATE track_waveforms SET updated_at = CURRENT_TIMESTAMP, version = OLD.version + 1 WHERE track_id = NEW.track_id;
END
;;
CREATE TRIGGER track_stems_updated_at AFTER UPDATE ON track_stems WHEN OLD.version = NEW.version
BEGIN
    UPDATE track_stems SET updated_at = CURRENT_TIMESTAMP, version = OLD.version + 1 WHERE track_id = NEW.track_id AND stem_name = NEW.stem_name;
END
;;
CREATE TRIGGER implementations_updated_at AFTER UPDATE ON implementations WHEN OLD.version = NEW.version
BEGIN
    UPDATE implementations SET updated_at = CURRENT_TIMESTAMP, version = OLD.version + 1 WHERE id = NEW.id;
END
;;
CREATE TRIGGER track_scores_updated_at AFTER UPDATE ON track_scores WHEN OLD.version = NEW.version
BEGIN
    UPDATE track_scores SET updated_at = CURRENT_TIMESTAMP, version = OLD.version + 1 WHERE id = NEW.id;
END
;;
CREATE TRIGGER venue_implementation_overrides_updated_at AFTER UPDATE ON venue_implementation_overrides WHEN OLD.version = NEW.version
BEGIN
    UPDATE venue_implementation_overrides SET updated_at = CURRENT_TIMESTAMP, version = OLD.version + 1 WHERE venue_id = NEW.venue_id AND pattern_id = NEW.pattern_id;
END
;;
PRAGMA user_version = 1
;;
