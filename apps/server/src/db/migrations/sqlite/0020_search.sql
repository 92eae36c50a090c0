CREATE TABLE `search_documents` (
	`number` integer PRIMARY KEY NOT NULL,
	`head` text NOT NULL,
	`said` text NOT NULL,
	`read_to` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `search_words` (
	`word` text PRIMARY KEY NOT NULL
) WITHOUT ROWID;
--> statement-breakpoint
CREATE VIRTUAL TABLE `search_index` USING fts5(words, content='', contentless_delete=1, detail=none, tokenize='ascii');
