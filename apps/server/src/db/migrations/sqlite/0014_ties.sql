CREATE TABLE `request_links` (
	`id` text PRIMARY KEY NOT NULL,
	`from_id` text NOT NULL,
	`to_id` text NOT NULL,
	`pair` text NOT NULL,
	`kind` text NOT NULL,
	`made_by_id` text,
	`made_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `request_links_pair_unique` ON `request_links` (`pair`);--> statement-breakpoint
CREATE INDEX `request_links_from` ON `request_links` (`from_id`);--> statement-breakpoint
CREATE INDEX `request_links_to` ON `request_links` (`to_id`);--> statement-breakpoint
CREATE TABLE `request_merges` (
	`id` text PRIMARY KEY NOT NULL,
	`target_id` text NOT NULL,
	`source_id` text NOT NULL,
	`record` text NOT NULL,
	`merged_at` integer NOT NULL,
	`merged_by_id` text,
	`undone_at` integer
);
--> statement-breakpoint
CREATE INDEX `request_merges_target` ON `request_merges` (`target_id`,`merged_at`);--> statement-breakpoint
DROP INDEX `activities_customer`;--> statement-breakpoint
CREATE INDEX `activities_customer` ON `activities` (`customer_id`,`started_at`,`id`,`medium`);--> statement-breakpoint
ALTER TABLE `requests` ADD `parent_id` text;--> statement-breakpoint
ALTER TABLE `requests` ADD `merged_into_id` text;--> statement-breakpoint
CREATE INDEX `requests_customer_created` ON `requests` (`customer_id`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `requests_parent` ON `requests` (`parent_id`) WHERE parent_id is not null;--> statement-breakpoint
CREATE INDEX `requests_merged_into` ON `requests` (`merged_into_id`) WHERE merged_into_id is not null;--> statement-breakpoint
CREATE INDEX `deals_customer_created` ON `deals` (`customer_id`,`created_at`,`id`) WHERE deleted_at is null;--> statement-breakpoint
CREATE INDEX `ratings_customer` ON `ratings` (`customer_id`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `todos_customer_created` ON `todos` (`customer_id`,`created_at`,`id`) WHERE deleted_at is null;