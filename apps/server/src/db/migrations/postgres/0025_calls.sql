CREATE TABLE "call_events" (
	"call_id" text collate "C" NOT NULL,
	"seq" integer NOT NULL,
	"at" bigint NOT NULL,
	"kind" text NOT NULL,
	"by_kind" text NOT NULL,
	"by_id" text collate "C",
	"to_id" text collate "C",
	"ms" integer,
	CONSTRAINT "call_events_call_id_seq_pk" PRIMARY KEY("call_id","seq")
);
--> statement-breakpoint
CREATE TABLE "call_seats" (
	"call_id" text collate "C" NOT NULL,
	"side" text NOT NULL,
	"person_id" text collate "C" NOT NULL,
	"seat_id" text collate "C",
	"tab_id" text collate "C",
	"socket_id" text collate "C",
	"process_id" text collate "C",
	"is_muted" boolean NOT NULL,
	"is_media_lost" boolean NOT NULL,
	"grace_until" bigint,
	CONSTRAINT "call_seats_call_id_side_pk" PRIMARY KEY("call_id","side")
);
--> statement-breakpoint
CREATE TABLE "calls" (
	"activity_id" text collate "C" PRIMARY KEY NOT NULL,
	"direction" text NOT NULL,
	"origin" text NOT NULL,
	"state" text NOT NULL,
	"started_at" bigint NOT NULL,
	"answered_at" bigint,
	"held_since" bigint,
	"held_ms" integer NOT NULL,
	"ended_at" bigint,
	"ended_by" text,
	"event_seq" integer NOT NULL,
	"quality" jsonb,
	"version" integer NOT NULL
);
--> statement-breakpoint
ALTER TABLE "activities" ADD COLUMN "transfer_is_warm" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "sites" ADD COLUMN "offers_calls" boolean DEFAULT false NOT NULL;--> statement-breakpoint
CREATE INDEX "call_seats_person" ON "call_seats" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "call_seats_grace" ON "call_seats" USING btree ("grace_until","call_id") WHERE grace_until is not null;--> statement-breakpoint
CREATE INDEX "call_seats_socket" ON "call_seats" USING btree ("socket_id") WHERE socket_id is not null;