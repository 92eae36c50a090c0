CREATE TABLE "wrap_up_drafts" (
	"activity_id" text collate "C" PRIMARY KEY NOT NULL,
	"outcome" text,
	"comment" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "activities" ADD COLUMN "outcome" text;--> statement-breakpoint
ALTER TABLE "activities" ADD COLUMN "wrap_up_until" bigint;--> statement-breakpoint
ALTER TABLE "queues" ADD COLUMN "wrap_up_seconds" integer;--> statement-breakpoint
ALTER TABLE "request_types" ADD COLUMN "default_outcome" text;--> statement-breakpoint
CREATE INDEX "activities_wrap_up" ON "activities" USING btree ("wrap_up_until","id") WHERE wrap_up_until is not null;