ALTER TABLE "mails" ADD COLUMN "also_to" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "operators" ADD COLUMN "mail_signature" text DEFAULT '' NOT NULL;