CREATE TABLE "audit_entries" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"at" bigint NOT NULL,
	"operator_id" text collate "C" NOT NULL,
	"kind" text NOT NULL,
	"subject_id" text collate "C" NOT NULL,
	"request_id" text collate "C",
	"customer_id" text collate "C",
	"once_key" text collate "C" NOT NULL,
	CONSTRAINT "audit_entries_once_key_unique" UNIQUE("once_key")
);
--> statement-breakpoint
CREATE TABLE "call_recordings" (
	"call_id" text collate "C" PRIMARY KEY NOT NULL,
	"origin" text NOT NULL,
	"state" text NOT NULL,
	"keep_days" integer NOT NULL,
	"listeners" text NOT NULL,
	"asked_at" bigint NOT NULL,
	"started_at" bigint,
	"paused_since" bigint,
	"pauses" jsonb NOT NULL,
	"stopped_at" bigint,
	"finish_at" bigint,
	"finish_tries" integer DEFAULT 0 NOT NULL,
	"file_id" text collate "C",
	"content_type" text,
	"bytes" integer DEFAULT 0 NOT NULL,
	"ms" integer DEFAULT 0 NOT NULL,
	"peaks" text DEFAULT '' NOT NULL,
	"erase_at" bigint,
	"version" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "customer_identities" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"customer_id" text collate "C" NOT NULL,
	"kind" text NOT NULL,
	"issuer" text collate "C" NOT NULL,
	"value" text collate "C" NOT NULL,
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "recording_chunks" (
	"segment_id" text collate "C" NOT NULL,
	"seq" integer NOT NULL,
	"file_id" text collate "C" NOT NULL,
	"bytes" integer NOT NULL,
	"peaks" text NOT NULL,
	CONSTRAINT "recording_chunks_segment_id_seq_pk" PRIMARY KEY("segment_id","seq")
);
--> statement-breakpoint
CREATE TABLE "recording_segments" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"call_id" text collate "C" NOT NULL,
	"operator_id" text collate "C" NOT NULL,
	"started_at" bigint NOT NULL,
	"next_seq" integer NOT NULL,
	"last_hash" text collate "C" NOT NULL,
	"ms" integer NOT NULL,
	"is_complete" boolean NOT NULL
);
--> statement-breakpoint
CREATE TABLE "site_keys" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"site_id" text collate "C" NOT NULL,
	"sealed" text NOT NULL,
	"created_at" bigint NOT NULL,
	"created_by_id" text collate "C",
	"revoked_at" bigint
);
--> statement-breakpoint
CREATE TABLE "visitor_sessions" (
	"token_hash" text collate "C" PRIMARY KEY NOT NULL,
	"visitor_id" text collate "C" NOT NULL,
	"key_id" text collate "C" NOT NULL,
	"proven_at" bigint NOT NULL
);
--> statement-breakpoint
ALTER TABLE "queues" ADD COLUMN "records_calls" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "queues" ADD COLUMN "recording_days" integer DEFAULT 90 NOT NULL;--> statement-breakpoint
ALTER TABLE "queues" ADD COLUMN "recording_listeners" text DEFAULT 'supervisors' NOT NULL;--> statement-breakpoint
ALTER TABLE "sites" ADD COLUMN "history_needs_identity" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "visitors" ADD COLUMN "identity_id" text collate "C";--> statement-breakpoint
CREATE INDEX "audit_entries_at" ON "audit_entries" USING btree ("at","id");--> statement-breakpoint
CREATE INDEX "call_recordings_finish" ON "call_recordings" USING btree ("finish_at","call_id") WHERE finish_at is not null;--> statement-breakpoint
CREATE INDEX "call_recordings_erase" ON "call_recordings" USING btree ("erase_at","call_id") WHERE erase_at is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "customer_identities_value" ON "customer_identities" USING btree ("kind","issuer","value");--> statement-breakpoint
CREATE INDEX "customer_identities_customer" ON "customer_identities" USING btree ("customer_id");--> statement-breakpoint
CREATE INDEX "recording_segments_call" ON "recording_segments" USING btree ("call_id","started_at");--> statement-breakpoint
CREATE INDEX "site_keys_site" ON "site_keys" USING btree ("site_id","created_at");--> statement-breakpoint
CREATE INDEX "visitor_sessions_visitor" ON "visitor_sessions" USING btree ("visitor_id");--> statement-breakpoint
ALTER TABLE "visitors" ADD CONSTRAINT "visitors_identity_id_unique" UNIQUE("identity_id");