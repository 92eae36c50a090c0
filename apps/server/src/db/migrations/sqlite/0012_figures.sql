CREATE TABLE `facts` (
	`kind` text NOT NULL,
	`source_id` text NOT NULL,
	`request_id` text NOT NULL,
	`activity_id` text,
	`medium` text,
	`queue_id` text,
	`operator_id` text,
	`value` integer NOT NULL,
	`is_in_time` integer NOT NULL,
	`is_short` integer NOT NULL,
	`day` text NOT NULL,
	`slot` integer NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`kind`, `source_id`)
);
--> statement-breakpoint
CREATE INDEX `facts_operator` ON `facts` (`operator_id`,`kind`,`day`,`at`,`source_id`) WHERE operator_id is not null;--> statement-breakpoint
CREATE INDEX `facts_queue` ON `facts` (`queue_id`,`kind`,`day`,`at`,`source_id`) WHERE queue_id is not null;--> statement-breakpoint
CREATE INDEX `facts_request` ON `facts` (`request_id`,`kind`);--> statement-breakpoint
CREATE TABLE `queue_days` (
	`day` text NOT NULL,
	`queue_id` text NOT NULL,
	`arrived` integer NOT NULL,
	`accepted` integer NOT NULL,
	`accepted_in_time` integer NOT NULL,
	`abandoned` integer NOT NULL,
	`short_abandoned` integer NOT NULL,
	PRIMARY KEY(`day`, `queue_id`)
);
--> statement-breakpoint
CREATE TABLE `queue_loads` (
	`queue_id` text PRIMARY KEY NOT NULL,
	`waiting` integer NOT NULL,
	`in_progress` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `queue_slots` (
	`day` text NOT NULL,
	`slot` integer NOT NULL,
	`queue_id` text NOT NULL,
	`medium` text NOT NULL,
	`arrived` integer NOT NULL,
	`accepted` integer NOT NULL,
	`accepted_in_time` integer NOT NULL,
	`abandoned` integer NOT NULL,
	`short_abandoned` integer NOT NULL,
	PRIMARY KEY(`day`, `slot`, `queue_id`, `medium`)
);
--> statement-breakpoint
ALTER TABLE `activities` ADD `first_answer_at` integer;--> statement-breakpoint
CREATE INDEX `activities_oldest` ON `activities` (`queue_id`,`eligible_since`) WHERE state in ('waiting', 'offered');--> statement-breakpoint
ALTER TABLE `queues` ADD `service_level_seconds` integer DEFAULT 60 NOT NULL;--> statement-breakpoint
ALTER TABLE `queues` ADD `service_level_percent` integer DEFAULT 90 NOT NULL;--> statement-breakpoint
ALTER TABLE `queues` ADD `max_wait_seconds` integer DEFAULT 300 NOT NULL;--> statement-breakpoint
ALTER TABLE `requests` ADD `reopened_at` integer;