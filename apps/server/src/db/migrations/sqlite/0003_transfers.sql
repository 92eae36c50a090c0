ALTER TABLE `activities` ADD `transfer_to_id` text;--> statement-breakpoint
ALTER TABLE `activities` ADD `transfer_at` integer;--> statement-breakpoint
ALTER TABLE `activities` ADD `transfer_expires_at` integer;--> statement-breakpoint
ALTER TABLE `activities` ADD `transfer_reason` text;--> statement-breakpoint
CREATE INDEX `activities_transfer` ON `activities` (`transfer_to_id`) WHERE transfer_to_id is not null;--> statement-breakpoint
CREATE INDEX `activities_transfer_expires` ON `activities` (`transfer_expires_at`,`id`) WHERE transfer_expires_at is not null;