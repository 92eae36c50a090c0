ALTER TABLE `requests` ADD `snoozed_until` integer;--> statement-breakpoint
ALTER TABLE `requests` ADD `snoozed_by_id` text;--> statement-breakpoint
ALTER TABLE `requests` ADD `wakes_on_answer` integer DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE `requests` ADD `woke_at` integer;--> statement-breakpoint
CREATE INDEX `requests_snoozed` ON `requests` (`snoozed_until`,`id`) WHERE snoozed_until is not null;--> statement-breakpoint
CREATE INDEX `requests_snoozed_by` ON `requests` (`snoozed_by_id`,`snoozed_until`,`id`) WHERE snoozed_until is not null;