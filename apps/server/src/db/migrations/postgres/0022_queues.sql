CREATE TABLE "group_members" (
	"group_id" text collate "C" NOT NULL,
	"operator_id" text collate "C" NOT NULL,
	CONSTRAINT "group_members_group_id_operator_id_pk" PRIMARY KEY("group_id","operator_id")
);
--> statement-breakpoint
CREATE TABLE "groups" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"name_folded" text collate "C" NOT NULL,
	"wait_seconds" integer NOT NULL,
	"is_active" boolean NOT NULL,
	"created_at" bigint NOT NULL,
	"version" integer NOT NULL,
	CONSTRAINT "groups_name_folded_unique" UNIQUE("name_folded")
);
--> statement-breakpoint
ALTER TABLE "activities" ADD COLUMN "handed_by_id" text collate "C";--> statement-breakpoint
ALTER TABLE "activities" ADD COLUMN "group_id" text collate "C";--> statement-breakpoint
ALTER TABLE "activities" ADD COLUMN "group_until" bigint;--> statement-breakpoint
ALTER TABLE "activities" ADD COLUMN "overflow_at" bigint;--> statement-breakpoint
ALTER TABLE "activities" ADD COLUMN "overflow_path" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "activities" ADD COLUMN "overflow_offer" text;--> statement-breakpoint
ALTER TABLE "queues" ADD COLUMN "overflow_seconds" integer;--> statement-breakpoint
ALTER TABLE "queues" ADD COLUMN "overflow_queue_id" text collate "C";--> statement-breakpoint
ALTER TABLE "queues" ADD COLUMN "overflow_offer" text;--> statement-breakpoint
ALTER TABLE "queues" ADD COLUMN "is_active" boolean DEFAULT true NOT NULL;--> statement-breakpoint
CREATE INDEX "group_members_operator" ON "group_members" USING btree ("operator_id");--> statement-breakpoint
CREATE INDEX "activities_group" ON "activities" USING btree ("group_id","group_until","id") WHERE group_id is not null;--> statement-breakpoint
CREATE INDEX "activities_overflow" ON "activities" USING btree ("overflow_at","id") WHERE overflow_at is not null;