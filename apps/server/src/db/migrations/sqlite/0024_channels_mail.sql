CREATE TABLE `channel_bookmarks` (
	`channel_id` text PRIMARY KEY NOT NULL,
	`mark` text NOT NULL,
	`kept_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `channel_leases` (
	`channel_id` text PRIMARY KEY NOT NULL,
	`process_id` text NOT NULL,
	`until` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `channels` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	`name_folded` text NOT NULL,
	`is_on` integer NOT NULL,
	`queue_id` text,
	`type_id` text,
	`location_id` text,
	`settings` text NOT NULL,
	`secrets` text NOT NULL,
	`health` text NOT NULL,
	`problem` text,
	`problem_text` text,
	`problem_at` integer,
	`last_ok_at` integer,
	`created_at` integer NOT NULL,
	`removed_at` integer,
	`version` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `channels_name_folded_unique` ON `channels` (`name_folded`);--> statement-breakpoint
CREATE TABLE `intakes` (
	`id` text PRIMARY KEY NOT NULL,
	`channel_id` text NOT NULL,
	`external_id` text NOT NULL,
	`received_at` integer NOT NULL,
	`state` text NOT NULL,
	`tries` integer NOT NULL,
	`next_try_at` integer,
	`error` text,
	`raw` text,
	`raw_bytes` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `intakes_once` ON `intakes` (`channel_id`,`external_id`);--> statement-breakpoint
CREATE INDEX `intakes_failed` ON `intakes` (`channel_id`,`received_at`,`id`) WHERE state = 'failed';--> statement-breakpoint
CREATE INDEX `intakes_old` ON `intakes` (`received_at`,`id`);--> statement-breakpoint
DROP INDEX `jobs_due`;--> statement-breakpoint
ALTER TABLE `jobs` ADD `lane` text DEFAULT 'quick' NOT NULL;--> statement-breakpoint
CREATE INDEX `jobs_due` ON `jobs` (`lane`,`run_at`,`id`) WHERE state <> 'failed';--> statement-breakpoint
PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_mails` (
	`id` text PRIMARY KEY NOT NULL,
	`direction` text DEFAULT 'out' NOT NULL,
	`message_id` text NOT NULL,
	`activity_id` text NOT NULL,
	`channel_id` text,
	`operator_id` text,
	`internet_id` text,
	`in_reply_to` text DEFAULT '[]' NOT NULL,
	`references` text DEFAULT '[]' NOT NULL,
	`from_address` text DEFAULT '' NOT NULL,
	`from_name` text DEFAULT '' NOT NULL,
	`to_address` text NOT NULL,
	`cc` text DEFAULT '[]' NOT NULL,
	`bcc` text DEFAULT '[]' NOT NULL,
	`subject` text NOT NULL,
	`html` text,
	`inline_files` text DEFAULT '{}' NOT NULL,
	`quoted_text` text DEFAULT '' NOT NULL,
	`quoted_html` text,
	`is_unread_chat` integer DEFAULT false NOT NULL,
	`own_text` text,
	`automatic` text,
	`problems` text DEFAULT '[]' NOT NULL,
	`raw_file_id` text,
	`state` text NOT NULL,
	`created_at` integer NOT NULL,
	`send_after` integer,
	`sent_at` integer,
	`tries` integer NOT NULL,
	`error` text,
	`delivery` text,
	`delivery_note` text DEFAULT '' NOT NULL
);
--> statement-breakpoint
INSERT INTO `__new_mails`("id", "message_id", "activity_id", "operator_id", "to_address", "subject", "state", "created_at", "send_after", "tries", "error") SELECT "id", "message_id", "activity_id", "operator_id", "to_address", "subject", "state", "created_at", "send_after", "tries", "error" FROM `mails`;--> statement-breakpoint
DROP TABLE `mails`;--> statement-breakpoint
ALTER TABLE `__new_mails` RENAME TO `mails`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE UNIQUE INDEX `mails_message_id_unique` ON `mails` (`message_id`);--> statement-breakpoint
CREATE INDEX `mails_activity` ON `mails` (`activity_id`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `mails_due` ON `mails` (`send_after`,`id`) WHERE state in ('waiting', 'sending');--> statement-breakpoint
CREATE UNIQUE INDEX `mails_came` ON `mails` (`internet_id`) WHERE direction = 'in';--> statement-breakpoint
CREATE INDEX `mails_internet_id` ON `mails` (`internet_id`);--> statement-breakpoint
CREATE INDEX `mails_unread_chat` ON `mails` (`to_address`,`created_at`) WHERE is_unread_chat;