CREATE TABLE "mails" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"message_id" text collate "C" NOT NULL,
	"activity_id" text collate "C" NOT NULL,
	"operator_id" text collate "C" NOT NULL,
	"to_address" text NOT NULL,
	"subject" text NOT NULL,
	"state" text NOT NULL,
	"created_at" bigint NOT NULL,
	"send_after" bigint,
	"tries" integer NOT NULL,
	"error" text,
	CONSTRAINT "mails_message_id_unique" UNIQUE("message_id")
);
--> statement-breakpoint
ALTER TABLE "operators" ADD COLUMN "single_keys" text DEFAULT 'on' NOT NULL;--> statement-breakpoint
CREATE INDEX "mails_activity" ON "mails" USING btree ("activity_id","created_at","id");--> statement-breakpoint
CREATE INDEX "mails_due" ON "mails" USING btree ("send_after","id") WHERE state = 'waiting';