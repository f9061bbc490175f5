-- SPDX-FileCopyrightText: 2026 LumaSync contributors
-- SPDX-License-Identifier: MIT
--
-- For the sqlite3 shell: a shop. Integer keys, composite keys, WITHOUT ROWID, generated columns, a view, a cycle.
PRAGMA journal_mode = WAL;
CREATE TABLE Customer (
    CustomerId INTEGER PRIMARY KEY,
    FirstName NVARCHAR(40) NOT NULL,
    LastName NVARCHAR(20) NOT NULL,
    Email VARCHAR(60) UNIQUE,
    IsActive BOOLEAN NOT NULL DEFAULT 1,
    Since DATETIME DEFAULT CURRENT_TIMESTAMP,
    Photo BLOB,
    FullName TEXT GENERATED ALWAYS AS (FirstName || ' ' || LastName) VIRTUAL,
    SupportRepId INTEGER REFERENCES Employee (EmployeeId)
);
CREATE TABLE Employee (
    EmployeeId INTEGER PRIMARY KEY AUTOINCREMENT,
    Name TEXT NOT NULL,
    ReportsTo INTEGER REFERENCES Employee (EmployeeId) ON DELETE SET NULL,
    BestCustomerId INTEGER REFERENCES Customer (CustomerId) ON DELETE SET NULL
);
CREATE TABLE product (
    sku TEXT PRIMARY KEY,
    name TEXT NOT NULL DEFAULT 'unnamed',
    price DECIMAL(10, 2) NOT NULL DEFAULT 0,
    vat REAL NOT NULL DEFAULT 0.2,
    gross REAL AS (round(price * (1 + vat), 2)) STORED,
    attributes JSON
) WITHOUT ROWID;
CREATE TABLE invoice (
    id INTEGER PRIMARY KEY,
    customer_id INTEGER NOT NULL REFERENCES Customer (CustomerId) ON DELETE CASCADE,
    placed_at TEXT NOT NULL DEFAULT CURRENT_TIMESTAMP
);
CREATE TABLE invoice_line (
    invoice_id INTEGER NOT NULL REFERENCES invoice ON DELETE CASCADE,
    line INTEGER NOT NULL,
    sku TEXT NOT NULL REFERENCES product (sku),
    quantity INT NOT NULL CHECK (quantity > 0),
    note,
    PRIMARY KEY (invoice_id, line)
) WITHOUT ROWID;
CREATE TABLE line_return (
    invoice_id INTEGER NOT NULL,
    line INTEGER NOT NULL,
    reason TEXT,
    PRIMARY KEY (invoice_id, line),
    FOREIGN KEY (invoice_id, line) REFERENCES invoice_line (invoice_id, line)
);
CREATE INDEX invoice_by_customer ON invoice (customer_id);
CREATE VIEW turnover AS SELECT customer_id, count(*) AS invoices FROM invoice GROUP BY 1;
CREATE TRIGGER invoice_touched AFTER INSERT ON invoice BEGIN
    UPDATE Customer SET IsActive = 1 WHERE CustomerId = NEW.customer_id;
END;

INSERT INTO Employee (Name) VALUES ('Ada'), ('Grace');
UPDATE Employee SET ReportsTo = 1 WHERE EmployeeId = 2;
INSERT INTO Customer (CustomerId, FirstName, LastName, Email, IsActive, Since, Photo, SupportRepId) VALUES
    (1, 'Luís', 'Gonçalves', 'luis@example.org', 1, '2021-01-01 10:30:00', x'00ff10', 1),
    (2, 'Łucja', 'Nowak', NULL, 0, '2022-02-28', NULL, 2),
    (3, '', '', 'empty@example.org', 1, NULL, x'', NULL);
UPDATE Employee SET BestCustomerId = 1 WHERE EmployeeId = 1;
INSERT INTO product (sku, name, price, attributes) VALUES
    ('A-1', 'Apple', 0.5, '{"color": "red", "sizes": [1, 2.50]}'),
    ('B/2', 'Bread "rye"', 3, NULL),
    ('ünï-3', 'Zwölf', 1234567.89, '"a string"');
INSERT INTO invoice (id, customer_id, placed_at) VALUES (1, 1, '2024-01-31 23:59:59'), (2, 2, '2024-02-29 00:00:00');
INSERT INTO invoice_line (invoice_id, line, sku, quantity, note) VALUES
    (1, 1, 'A-1', 3, 'gift'), (1, 2, 'B/2', 1, 7), (2, 1, 'ünï-3', 2, NULL);
INSERT INTO line_return VALUES (1, 2, 'stale');
