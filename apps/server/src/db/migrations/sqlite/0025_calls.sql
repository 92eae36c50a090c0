CREATE TABLE `call_events` (
	`call_id` text NOT NULL,
	`seq` integer NOT NULL,
	`at` integer NOT NULL,
	`kind` text NOT NULL,
	`by_kind` text NOT NULL,
	`by_id` text,
	`to_id` text,
	`ms` integer,
	PRIMARY KEY(`call_id`, `seq`)
);
--> statement-breakpoint
CREATE TABLE `call_seats` (
	`call_id` text NOT NULL,
	`side` text NOT NULL,
	`person_id` text NOT NULL,
	`seat_id` text,
	`tab_id` text,
	`socket_id` text,
	`process_id` text,
	`is_muted` integer NOT NULL,
	`is_media_lost` integer NOT NULL,
	`grace_until` integer,
	PRIMARY KEY(`call_id`, `side`)
);
--> statement-breakpoint
CREATE INDEX `call_seats_person` ON `call_seats` (`person_id`);--> statement-breakpoint
CREATE INDEX `call_seats_grace` ON `call_seats` (`grace_until`,`call_id`) WHERE grace_until is not null;--> statement-breakpoint
CREATE INDEX `call_seats_socket` ON `call_seats` (`socket_id`) WHERE socket_id is not null;--> statement-breakpoint
CREATE TABLE `calls` (
	`activity_id` text PRIMARY KEY NOT NULL,
	`direction` text NOT NULL,
	`origin` text NOT NULL,
	`state` text NOT NULL,
	`started_at` integer NOT NULL,
	`answered_at` integer,
	`held_since` integer,
	`held_ms` integer NOT NULL,
	`ended_at` integer,
	`ended_by` text,
	`event_seq` integer NOT NULL,
	`quality` text,
	`version` integer NOT NULL
);
--> statement-breakpoint
ALTER TABLE `activities` ADD `transfer_is_warm` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `sites` ADD `offers_calls` integer DEFAULT false NOT NULL;