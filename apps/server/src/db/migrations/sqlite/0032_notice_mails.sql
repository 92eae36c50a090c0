ALTER TABLE `notifications` ADD `mail_at` integer;--> statement-breakpoint
CREATE INDEX `notifications_mail` ON `notifications` (`mail_at`) WHERE mail_at is not null;