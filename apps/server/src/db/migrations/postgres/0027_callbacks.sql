CREATE TABLE "callback_attempts" (
	"activity_id" text collate "C" NOT NULL,
	"number" integer NOT NULL,
	"operator_id" text collate "C" NOT NULL,
	"outcome" text NOT NULL,
	"note" text NOT NULL,
	"at" bigint NOT NULL,
	"next_try_at" bigint,
	CONSTRAINT "callback_attempts_activity_id_number_pk" PRIMARY KEY("activity_id","number")
);
--> statement-breakpoint
CREATE TABLE "callbacks" (
	"activity_id" text collate "C" PRIMARY KEY NOT NULL,
	"phone" text collate "C" NOT NULL,
	"origin" text NOT NULL,
	"created_by_id" text collate "C",
	"created_at" bigint NOT NULL,
	"slot_from" bigint NOT NULL,
	"slot_to" bigint NOT NULL,
	"time_zone" text,
	"note" text NOT NULL,
	"due_at" bigint,
	"attempts" integer NOT NULL,
	"last_outcome" text,
	"cancelled_at" bigint,
	"cancelled_by" text,
	"link_hash" text collate "C"
);
--> statement-breakpoint
CREATE INDEX "callbacks_due" ON "callbacks" USING btree ("due_at","activity_id") WHERE due_at is not null;--> statement-breakpoint
CREATE INDEX "callbacks_slot" ON "callbacks" USING btree ("slot_from");--> statement-breakpoint
CREATE INDEX "callbacks_phone" ON "callbacks" USING btree ("phone","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "callbacks_link" ON "callbacks" USING btree ("link_hash") WHERE link_hash is not null;