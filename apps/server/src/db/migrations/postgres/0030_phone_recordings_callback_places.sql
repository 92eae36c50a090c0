ALTER TABLE "phone_calls" ADD COLUMN "recording_state" text;--> statement-breakpoint
ALTER TABLE "phone_calls" ADD COLUMN "recording_problem" text;--> statement-breakpoint
ALTER TABLE "phone_calls" ADD COLUMN "recording_tries" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "phone_calls" ADD COLUMN "recording_busy_until" bigint;--> statement-breakpoint
ALTER TABLE "queues" ADD COLUMN "callback_places" integer DEFAULT 3 NOT NULL;