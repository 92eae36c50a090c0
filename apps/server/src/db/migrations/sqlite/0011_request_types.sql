CREATE TABLE `locations` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`name_folded` text NOT NULL,
	`is_active` integer NOT NULL,
	`created_at` integer NOT NULL,
	`version` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `locations_name_folded_unique` ON `locations` (`name_folded`);--> statement-breakpoint
CREATE TABLE `request_followers` (
	`request_id` text NOT NULL,
	`operator_id` text NOT NULL,
	`since` integer NOT NULL,
	PRIMARY KEY(`request_id`, `operator_id`)
);
--> statement-breakpoint
CREATE INDEX `request_followers_operator` ON `request_followers` (`operator_id`,`request_id`);--> statement-breakpoint
CREATE TABLE `request_stages` (
	`id` text PRIMARY KEY NOT NULL,
	`request_id` text NOT NULL,
	`type_id` text NOT NULL,
	`stage` text NOT NULL,
	`category` text NOT NULL,
	`since` integer NOT NULL,
	`until` integer,
	`calendar_ms` integer,
	`business_ms` integer
);
--> statement-breakpoint
CREATE INDEX `request_stages_request` ON `request_stages` (`request_id`,`since`,`id`);--> statement-breakpoint
CREATE TABLE `request_texts` (
	`event_id` text NOT NULL,
	`field` text NOT NULL,
	`request_id` text NOT NULL,
	`before` text NOT NULL,
	`after` text NOT NULL,
	PRIMARY KEY(`event_id`, `field`)
);
--> statement-breakpoint
CREATE INDEX `request_texts_request` ON `request_texts` (`request_id`);--> statement-breakpoint
ALTER TABLE `request_types` ADD `fields` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `requests` ADD `attributes` text DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE `requests` ADD `location_id` text;--> statement-breakpoint
ALTER TABLE `sites` ADD `location_id` text;--> statement-breakpoint
CREATE INDEX `events_history` ON `events` (`request_id`,`seq`) WHERE request_id is not null and type not in ('message.received', 'message.sent', 'message.marked');--> statement-breakpoint
-- What is in a stage now has been there since then; what was before is not known.
INSERT INTO `request_stages` (`id`, `request_id`, `type_id`, `stage`, `category`, `since`) SELECT `id`, `id`, `type_id`, `stage`, `category`, `stage_since` FROM `requests`;