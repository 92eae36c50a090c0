ALTER TABLE "requests" ADD COLUMN "snoozed_until" bigint;--> statement-breakpoint
ALTER TABLE "requests" ADD COLUMN "snoozed_by_id" text collate "C";--> statement-breakpoint
ALTER TABLE "requests" ADD COLUMN "wakes_on_answer" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "requests" ADD COLUMN "woke_at" bigint;--> statement-breakpoint
CREATE INDEX "requests_snoozed" ON "requests" USING btree ("snoozed_until","id") WHERE snoozed_until is not null;--> statement-breakpoint
CREATE INDEX "requests_snoozed_by" ON "requests" USING btree ("snoozed_by_id","snoozed_until","id") WHERE snoozed_until is not null;