CREATE TABLE `group_members` (
	`group_id` text NOT NULL,
	`operator_id` text NOT NULL,
	PRIMARY KEY(`group_id`, `operator_id`)
);
--> statement-breakpoint
CREATE INDEX `group_members_operator` ON `group_members` (`operator_id`);--> statement-breakpoint
CREATE TABLE `groups` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`name_folded` text NOT NULL,
	`wait_seconds` integer NOT NULL,
	`is_active` integer NOT NULL,
	`created_at` integer NOT NULL,
	`version` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `groups_name_folded_unique` ON `groups` (`name_folded`);--> statement-breakpoint
ALTER TABLE `activities` ADD `handed_by_id` text;--> statement-breakpoint
ALTER TABLE `activities` ADD `group_id` text;--> statement-breakpoint
ALTER TABLE `activities` ADD `group_until` integer;--> statement-breakpoint
ALTER TABLE `activities` ADD `overflow_at` integer;--> statement-breakpoint
ALTER TABLE `activities` ADD `overflow_path` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `activities` ADD `overflow_offer` text;--> statement-breakpoint
CREATE INDEX `activities_group` ON `activities` (`group_id`,`group_until`,`id`) WHERE group_id is not null;--> statement-breakpoint
CREATE INDEX `activities_overflow` ON `activities` (`overflow_at`,`id`) WHERE overflow_at is not null;--> statement-breakpoint
ALTER TABLE `queues` ADD `overflow_seconds` integer;--> statement-breakpoint
ALTER TABLE `queues` ADD `overflow_queue_id` text;--> statement-breakpoint
ALTER TABLE `queues` ADD `overflow_offer` text;--> statement-breakpoint
ALTER TABLE `queues` ADD `is_active` integer DEFAULT true NOT NULL;