CREATE TABLE `deal_totals` (
	`owner_id` text NOT NULL,
	`stage` text NOT NULL,
	`currency` text NOT NULL,
	`count` integer NOT NULL,
	`amount` integer NOT NULL,
	PRIMARY KEY(`owner_id`, `stage`, `currency`)
);
--> statement-breakpoint
CREATE TABLE `deals` (
	`id` text PRIMARY KEY NOT NULL,
	`customer_id` text NOT NULL,
	`request_id` text,
	`title` text NOT NULL,
	`note` text NOT NULL,
	`amount` integer NOT NULL,
	`currency` text NOT NULL,
	`stage` text NOT NULL,
	`state` text NOT NULL,
	`expected_on` text,
	`expected_key` text NOT NULL,
	`owner_id` text NOT NULL,
	`created_by_id` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`closed_at` integer,
	`deleted_at` integer,
	`version` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `deals_customer` ON `deals` (`customer_id`,`expected_key`,`id`);--> statement-breakpoint
CREATE INDEX `deals_request` ON `deals` (`request_id`,`expected_key`,`id`) WHERE request_id is not null;--> statement-breakpoint
CREATE INDEX `deals_owner` ON `deals` (`owner_id`,`expected_key`,`id`) WHERE deleted_at is null;--> statement-breakpoint
CREATE INDEX `deals_owner_state` ON `deals` (`owner_id`,`state`,`expected_key`,`id`) WHERE deleted_at is null;--> statement-breakpoint
CREATE INDEX `deals_owner_stage` ON `deals` (`owner_id`,`stage`,`expected_key`,`id`) WHERE deleted_at is null;--> statement-breakpoint
CREATE INDEX `deals_all` ON `deals` (`expected_key`,`id`) WHERE deleted_at is null;--> statement-breakpoint
CREATE INDEX `deals_state` ON `deals` (`state`,`expected_key`,`id`) WHERE deleted_at is null;--> statement-breakpoint
CREATE INDEX `deals_stage` ON `deals` (`stage`,`expected_key`,`id`) WHERE deleted_at is null;--> statement-breakpoint
CREATE INDEX `deals_deleted` ON `deals` (`deleted_at`) WHERE deleted_at is not null;--> statement-breakpoint
CREATE TABLE `todos` (
	`id` text PRIMARY KEY NOT NULL,
	`customer_id` text NOT NULL,
	`request_id` text,
	`title` text NOT NULL,
	`note` text NOT NULL,
	`due_date` text,
	`due_time` text,
	`due_zone` text,
	`due_key` integer NOT NULL,
	`reminder` text,
	`remind_at` integer,
	`rings_since` integer,
	`owner_id` text NOT NULL,
	`created_by_id` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`done_at` integer,
	`done_by_id` text,
	`deleted_at` integer,
	`version` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `todos_customer` ON `todos` (`customer_id`,`due_key`,`id`);--> statement-breakpoint
CREATE INDEX `todos_customer_done` ON `todos` (`customer_id`,`done_at`,`id`) WHERE done_at is not null and deleted_at is null;--> statement-breakpoint
CREATE INDEX `todos_request` ON `todos` (`request_id`,`due_key`,`id`) WHERE request_id is not null;--> statement-breakpoint
CREATE INDEX `todos_owner` ON `todos` (`owner_id`,`due_key`,`id`) WHERE done_at is null and deleted_at is null;--> statement-breakpoint
CREATE INDEX `todos_owner_done` ON `todos` (`owner_id`,`done_at`,`id`) WHERE done_at is not null and deleted_at is null;--> statement-breakpoint
CREATE INDEX `todos_open` ON `todos` (`due_key`,`id`) WHERE done_at is null and deleted_at is null;--> statement-breakpoint
CREATE INDEX `todos_done` ON `todos` (`done_at`,`id`) WHERE done_at is not null and deleted_at is null;--> statement-breakpoint
CREATE INDEX `todos_remind` ON `todos` (`remind_at`,`id`) WHERE remind_at is not null;--> statement-breakpoint
CREATE INDEX `todos_ring` ON `todos` (`owner_id`,`due_key`,`id`) WHERE rings_since is not null;--> statement-breakpoint
CREATE INDEX `todos_deleted` ON `todos` (`deleted_at`) WHERE deleted_at is not null;