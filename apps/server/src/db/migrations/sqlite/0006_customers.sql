CREATE TABLE `company_domains` (
	`domain` text PRIMARY KEY NOT NULL,
	`company_id` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `company_domains_company` ON `company_domains` (`company_id`);--> statement-breakpoint
CREATE TABLE `customer_fields` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`kind` text NOT NULL,
	`options` text NOT NULL,
	`position` integer NOT NULL,
	`is_removed` integer NOT NULL,
	`created_at` integer NOT NULL,
	`version` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `customer_groups` (
	`group_folded` text NOT NULL,
	`customer_id` text NOT NULL,
	`name` text NOT NULL,
	PRIMARY KEY(`group_folded`, `customer_id`)
);
--> statement-breakpoint
CREATE INDEX `customer_groups_customer` ON `customer_groups` (`customer_id`);--> statement-breakpoint
CREATE TABLE `customer_merges` (
	`id` text PRIMARY KEY NOT NULL,
	`target_id` text NOT NULL,
	`source_id` text NOT NULL,
	`record` text NOT NULL,
	`merged_at` integer NOT NULL,
	`merged_by_id` text,
	`undone_at` integer
);
--> statement-breakpoint
CREATE INDEX `customer_merges_target` ON `customer_merges` (`target_id`,`merged_at`);--> statement-breakpoint
CREATE INDEX `customer_merges_source` ON `customer_merges` (`source_id`);--> statement-breakpoint
CREATE TABLE `customer_pairs` (
	`first_id` text NOT NULL,
	`second_id` text NOT NULL,
	`said_at` integer NOT NULL,
	PRIMARY KEY(`first_id`, `second_id`)
);
--> statement-breakpoint
CREATE INDEX `customer_pairs_second` ON `customer_pairs` (`second_id`);--> statement-breakpoint
ALTER TABLE `companies` ADD `version` integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE `customers` ADD `attributes` text DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE `customers` ADD `checked_at` integer;--> statement-breakpoint
ALTER TABLE `customers` ADD `merged_into_id` text;--> statement-breakpoint
CREATE INDEX `customers_vip` ON `customers` (`created_at`,`id`) WHERE is_vip;--> statement-breakpoint
CREATE INDEX `customers_merged` ON `customers` (`merged_into_id`) WHERE merged_into_id is not null;--> statement-breakpoint
ALTER TABLE `visitors` ADD `own_customer_id` text;