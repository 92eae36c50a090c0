CREATE TABLE `calendars` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`name_folded` text NOT NULL,
	`time_zone` text NOT NULL,
	`days` text NOT NULL,
	`holidays` text NOT NULL,
	`version` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `calendars_name_folded_unique` ON `calendars` (`name_folded`);--> statement-breakpoint
ALTER TABLE `queues` ADD `calendar_id` text;--> statement-breakpoint
ALTER TABLE `queues` ADD `turns_at` integer;--> statement-breakpoint
CREATE INDEX `queues_turns` ON `queues` (`turns_at`,`id`) WHERE turns_at is not null;--> statement-breakpoint
CREATE INDEX `queues_calendar` ON `queues` (`calendar_id`);