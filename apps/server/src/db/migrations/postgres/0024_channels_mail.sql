CREATE TABLE "channel_bookmarks" (
	"channel_id" text collate "C" PRIMARY KEY NOT NULL,
	"mark" text NOT NULL,
	"kept_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "channel_leases" (
	"channel_id" text collate "C" PRIMARY KEY NOT NULL,
	"process_id" text collate "C" NOT NULL,
	"until" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "channels" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"kind" text collate "C" NOT NULL,
	"name" text NOT NULL,
	"name_folded" text collate "C" NOT NULL,
	"is_on" boolean NOT NULL,
	"queue_id" text collate "C",
	"type_id" text collate "C",
	"location_id" text collate "C",
	"settings" jsonb NOT NULL,
	"secrets" jsonb NOT NULL,
	"health" text NOT NULL,
	"problem" text,
	"problem_text" text,
	"problem_at" bigint,
	"last_ok_at" bigint,
	"created_at" bigint NOT NULL,
	"removed_at" bigint,
	"version" integer NOT NULL,
	CONSTRAINT "channels_name_folded_unique" UNIQUE("name_folded")
);
--> statement-breakpoint
CREATE TABLE "intakes" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"channel_id" text collate "C" NOT NULL,
	"external_id" text collate "C" NOT NULL,
	"received_at" bigint NOT NULL,
	"state" text NOT NULL,
	"tries" integer NOT NULL,
	"next_try_at" bigint,
	"error" text,
	"raw" text,
	"raw_bytes" integer NOT NULL
);
--> statement-breakpoint
DROP INDEX "jobs_due";--> statement-breakpoint
DROP INDEX "mails_due";--> statement-breakpoint
ALTER TABLE "mails" ALTER COLUMN "operator_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "jobs" ADD COLUMN "lane" text DEFAULT 'quick' NOT NULL;--> statement-breakpoint
ALTER TABLE "mails" ADD COLUMN "direction" text DEFAULT 'out' NOT NULL;--> statement-breakpoint
ALTER TABLE "mails" ADD COLUMN "channel_id" text collate "C";--> statement-breakpoint
ALTER TABLE "mails" ADD COLUMN "internet_id" text;--> statement-breakpoint
ALTER TABLE "mails" ADD COLUMN "in_reply_to" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "mails" ADD COLUMN "references" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "mails" ADD COLUMN "from_address" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "mails" ADD COLUMN "from_name" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "mails" ADD COLUMN "cc" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "mails" ADD COLUMN "bcc" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "mails" ADD COLUMN "html" text;--> statement-breakpoint
ALTER TABLE "mails" ADD COLUMN "inline_files" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "mails" ADD COLUMN "quoted_text" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "mails" ADD COLUMN "quoted_html" text;--> statement-breakpoint
ALTER TABLE "mails" ADD COLUMN "is_unread_chat" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "mails" ADD COLUMN "own_text" text;--> statement-breakpoint
ALTER TABLE "mails" ADD COLUMN "automatic" text;--> statement-breakpoint
ALTER TABLE "mails" ADD COLUMN "problems" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "mails" ADD COLUMN "raw_file_id" text collate "C";--> statement-breakpoint
ALTER TABLE "mails" ADD COLUMN "sent_at" bigint;--> statement-breakpoint
ALTER TABLE "mails" ADD COLUMN "delivery" text;--> statement-breakpoint
ALTER TABLE "mails" ADD COLUMN "delivery_note" text DEFAULT '' NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX "intakes_once" ON "intakes" USING btree ("channel_id","external_id");--> statement-breakpoint
CREATE INDEX "intakes_failed" ON "intakes" USING btree ("channel_id","received_at","id") WHERE state = 'failed';--> statement-breakpoint
CREATE INDEX "intakes_old" ON "intakes" USING btree ("received_at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "mails_came" ON "mails" USING btree ("internet_id") WHERE direction = 'in';--> statement-breakpoint
CREATE INDEX "mails_internet_id" ON "mails" USING btree ("internet_id");--> statement-breakpoint
CREATE INDEX "mails_unread_chat" ON "mails" USING btree ("to_address","created_at") WHERE is_unread_chat;--> statement-breakpoint
CREATE INDEX "jobs_due" ON "jobs" USING btree ("lane","run_at","id") WHERE state <> 'failed';--> statement-breakpoint
CREATE INDEX "mails_due" ON "mails" USING btree ("send_after","id") WHERE state in ('waiting', 'sending');