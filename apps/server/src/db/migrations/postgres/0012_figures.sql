CREATE TABLE "facts" (
	"kind" text NOT NULL,
	"source_id" text collate "C" NOT NULL,
	"request_id" text collate "C" NOT NULL,
	"activity_id" text collate "C",
	"medium" text,
	"queue_id" text collate "C",
	"operator_id" text collate "C",
	"value" bigint NOT NULL,
	"is_in_time" boolean NOT NULL,
	"is_short" boolean NOT NULL,
	"day" text collate "C" NOT NULL,
	"slot" integer NOT NULL,
	"at" bigint NOT NULL,
	CONSTRAINT "facts_kind_source_id_pk" PRIMARY KEY("kind","source_id")
);
--> statement-breakpoint
CREATE TABLE "queue_days" (
	"day" text collate "C" NOT NULL,
	"queue_id" text collate "C" NOT NULL,
	"arrived" integer NOT NULL,
	"accepted" integer NOT NULL,
	"accepted_in_time" integer NOT NULL,
	"abandoned" integer NOT NULL,
	"short_abandoned" integer NOT NULL,
	CONSTRAINT "queue_days_day_queue_id_pk" PRIMARY KEY("day","queue_id")
);
--> statement-breakpoint
CREATE TABLE "queue_loads" (
	"queue_id" text collate "C" PRIMARY KEY NOT NULL,
	"waiting" integer NOT NULL,
	"in_progress" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "queue_slots" (
	"day" text collate "C" NOT NULL,
	"slot" integer NOT NULL,
	"queue_id" text collate "C" NOT NULL,
	"medium" text NOT NULL,
	"arrived" integer NOT NULL,
	"accepted" integer NOT NULL,
	"accepted_in_time" integer NOT NULL,
	"abandoned" integer NOT NULL,
	"short_abandoned" integer NOT NULL,
	CONSTRAINT "queue_slots_day_slot_queue_id_medium_pk" PRIMARY KEY("day","slot","queue_id","medium")
);
--> statement-breakpoint
ALTER TABLE "activities" ADD COLUMN "first_answer_at" bigint;--> statement-breakpoint
ALTER TABLE "queues" ADD COLUMN "service_level_seconds" integer DEFAULT 60 NOT NULL;--> statement-breakpoint
ALTER TABLE "queues" ADD COLUMN "service_level_percent" integer DEFAULT 90 NOT NULL;--> statement-breakpoint
ALTER TABLE "queues" ADD COLUMN "max_wait_seconds" integer DEFAULT 300 NOT NULL;--> statement-breakpoint
ALTER TABLE "requests" ADD COLUMN "reopened_at" bigint;--> statement-breakpoint
CREATE INDEX "facts_operator" ON "facts" USING btree ("operator_id","kind","day","at","source_id") WHERE operator_id is not null;--> statement-breakpoint
CREATE INDEX "facts_queue" ON "facts" USING btree ("queue_id","kind","day","at","source_id") WHERE queue_id is not null;--> statement-breakpoint
CREATE INDEX "facts_request" ON "facts" USING btree ("request_id","kind");--> statement-breakpoint
CREATE INDEX "activities_oldest" ON "activities" USING btree ("queue_id","eligible_since") WHERE state in ('waiting', 'offered');