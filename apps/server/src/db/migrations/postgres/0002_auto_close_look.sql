DROP INDEX "requests_customer";--> statement-breakpoint
DROP INDEX "requests_auto_close";--> statement-breakpoint
ALTER TABLE "requests" ADD COLUMN "auto_close_check_at" bigint;--> statement-breakpoint
UPDATE "requests" SET "auto_close_check_at" = "auto_close_at";--> statement-breakpoint
CREATE INDEX "requests_customer_category" ON "requests" USING btree ("customer_id","category");--> statement-breakpoint
CREATE INDEX "requests_customer" ON "requests" USING btree ("customer_id","listed_at","id");--> statement-breakpoint
CREATE INDEX "requests_auto_close" ON "requests" USING btree ("auto_close_check_at","id") WHERE auto_close_check_at is not null;