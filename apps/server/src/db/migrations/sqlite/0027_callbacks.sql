CREATE TABLE `callback_attempts` (
	`activity_id` text NOT NULL,
	`number` integer NOT NULL,
	`operator_id` text NOT NULL,
	`outcome` text NOT NULL,
	`note` text NOT NULL,
	`at` integer NOT NULL,
	`next_try_at` integer,
	PRIMARY KEY(`activity_id`, `number`)
);
--> statement-breakpoint
CREATE TABLE `callbacks` (
	`activity_id` text PRIMARY KEY NOT NULL,
	`phone` text NOT NULL,
	`origin` text NOT NULL,
	`created_by_id` text,
	`created_at` integer NOT NULL,
	`slot_from` integer NOT NULL,
	`slot_to` integer NOT NULL,
	`time_zone` text,
	`note` text NOT NULL,
	`due_at` integer,
	`attempts` integer NOT NULL,
	`last_outcome` text,
	`cancelled_at` integer,
	`cancelled_by` text,
	`link_hash` text
);
--> statement-breakpoint
CREATE INDEX `callbacks_due` ON `callbacks` (`due_at`,`activity_id`) WHERE due_at is not null;--> statement-breakpoint
CREATE INDEX `callbacks_slot` ON `callbacks` (`slot_from`);--> statement-breakpoint
CREATE INDEX `callbacks_phone` ON `callbacks` (`phone`,`created_at`);--> statement-breakpoint
CREATE UNIQUE INDEX `callbacks_link` ON `callbacks` (`link_hash`) WHERE link_hash is not null;