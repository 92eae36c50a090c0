ALTER TABLE `channels` ADD `send_health` text;--> statement-breakpoint
ALTER TABLE `channels` ADD `send_problem` text;--> statement-breakpoint
ALTER TABLE `channels` ADD `send_problem_text` text;--> statement-breakpoint
ALTER TABLE `channels` ADD `send_problem_at` integer;--> statement-breakpoint
ALTER TABLE `channels` ADD `send_last_ok_at` integer;