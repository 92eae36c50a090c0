DROP INDEX "mails_due";--> statement-breakpoint
ALTER TABLE "mails" ALTER COLUMN "operator_id" DROP NOT NULL;--> statement-breakpoint
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
ALTER TABLE "mails" ADD COLUMN "quoted_text" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "mails" ADD COLUMN "quoted_html" text;--> statement-breakpoint
ALTER TABLE "mails" ADD COLUMN "automatic" text;--> statement-breakpoint
ALTER TABLE "mails" ADD COLUMN "problems" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "mails" ADD COLUMN "raw_file_id" text collate "C";--> statement-breakpoint
ALTER TABLE "mails" ADD COLUMN "sent_at" bigint;--> statement-breakpoint
ALTER TABLE "mails" ADD COLUMN "delivery" text;--> statement-breakpoint
ALTER TABLE "mails" ADD COLUMN "delivery_note" text DEFAULT '' NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX "mails_came" ON "mails" USING btree ("internet_id") WHERE direction = 'in';--> statement-breakpoint
CREATE INDEX "mails_internet_id" ON "mails" USING btree ("internet_id");--> statement-breakpoint
CREATE INDEX "mails_automatic" ON "mails" USING btree ("to_address","created_at") WHERE direction = 'out' and automatic is not null;--> statement-breakpoint
CREATE INDEX "mails_due" ON "mails" USING btree ("send_after","id") WHERE state in ('waiting', 'sending');