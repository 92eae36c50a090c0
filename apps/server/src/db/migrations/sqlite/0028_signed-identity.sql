CREATE TABLE `customer_identities` (
	`id` text PRIMARY KEY NOT NULL,
	`customer_id` text NOT NULL,
	`kind` text NOT NULL,
	`issuer` text NOT NULL,
	`value` text NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `customer_identities_value` ON `customer_identities` (`kind`,`issuer`,`value`);--> statement-breakpoint
CREATE INDEX `customer_identities_customer` ON `customer_identities` (`customer_id`);--> statement-breakpoint
CREATE TABLE `site_keys` (
	`id` text PRIMARY KEY NOT NULL,
	`site_id` text NOT NULL,
	`sealed` text NOT NULL,
	`created_at` integer NOT NULL,
	`created_by_id` text,
	`revoked_at` integer
);
--> statement-breakpoint
CREATE INDEX `site_keys_site` ON `site_keys` (`site_id`,`created_at`);--> statement-breakpoint
CREATE TABLE `visitor_sessions` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`visitor_id` text NOT NULL,
	`key_id` text NOT NULL,
	`proven_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `visitor_sessions_visitor` ON `visitor_sessions` (`visitor_id`);--> statement-breakpoint
ALTER TABLE `sites` ADD `history_needs_identity` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `visitors` ADD `identity_id` text;--> statement-breakpoint
CREATE UNIQUE INDEX `visitors_identity_id_unique` ON `visitors` (`identity_id`);