CREATE TABLE "locations" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"name_folded" text collate "C" NOT NULL,
	"is_active" boolean NOT NULL,
	"created_at" bigint NOT NULL,
	"version" integer NOT NULL,
	CONSTRAINT "locations_name_folded_unique" UNIQUE("name_folded")
);
--> statement-breakpoint
CREATE TABLE "request_followers" (
	"request_id" text collate "C" NOT NULL,
	"operator_id" text collate "C" NOT NULL,
	"since" bigint NOT NULL,
	CONSTRAINT "request_followers_request_id_operator_id_pk" PRIMARY KEY("request_id","operator_id")
);
--> statement-breakpoint
CREATE TABLE "request_stages" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"request_id" text collate "C" NOT NULL,
	"type_id" text collate "C" NOT NULL,
	"stage" text NOT NULL,
	"category" text NOT NULL,
	"since" bigint NOT NULL,
	"until" bigint,
	"calendar_ms" bigint,
	"business_ms" bigint
);
--> statement-breakpoint
CREATE TABLE "request_texts" (
	"event_id" text collate "C" NOT NULL,
	"field" text collate "C" NOT NULL,
	"request_id" text collate "C" NOT NULL,
	"before" text NOT NULL,
	"after" text NOT NULL,
	CONSTRAINT "request_texts_event_id_field_pk" PRIMARY KEY("event_id","field")
);
--> statement-breakpoint
ALTER TABLE "request_types" ADD COLUMN "fields" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "requests" ADD COLUMN "attributes" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "requests" ADD COLUMN "location_id" text collate "C";--> statement-breakpoint
ALTER TABLE "sites" ADD COLUMN "location_id" text collate "C";--> statement-breakpoint
CREATE INDEX "request_followers_operator" ON "request_followers" USING btree ("operator_id","request_id");--> statement-breakpoint
CREATE INDEX "request_stages_request" ON "request_stages" USING btree ("request_id","since","id");--> statement-breakpoint
CREATE INDEX "request_texts_request" ON "request_texts" USING btree ("request_id");--> statement-breakpoint
CREATE INDEX "events_history" ON "events" USING btree ("request_id","seq") WHERE request_id is not null and type not in ('message.received', 'message.sent', 'message.marked');--> statement-breakpoint
-- What is in a stage now has been there since then; what was before is not known.
INSERT INTO "request_stages" ("id", "request_id", "type_id", "stage", "category", "since") SELECT "id", "id", "type_id", "stage", "category", "stage_since" FROM "requests";