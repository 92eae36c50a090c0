ALTER TABLE "activities" ADD COLUMN "transfer_to_id" text collate "C";--> statement-breakpoint
ALTER TABLE "activities" ADD COLUMN "transfer_at" bigint;--> statement-breakpoint
ALTER TABLE "activities" ADD COLUMN "transfer_expires_at" bigint;--> statement-breakpoint
ALTER TABLE "activities" ADD COLUMN "transfer_reason" text;--> statement-breakpoint
CREATE INDEX "activities_transfer" ON "activities" USING btree ("transfer_to_id") WHERE transfer_to_id is not null;--> statement-breakpoint
CREATE INDEX "activities_transfer_expires" ON "activities" USING btree ("transfer_expires_at","id") WHERE transfer_expires_at is not null;