CREATE TABLE `audit_entries` (
	`id` text PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`operator_id` text NOT NULL,
	`kind` text NOT NULL,
	`subject_id` text NOT NULL,
	`request_id` text,
	`customer_id` text,
	`once_key` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `audit_entries_once_key_unique` ON `audit_entries` (`once_key`);--> statement-breakpoint
CREATE INDEX `audit_entries_at` ON `audit_entries` (`at`,`id`);--> statement-breakpoint
CREATE TABLE `call_recordings` (
	`call_id` text PRIMARY KEY NOT NULL,
	`origin` text NOT NULL,
	`state` text NOT NULL,
	`keep_days` integer NOT NULL,
	`listeners` text NOT NULL,
	`asked_at` integer NOT NULL,
	`started_at` integer,
	`paused_since` integer,
	`pauses` text NOT NULL,
	`stopped_at` integer,
	`finish_at` integer,
	`finish_tries` integer DEFAULT 0 NOT NULL,
	`file_id` text,
	`content_type` text,
	`bytes` integer DEFAULT 0 NOT NULL,
	`ms` integer DEFAULT 0 NOT NULL,
	`peaks` text DEFAULT '' NOT NULL,
	`erase_at` integer,
	`version` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `call_recordings_finish` ON `call_recordings` (`finish_at`,`call_id`) WHERE finish_at is not null;--> statement-breakpoint
CREATE INDEX `call_recordings_erase` ON `call_recordings` (`erase_at`,`call_id`) WHERE erase_at is not null;--> statement-breakpoint
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
CREATE TABLE `recording_chunks` (
	`segment_id` text NOT NULL,
	`seq` integer NOT NULL,
	`file_id` text NOT NULL,
	`bytes` integer NOT NULL,
	`peaks` text NOT NULL,
	PRIMARY KEY(`segment_id`, `seq`)
);
--> statement-breakpoint
CREATE TABLE `recording_segments` (
	`id` text PRIMARY KEY NOT NULL,
	`call_id` text NOT NULL,
	`operator_id` text NOT NULL,
	`started_at` integer NOT NULL,
	`next_seq` integer NOT NULL,
	`last_hash` text NOT NULL,
	`ms` integer NOT NULL,
	`is_complete` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `recording_segments_call` ON `recording_segments` (`call_id`,`started_at`);--> statement-breakpoint
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
ALTER TABLE `queues` ADD `records_calls` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `queues` ADD `recording_days` integer DEFAULT 90 NOT NULL;--> statement-breakpoint
ALTER TABLE `queues` ADD `recording_listeners` text DEFAULT 'supervisors' NOT NULL;--> statement-breakpoint
ALTER TABLE `sites` ADD `history_needs_identity` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `visitors` ADD `identity_id` text;--> statement-breakpoint
CREATE UNIQUE INDEX `visitors_identity_id_unique` ON `visitors` (`identity_id`);