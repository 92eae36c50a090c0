CREATE TABLE `mails` (
	`id` text PRIMARY KEY NOT NULL,
	`message_id` text NOT NULL,
	`activity_id` text NOT NULL,
	`operator_id` text NOT NULL,
	`to_address` text NOT NULL,
	`subject` text NOT NULL,
	`state` text NOT NULL,
	`created_at` integer NOT NULL,
	`send_after` integer,
	`tries` integer NOT NULL,
	`error` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `mails_message_id_unique` ON `mails` (`message_id`);--> statement-breakpoint
CREATE INDEX `mails_activity` ON `mails` (`activity_id`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `mails_due` ON `mails` (`send_after`,`id`) WHERE state = 'waiting';--> statement-breakpoint
ALTER TABLE `operators` ADD `single_keys` text DEFAULT 'on' NOT NULL;