CREATE TABLE `quick_replies` (
	`id` text PRIMARY KEY NOT NULL,
	`owner` text NOT NULL,
	`shortcut` text NOT NULL,
	`shortcut_folded` text NOT NULL,
	`title` text NOT NULL,
	`group_name` text NOT NULL,
	`texts` text NOT NULL,
	`attachment_ids` text NOT NULL,
	`uses` integer NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`deleted_at` integer,
	`version` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `quick_replies_shortcut` ON `quick_replies` (`owner`,`shortcut_folded`) WHERE deleted_at is null;--> statement-breakpoint
CREATE INDEX `quick_replies_deleted` ON `quick_replies` (`deleted_at`) WHERE deleted_at is not null;--> statement-breakpoint
CREATE TABLE `quick_reply_words` (
	`owner` text NOT NULL,
	`word` text NOT NULL,
	`quick_reply_id` text NOT NULL,
	`rank` integer NOT NULL,
	PRIMARY KEY(`owner`, `word`, `quick_reply_id`)
);
--> statement-breakpoint
CREATE INDEX `quick_reply_words_reply` ON `quick_reply_words` (`quick_reply_id`);