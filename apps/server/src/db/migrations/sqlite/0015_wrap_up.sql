CREATE TABLE `wrap_up_drafts` (
	`activity_id` text PRIMARY KEY NOT NULL,
	`outcome` text,
	`comment` text NOT NULL
);
--> statement-breakpoint
ALTER TABLE `activities` ADD `outcome` text;--> statement-breakpoint
ALTER TABLE `activities` ADD `wrap_up_until` integer;--> statement-breakpoint
CREATE INDEX `activities_wrap_up` ON `activities` (`wrap_up_until`,`id`) WHERE wrap_up_until is not null;--> statement-breakpoint
ALTER TABLE `queues` ADD `wrap_up_seconds` integer;--> statement-breakpoint
ALTER TABLE `request_types` ADD `default_outcome` text;