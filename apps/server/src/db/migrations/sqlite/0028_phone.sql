CREATE TABLE `phone_calls` (
	`channel_id` text NOT NULL,
	`call_id` text NOT NULL,
	`activity_id` text,
	`direction` text NOT NULL,
	`number` text,
	`state` text NOT NULL,
	`agent` text,
	`is_asked` integer NOT NULL,
	`event_count` integer NOT NULL,
	`recording_url` text,
	`recording_id` text,
	`recording_ms` integer,
	`created_at` integer NOT NULL,
	`silent_at` integer,
	PRIMARY KEY(`channel_id`, `call_id`)
);
--> statement-breakpoint
CREATE INDEX `phone_calls_activity` ON `phone_calls` (`activity_id`) WHERE activity_id is not null;--> statement-breakpoint
CREATE INDEX `phone_calls_silent` ON `phone_calls` (`silent_at`,`channel_id`,`call_id`) WHERE silent_at is not null;--> statement-breakpoint
CREATE TABLE `phone_dials` (
	`activity_id` text PRIMARY KEY NOT NULL,
	`channel_id` text NOT NULL,
	`operator_id` text NOT NULL,
	`number` text NOT NULL,
	`state` text NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `phone_events` (
	`channel_id` text NOT NULL,
	`call_id` text NOT NULL,
	`name` text NOT NULL,
	`type` text NOT NULL,
	`event` text NOT NULL,
	`raw` text NOT NULL,
	`received_at` integer NOT NULL,
	PRIMARY KEY(`channel_id`, `call_id`, `name`)
);
--> statement-breakpoint
CREATE INDEX `phone_events_old` ON `phone_events` (`received_at`,`channel_id`,`call_id`,`name`);--> statement-breakpoint
CREATE TABLE `phone_lines` (
	`channel_id` text NOT NULL,
	`operator_id` text NOT NULL,
	`user_name` text NOT NULL,
	`extension` text,
	`password` text,
	`version` integer NOT NULL,
	PRIMARY KEY(`channel_id`, `operator_id`)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `phone_lines_user` ON `phone_lines` (`channel_id`,`user_name`);--> statement-breakpoint
CREATE UNIQUE INDEX `phone_lines_extension` ON `phone_lines` (`channel_id`,`extension`) WHERE extension is not null;--> statement-breakpoint
CREATE INDEX `phone_lines_operator` ON `phone_lines` (`operator_id`);