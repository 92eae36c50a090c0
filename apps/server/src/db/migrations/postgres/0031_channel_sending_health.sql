ALTER TABLE "channels" ADD COLUMN "send_health" text;--> statement-breakpoint
ALTER TABLE "channels" ADD COLUMN "send_problem" text;--> statement-breakpoint
ALTER TABLE "channels" ADD COLUMN "send_problem_text" text;--> statement-breakpoint
ALTER TABLE "channels" ADD COLUMN "send_problem_at" bigint;--> statement-breakpoint
ALTER TABLE "channels" ADD COLUMN "send_last_ok_at" bigint;