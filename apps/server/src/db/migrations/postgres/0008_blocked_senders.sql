CREATE TABLE "blocked_senders" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"value" text collate "C" NOT NULL,
	"request_id" text collate "C",
	"customer_id" text collate "C",
	"blocked_at" bigint NOT NULL,
	"blocked_by_id" text collate "C",
	"lifted_at" bigint,
	"lifted_by_id" text collate "C"
);
--> statement-breakpoint
ALTER TABLE "visitors" ADD COLUMN "blocked_at" bigint;--> statement-breakpoint
CREATE UNIQUE INDEX "blocked_senders_now" ON "blocked_senders" USING btree ("kind","value") WHERE lifted_at is null;--> statement-breakpoint
CREATE INDEX "blocked_senders_blocked" ON "blocked_senders" USING btree ("blocked_at","id") WHERE lifted_at is null;--> statement-breakpoint
CREATE INDEX "blocked_senders_lifted" ON "blocked_senders" USING btree ("lifted_at","id") WHERE lifted_at is not null;