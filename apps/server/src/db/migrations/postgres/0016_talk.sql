CREATE TABLE "drafts" (
	"operator_id" text collate "C" NOT NULL,
	"activity_id" text collate "C" NOT NULL,
	"kind" text NOT NULL,
	"text" text NOT NULL,
	"attachment_ids" jsonb NOT NULL,
	"other_text" text,
	"seen_seq" integer,
	"edited_at" bigint NOT NULL,
	"rev" integer NOT NULL,
	"updated_at" bigint NOT NULL,
	CONSTRAINT "drafts_operator_id_activity_id_kind_pk" PRIMARY KEY("operator_id","activity_id","kind")
);
--> statement-breakpoint
ALTER TABLE "files" ADD COLUMN "held_by" text collate "C";--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "edited_at" bigint;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "deleted_at" bigint;--> statement-breakpoint
CREATE INDEX "drafts_activity" ON "drafts" USING btree ("activity_id");--> statement-breakpoint
CREATE INDEX "drafts_updated" ON "drafts" USING btree ("updated_at");