ALTER TABLE `phone_calls` ADD `recording_state` text;--> statement-breakpoint
ALTER TABLE `phone_calls` ADD `recording_problem` text;--> statement-breakpoint
ALTER TABLE `phone_calls` ADD `recording_tries` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `phone_calls` ADD `recording_busy_until` integer;--> statement-breakpoint
ALTER TABLE `queues` ADD `callback_places` integer DEFAULT 3 NOT NULL;