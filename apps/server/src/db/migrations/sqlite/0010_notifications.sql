CREATE TABLE `notification_settings` (
	`operator_id` text PRIMARY KEY NOT NULL,
	`ways` text NOT NULL,
	`volume` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `notifications` (
	`id` text PRIMARY KEY NOT NULL,
	`operator_id` text NOT NULL,
	`kind` text NOT NULL,
	`request_id` text,
	`activity_id` text,
	`comment_id` text,
	`subject_id` text,
	`actor_kind` text NOT NULL,
	`actor_id` text,
	`times` integer NOT NULL,
	`at` integer NOT NULL,
	`seen_at` integer,
	`handled_at` integer,
	`dedupe_key` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `notifications_operator` ON `notifications` (`operator_id`,`at`,`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `notifications_open` ON `notifications` (`operator_id`,`dedupe_key`) WHERE handled_at is null;--> statement-breakpoint
CREATE INDEX `notifications_open_at` ON `notifications` (`operator_id`,`at`,`id`) WHERE handled_at is null;--> statement-breakpoint
CREATE INDEX `notifications_request` ON `notifications` (`request_id`) WHERE handled_at is null;--> statement-breakpoint
CREATE INDEX `notifications_activity` ON `notifications` (`activity_id`) WHERE handled_at is null;--> statement-breakpoint
CREATE INDEX `notifications_subject` ON `notifications` (`subject_id`) WHERE handled_at is null and subject_id is not null;--> statement-breakpoint
CREATE INDEX `notifications_at` ON `notifications` (`at`);--> statement-breakpoint
ALTER TABLE `presence` ADD `dnd_since` integer;--> statement-breakpoint
ALTER TABLE `presence` ADD `dnd_until` integer;--> statement-breakpoint
ALTER TABLE `presence` ADD `dnd_by` text;--> statement-breakpoint
ALTER TABLE `presence` ADD `dnd_look_at` integer;--> statement-breakpoint
ALTER TABLE `presence` ADD `quiet_hours` text;--> statement-breakpoint
CREATE INDEX `presence_dnd` ON `presence` (`dnd_look_at`,`operator_id`) WHERE dnd_look_at is not null;