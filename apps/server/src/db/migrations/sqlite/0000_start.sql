CREATE TABLE `activities` (
	`id` text PRIMARY KEY NOT NULL,
	`request_id` text NOT NULL,
	`customer_id` text NOT NULL,
	`medium` text NOT NULL,
	`state` text NOT NULL,
	`queue_id` text,
	`operator_id` text,
	`offered_to_id` text,
	`offered_at` integer,
	`offer_expires_at` integer,
	`priority_rank` integer NOT NULL,
	`vip_rank` integer NOT NULL,
	`eligible_since` integer NOT NULL,
	`offer_round` integer,
	`site_id` text,
	`visitor_id` text,
	`customer_is_here` integer NOT NULL,
	`source` text NOT NULL,
	`title` text NOT NULL,
	`started_at` integer NOT NULL,
	`accepted_at` integer,
	`ended_at` integer,
	`end_reason` text,
	`message_seq` integer NOT NULL,
	`last_line_text` text NOT NULL,
	`last_line_author` text,
	`last_line_at` integer,
	`last_customer_message_at` integer,
	`waiting_since` integer,
	`unread` integer NOT NULL,
	`customer_delivered` integer NOT NULL,
	`customer_read` integer NOT NULL,
	`operator_delivered` integer NOT NULL,
	`operator_read` integer NOT NULL,
	`version` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `activities_queue` ON `activities` (`queue_id`,`state`,`priority_rank`,`vip_rank`,`eligible_since`,`id`);--> statement-breakpoint
CREATE INDEX `activities_waiting` ON `activities` (`state`,`priority_rank`,`vip_rank`,`eligible_since`,`id`);--> statement-breakpoint
CREATE INDEX `activities_operator` ON `activities` (`operator_id`,`state`);--> statement-breakpoint
CREATE INDEX `activities_accepted` ON `activities` (`queue_id`,`accepted_at`) WHERE accepted_at is not null;--> statement-breakpoint
CREATE INDEX `activities_request` ON `activities` (`request_id`,`started_at`);--> statement-breakpoint
CREATE INDEX `activities_customer` ON `activities` (`customer_id`,`started_at`);--> statement-breakpoint
CREATE INDEX `activities_visitor` ON `activities` (`visitor_id`,`started_at`);--> statement-breakpoint
CREATE INDEX `activities_offered` ON `activities` (`offered_to_id`) WHERE offered_to_id is not null;--> statement-breakpoint
CREATE INDEX `activities_offer_expires` ON `activities` (`offer_expires_at`,`id`) WHERE offer_expires_at is not null;--> statement-breakpoint
CREATE TABLE `activity_tags` (
	`activity_id` text NOT NULL,
	`tag_folded` text NOT NULL,
	`tag` text NOT NULL,
	`position` integer NOT NULL,
	PRIMARY KEY(`activity_id`, `tag_folded`)
);
--> statement-breakpoint
CREATE INDEX `activity_tags_tag` ON `activity_tags` (`tag_folded`);--> statement-breakpoint
CREATE TABLE `comments` (
	`id` text PRIMARY KEY NOT NULL,
	`activity_id` text NOT NULL,
	`request_id` text NOT NULL,
	`client_comment_id` text NOT NULL,
	`author_id` text NOT NULL,
	`text` text NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `comments_activity` ON `comments` (`activity_id`,`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `comments_client` ON `comments` (`activity_id`,`client_comment_id`);--> statement-breakpoint
CREATE TABLE `companies` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`name_folded` text NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `companies_name_folded_unique` ON `companies` (`name_folded`);--> statement-breakpoint
CREATE TABLE `connections` (
	`id` text PRIMARY KEY NOT NULL,
	`operator_id` text NOT NULL,
	`process_id` text NOT NULL,
	`connected_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `connections_operator` ON `connections` (`operator_id`);--> statement-breakpoint
CREATE INDEX `connections_process` ON `connections` (`process_id`);--> statement-breakpoint
CREATE TABLE `counters` (
	`name` text PRIMARY KEY NOT NULL,
	`value` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `customer_words` (
	`word` text NOT NULL,
	`customer_id` text NOT NULL,
	PRIMARY KEY(`word`, `customer_id`)
);
--> statement-breakpoint
CREATE INDEX `customer_words_customer` ON `customer_words` (`customer_id`);--> statement-breakpoint
CREATE TABLE `customers` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	`first_name` text NOT NULL,
	`family_name` text NOT NULL,
	`email` text NOT NULL,
	`email_folded` text,
	`phone` text NOT NULL,
	`phone_digits` text,
	`company_id` text,
	`language` text,
	`time_zone` text,
	`is_vip` integer NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`version` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `customers_email` ON `customers` (`email_folded`);--> statement-breakpoint
CREATE INDEX `customers_phone` ON `customers` (`phone_digits`);--> statement-breakpoint
CREATE INDEX `customers_created` ON `customers` (`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `customers_company` ON `customers` (`company_id`);--> statement-breakpoint
CREATE TABLE `events` (
	`seq` integer PRIMARY KEY NOT NULL,
	`id` text NOT NULL,
	`type` text NOT NULL,
	`facts` text NOT NULL,
	`actor_kind` text NOT NULL,
	`actor_id` text,
	`command` text NOT NULL,
	`correlation_id` text NOT NULL,
	`cause_id` text,
	`depth` integer NOT NULL,
	`request_id` text,
	`activity_id` text,
	`customer_id` text,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `events_request` ON `events` (`request_id`,`seq`) WHERE request_id is not null;--> statement-breakpoint
CREATE INDEX `events_customer` ON `events` (`customer_id`,`seq`) WHERE request_id is null and customer_id is not null;--> statement-breakpoint
CREATE TABLE `files` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`content_type` text NOT NULL,
	`size` integer NOT NULL,
	`width` integer,
	`height` integer,
	`owner` text NOT NULL,
	`activity_id` text,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `files_unused` ON `files` (`created_at`) WHERE activity_id is null;--> statement-breakpoint
CREATE TABLE `idempotency` (
	`key` text PRIMARY KEY NOT NULL,
	`result` text,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `idempotency_created` ON `idempotency` (`created_at`);--> statement-breakpoint
CREATE TABLE `jobs` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`payload` text NOT NULL,
	`state` text NOT NULL,
	`run_at` integer NOT NULL,
	`attempts` integer NOT NULL,
	`last_error` text,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `jobs_due` ON `jobs` (`run_at`,`id`) WHERE state <> 'failed';--> statement-breakpoint
CREATE TABLE `messages` (
	`id` text PRIMARY KEY NOT NULL,
	`activity_id` text NOT NULL,
	`seq` integer NOT NULL,
	`client_message_id` text NOT NULL,
	`author_kind` text NOT NULL,
	`author_id` text,
	`author_name` text NOT NULL,
	`text` text NOT NULL,
	`attachment_ids` text NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `messages_seq` ON `messages` (`activity_id`,`seq`);--> statement-breakpoint
CREATE UNIQUE INDEX `messages_client` ON `messages` (`activity_id`,`client_message_id`);--> statement-breakpoint
CREATE TABLE `offers` (
	`id` text PRIMARY KEY NOT NULL,
	`activity_id` text NOT NULL,
	`operator_id` text NOT NULL,
	`round` integer NOT NULL,
	`result` text NOT NULL,
	`offered_at` integer NOT NULL,
	`closed_at` integer
);
--> statement-breakpoint
CREATE INDEX `offers_activity` ON `offers` (`activity_id`,`round`);--> statement-breakpoint
CREATE INDEX `offers_operator` ON `offers` (`operator_id`,`offered_at`);--> statement-breakpoint
CREATE TABLE `operators` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`email` text NOT NULL,
	`email_folded` text NOT NULL,
	`password_hash` text NOT NULL,
	`role` text NOT NULL,
	`language` text,
	`capacity` text NOT NULL,
	`is_active` integer NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `operators_email_folded_unique` ON `operators` (`email_folded`);--> statement-breakpoint
CREATE TABLE `presence` (
	`operator_id` text PRIMARY KEY NOT NULL,
	`chosen` text NOT NULL,
	`away_reason` text,
	`since` integer NOT NULL,
	`is_connected` integer NOT NULL,
	`grace_until` integer,
	`missed_in_row` integer NOT NULL,
	`idle_since` integer NOT NULL,
	`last_offered_at` integer,
	`version` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `presence_grace` ON `presence` (`grace_until`);--> statement-breakpoint
CREATE TABLE `processes` (
	`id` text PRIMARY KEY NOT NULL,
	`started_at` integer NOT NULL,
	`last_seen_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `queue_members` (
	`queue_id` text NOT NULL,
	`operator_id` text NOT NULL,
	PRIMARY KEY(`queue_id`, `operator_id`)
);
--> statement-breakpoint
CREATE INDEX `queue_members_operator` ON `queue_members` (`operator_id`);--> statement-breakpoint
CREATE TABLE `queues` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`strategy` text NOT NULL,
	`offer_seconds` integer NOT NULL,
	`version` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `rate_limits` (
	`key` text PRIMARY KEY NOT NULL,
	`window_start` integer NOT NULL,
	`tries` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `rate_limits_window` ON `rate_limits` (`window_start`);--> statement-breakpoint
CREATE TABLE `ratings` (
	`id` text PRIMARY KEY NOT NULL,
	`request_id` text NOT NULL,
	`activity_id` text NOT NULL,
	`customer_id` text NOT NULL,
	`operator_id` text,
	`score` integer NOT NULL,
	`comment` text NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `ratings_activity_id_unique` ON `ratings` (`activity_id`);--> statement-breakpoint
CREATE INDEX `ratings_request` ON `ratings` (`request_id`);--> statement-breakpoint
CREATE TABLE `request_types` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`is_default` integer NOT NULL,
	`auto_close_ms` integer,
	`reopen_ms` integer NOT NULL,
	`on_reply` text NOT NULL,
	`workflow` text NOT NULL,
	`outcomes` text NOT NULL,
	`version` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `requests` (
	`id` text PRIMARY KEY NOT NULL,
	`number` integer NOT NULL,
	`customer_id` text NOT NULL,
	`type_id` text NOT NULL,
	`title` text NOT NULL,
	`description` text NOT NULL,
	`stage` text NOT NULL,
	`category` text NOT NULL,
	`stage_since` integer NOT NULL,
	`priority` text NOT NULL,
	`queue_id` text,
	`assignee_id` text,
	`last_operator_id` text,
	`tags` text NOT NULL,
	`due_at` integer,
	`outcome` text,
	`outcome_note` text NOT NULL,
	`closed_at` integer,
	`closed_by_id` text,
	`asks_rating` integer NOT NULL,
	`previous_id` text,
	`created_at` integer NOT NULL,
	`last_update_at` integer NOT NULL,
	`listed_at` integer NOT NULL,
	`auto_close_at` integer,
	`version` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `requests_number_unique` ON `requests` (`number`);--> statement-breakpoint
CREATE INDEX `requests_customer` ON `requests` (`customer_id`,`last_update_at`,`id`);--> statement-breakpoint
CREATE INDEX `requests_listed` ON `requests` (`listed_at`,`id`);--> statement-breakpoint
CREATE INDEX `requests_category` ON `requests` (`category`,`listed_at`,`id`);--> statement-breakpoint
CREATE INDEX `requests_assignee` ON `requests` (`assignee_id`,`listed_at`,`id`);--> statement-breakpoint
CREATE INDEX `requests_queue` ON `requests` (`queue_id`,`listed_at`,`id`);--> statement-breakpoint
CREATE INDEX `requests_auto_close` ON `requests` (`auto_close_at`,`id`) WHERE auto_close_at is not null;--> statement-breakpoint
CREATE TABLE `sessions` (
	`id` text PRIMARY KEY NOT NULL,
	`token_hash` text NOT NULL,
	`operator_id` text NOT NULL,
	`user_agent` text NOT NULL,
	`created_at` integer NOT NULL,
	`last_seen_at` integer NOT NULL,
	`expires_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `sessions_token_hash_unique` ON `sessions` (`token_hash`);--> statement-breakpoint
CREATE INDEX `sessions_operator` ON `sessions` (`operator_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `sessions_expires` ON `sessions` (`expires_at`);--> statement-breakpoint
CREATE TABLE `settings` (
	`key` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `setup_tokens` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`used_at` integer
);
--> statement-breakpoint
CREATE TABLE `sites` (
	`id` text PRIMARY KEY NOT NULL,
	`key` text NOT NULL,
	`name` text NOT NULL,
	`allowed_origins` text NOT NULL,
	`queue_id` text NOT NULL,
	`type_id` text NOT NULL,
	`language` text NOT NULL,
	`has_pre_chat` integer NOT NULL,
	`colour` text NOT NULL,
	`version` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `sites_key_unique` ON `sites` (`key`);--> statement-breakpoint
CREATE TABLE `visitors` (
	`id` text PRIMARY KEY NOT NULL,
	`site_id` text NOT NULL,
	`token_hash` text NOT NULL,
	`customer_id` text NOT NULL,
	`language` text,
	`created_at` integer NOT NULL,
	`last_seen_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `visitors_token_hash_unique` ON `visitors` (`token_hash`);--> statement-breakpoint
CREATE INDEX `visitors_customer` ON `visitors` (`customer_id`);