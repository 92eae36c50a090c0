ALTER TABLE `activities` ADD `skills` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `operators` ADD `skills` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `operators` ADD `version` integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE `queues` ADD `skills` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `queues` ADD `relax_skills_seconds` integer DEFAULT 60;--> statement-breakpoint
ALTER TABLE `sites` ADD `skills` text DEFAULT '[]' NOT NULL;