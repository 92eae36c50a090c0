CREATE TABLE "notification_settings" (
	"operator_id" text collate "C" PRIMARY KEY NOT NULL,
	"ways" jsonb NOT NULL,
	"volume" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "notifications" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"operator_id" text collate "C" NOT NULL,
	"kind" text NOT NULL,
	"request_id" text collate "C",
	"activity_id" text collate "C",
	"comment_id" text collate "C",
	"subject_id" text collate "C",
	"actor_kind" text NOT NULL,
	"actor_id" text collate "C",
	"times" integer NOT NULL,
	"at" bigint NOT NULL,
	"seen_at" bigint,
	"handled_at" bigint,
	"dedupe_key" text collate "C" NOT NULL
);
--> statement-breakpoint
ALTER TABLE "presence" ADD COLUMN "dnd_since" bigint;--> statement-breakpoint
ALTER TABLE "presence" ADD COLUMN "dnd_until" bigint;--> statement-breakpoint
ALTER TABLE "presence" ADD COLUMN "dnd_by" text;--> statement-breakpoint
ALTER TABLE "presence" ADD COLUMN "dnd_look_at" bigint;--> statement-breakpoint
ALTER TABLE "presence" ADD COLUMN "quiet_hours" jsonb;--> statement-breakpoint
CREATE INDEX "notifications_operator" ON "notifications" USING btree ("operator_id","at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "notifications_open" ON "notifications" USING btree ("operator_id","dedupe_key") WHERE handled_at is null;--> statement-breakpoint
CREATE INDEX "notifications_open_at" ON "notifications" USING btree ("operator_id","at","id") WHERE handled_at is null;--> statement-breakpoint
CREATE INDEX "notifications_request" ON "notifications" USING btree ("request_id") WHERE handled_at is null;--> statement-breakpoint
CREATE INDEX "notifications_activity" ON "notifications" USING btree ("activity_id") WHERE handled_at is null;--> statement-breakpoint
CREATE INDEX "notifications_subject" ON "notifications" USING btree ("subject_id") WHERE handled_at is null and subject_id is not null;--> statement-breakpoint
CREATE INDEX "notifications_at" ON "notifications" USING btree ("at");--> statement-breakpoint
CREATE INDEX "presence_dnd" ON "presence" USING btree ("dnd_look_at","operator_id") WHERE dnd_look_at is not null;