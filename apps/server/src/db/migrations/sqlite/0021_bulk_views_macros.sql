CREATE TABLE `bulk_items` (
	`run_id` text NOT NULL,
	`position` integer NOT NULL,
	`request_id` text NOT NULL,
	`state` text NOT NULL,
	`error` text,
	PRIMARY KEY(`run_id`, `position`)
);
--> statement-breakpoint
CREATE INDEX `bulk_items_state` ON `bulk_items` (`run_id`,`state`,`position`);--> statement-breakpoint
CREATE TABLE `bulk_runs` (
	`id` text PRIMARY KEY NOT NULL,
	`operator_id` text NOT NULL,
	`actions` text NOT NULL,
	`macro_id` text,
	`selection` text NOT NULL,
	`state` text NOT NULL,
	`step` integer NOT NULL,
	`cursor` text,
	`total` integer NOT NULL,
	`counts` text NOT NULL,
	`told_at` integer NOT NULL,
	`created_at` integer NOT NULL,
	`finished_at` integer
);
--> statement-breakpoint
CREATE INDEX `bulk_runs_operator` ON `bulk_runs` (`operator_id`,`id`);--> statement-breakpoint
CREATE INDEX `bulk_runs_created` ON `bulk_runs` (`created_at`);--> statement-breakpoint
CREATE TABLE `macros` (
	`id` text PRIMARY KEY NOT NULL,
	`owner` text NOT NULL,
	`name` text NOT NULL,
	`steps` text NOT NULL,
	`uses` integer NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`deleted_at` integer,
	`version` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `macros_owner` ON `macros` (`owner`,`id`);--> statement-breakpoint
CREATE TABLE `saved_views` (
	`id` text PRIMARY KEY NOT NULL,
	`maker_id` text NOT NULL,
	`is_shared` integer NOT NULL,
	`name` text NOT NULL,
	`filter` text NOT NULL,
	`sort` text NOT NULL,
	`columns` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`deleted_at` integer,
	`version` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `saved_views_maker` ON `saved_views` (`maker_id`);--> statement-breakpoint
CREATE INDEX `saved_views_shared` ON `saved_views` (`is_shared`);--> statement-breakpoint
CREATE TABLE `view_choices` (
	`operator_id` text PRIMARY KEY NOT NULL,
	`default_view_id` text,
	`view_order` text NOT NULL
);
