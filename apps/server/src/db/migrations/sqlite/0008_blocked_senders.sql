CREATE TABLE `blocked_senders` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`value` text NOT NULL,
	`request_id` text,
	`customer_id` text,
	`blocked_at` integer NOT NULL,
	`blocked_by_id` text,
	`lifted_at` integer,
	`lifted_by_id` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `blocked_senders_now` ON `blocked_senders` (`kind`,`value`) WHERE lifted_at is null;--> statement-breakpoint
CREATE INDEX `blocked_senders_blocked` ON `blocked_senders` (`blocked_at`,`id`) WHERE lifted_at is null;--> statement-breakpoint
CREATE INDEX `blocked_senders_lifted` ON `blocked_senders` (`lifted_at`,`id`) WHERE lifted_at is not null;--> statement-breakpoint
ALTER TABLE `visitors` ADD `blocked_at` integer;