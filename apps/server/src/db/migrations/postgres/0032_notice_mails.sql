ALTER TABLE "notifications" ADD COLUMN "mail_at" bigint;--> statement-breakpoint
CREATE INDEX "notifications_mail" ON "notifications" USING btree ("mail_at") WHERE mail_at is not null;