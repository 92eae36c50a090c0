CREATE TABLE `count_changes` (
	`seq` integer PRIMARY KEY NOT NULL,
	`changes` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `facet_counts` (
	`facet` integer NOT NULL,
	`state` integer NOT NULL,
	`total` integer NOT NULL,
	PRIMARY KEY(`facet`, `state`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `list_layouts` (
	`operator_id` text PRIMARY KEY NOT NULL,
	`columns` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `log_readers` (
	`name` text PRIMARY KEY NOT NULL,
	`seq` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `request_entries` (
	`number` integer PRIMARY KEY NOT NULL,
	`request_id` text NOT NULL,
	`customer_id` text NOT NULL,
	`state` integer NOT NULL,
	`priority` integer NOT NULL,
	`created_at` integer NOT NULL,
	`listed_at` integer NOT NULL,
	`due_at` integer,
	`closed_at` integer,
	`is_vip` integer NOT NULL,
	`company_id` text,
	`facets` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `request_entries_request_id_unique` ON `request_entries` (`request_id`);--> statement-breakpoint
CREATE INDEX `request_entries_customer` ON `request_entries` (`customer_id`,`listed_at`,`number`);--> statement-breakpoint
CREATE INDEX `request_entries_created` ON `request_entries` (`created_at`,`number`);--> statement-breakpoint
CREATE TABLE `request_facets` (
	`facet` integer NOT NULL,
	`state` integer NOT NULL,
	`number` integer NOT NULL,
	`listed_at` integer NOT NULL,
	`end_at` integer,
	PRIMARY KEY(`facet`, `state`, `number`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `request_facets_listed` ON `request_facets` (`facet`,`state`,`listed_at`,`number`);--> statement-breakpoint
CREATE INDEX `request_facets_end` ON `request_facets` (`facet`,`state`,`end_at`,`number`) WHERE end_at is not null;