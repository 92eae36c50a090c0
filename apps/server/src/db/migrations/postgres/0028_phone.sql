CREATE TABLE "phone_calls" (
	"channel_id" text collate "C" NOT NULL,
	"call_id" text collate "C" NOT NULL,
	"activity_id" text collate "C",
	"direction" text NOT NULL,
	"number" text collate "C",
	"state" text NOT NULL,
	"agent" text collate "C",
	"is_asked" boolean NOT NULL,
	"event_count" integer NOT NULL,
	"recording_url" text,
	"recording_id" text,
	"recording_ms" integer,
	"created_at" bigint NOT NULL,
	"silent_at" bigint,
	CONSTRAINT "phone_calls_channel_id_call_id_pk" PRIMARY KEY("channel_id","call_id")
);
--> statement-breakpoint
CREATE TABLE "phone_dials" (
	"activity_id" text collate "C" PRIMARY KEY NOT NULL,
	"channel_id" text collate "C" NOT NULL,
	"operator_id" text collate "C" NOT NULL,
	"number" text collate "C" NOT NULL,
	"state" text NOT NULL,
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "phone_events" (
	"channel_id" text collate "C" NOT NULL,
	"call_id" text collate "C" NOT NULL,
	"name" text collate "C" NOT NULL,
	"type" text NOT NULL,
	"event" jsonb NOT NULL,
	"raw" text NOT NULL,
	"received_at" bigint NOT NULL,
	CONSTRAINT "phone_events_channel_id_call_id_name_pk" PRIMARY KEY("channel_id","call_id","name")
);
--> statement-breakpoint
CREATE TABLE "phone_lines" (
	"channel_id" text collate "C" NOT NULL,
	"operator_id" text collate "C" NOT NULL,
	"user_name" text collate "C" NOT NULL,
	"extension" text collate "C",
	"password" text,
	"version" integer NOT NULL,
	CONSTRAINT "phone_lines_channel_id_operator_id_pk" PRIMARY KEY("channel_id","operator_id")
);
--> statement-breakpoint
CREATE INDEX "phone_calls_activity" ON "phone_calls" USING btree ("activity_id") WHERE activity_id is not null;--> statement-breakpoint
CREATE INDEX "phone_calls_silent" ON "phone_calls" USING btree ("silent_at","channel_id","call_id") WHERE silent_at is not null;--> statement-breakpoint
CREATE INDEX "phone_events_old" ON "phone_events" USING btree ("received_at","channel_id","call_id","name");--> statement-breakpoint
CREATE UNIQUE INDEX "phone_lines_user" ON "phone_lines" USING btree ("channel_id","user_name");--> statement-breakpoint
CREATE UNIQUE INDEX "phone_lines_extension" ON "phone_lines" USING btree ("channel_id","extension") WHERE extension is not null;--> statement-breakpoint
CREATE INDEX "phone_lines_operator" ON "phone_lines" USING btree ("operator_id");