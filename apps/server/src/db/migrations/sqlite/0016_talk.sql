CREATE TABLE `drafts` (
	`operator_id` text NOT NULL,
	`activity_id` text NOT NULL,
	`kind` text NOT NULL,
	`text` text NOT NULL,
	`attachment_ids` text NOT NULL,
	`other_text` text,
	`seen_seq` integer,
	`edited_at` integer NOT NULL,
	`rev` integer NOT NULL,
	`updated_at` integer NOT NULL,
	PRIMARY KEY(`operator_id`, `activity_id`, `kind`)
);
--> statement-breakpoint
CREATE INDEX `drafts_activity` ON `drafts` (`activity_id`);--> statement-breakpoint
CREATE INDEX `drafts_updated` ON `drafts` (`updated_at`);--> statement-breakpoint
ALTER TABLE `files` ADD `held_by` text;--> statement-breakpoint
ALTER TABLE `messages` ADD `edited_at` integer;--> statement-breakpoint
ALTER TABLE `messages` ADD `deleted_at` integer;