CREATE TABLE `tags` (
	`folded` text PRIMARY KEY NOT NULL,
	`tag` text NOT NULL,
	`facet` integer NOT NULL
);
