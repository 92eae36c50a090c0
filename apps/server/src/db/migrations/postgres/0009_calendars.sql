CREATE TABLE "calendars" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"name_folded" text collate "C" NOT NULL,
	"time_zone" text NOT NULL,
	"days" jsonb NOT NULL,
	"holidays" jsonb NOT NULL,
	"version" integer NOT NULL,
	CONSTRAINT "calendars_name_folded_unique" UNIQUE("name_folded")
);
--> statement-breakpoint
ALTER TABLE "queues" ADD COLUMN "calendar_id" text collate "C";--> statement-breakpoint
ALTER TABLE "queues" ADD COLUMN "turns_at" bigint;--> statement-breakpoint
CREATE INDEX "queues_turns" ON "queues" USING btree ("turns_at","id") WHERE turns_at is not null;--> statement-breakpoint
CREATE INDEX "queues_calendar" ON "queues" USING btree ("calendar_id");