CREATE TABLE "quick_replies" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"owner" text collate "C" NOT NULL,
	"shortcut" text NOT NULL,
	"shortcut_folded" text collate "C" NOT NULL,
	"title" text NOT NULL,
	"group_name" text NOT NULL,
	"texts" jsonb NOT NULL,
	"attachment_ids" jsonb NOT NULL,
	"uses" integer NOT NULL,
	"created_at" bigint NOT NULL,
	"updated_at" bigint NOT NULL,
	"deleted_at" bigint,
	"version" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "quick_reply_words" (
	"owner" text collate "C" NOT NULL,
	"word" text collate "C" NOT NULL,
	"quick_reply_id" text collate "C" NOT NULL,
	"rank" integer NOT NULL,
	CONSTRAINT "quick_reply_words_owner_word_quick_reply_id_pk" PRIMARY KEY("owner","word","quick_reply_id")
);
--> statement-breakpoint
CREATE UNIQUE INDEX "quick_replies_shortcut" ON "quick_replies" USING btree ("owner","shortcut_folded") WHERE deleted_at is null;--> statement-breakpoint
CREATE INDEX "quick_replies_deleted" ON "quick_replies" USING btree ("deleted_at") WHERE deleted_at is not null;--> statement-breakpoint
CREATE INDEX "quick_reply_words_reply" ON "quick_reply_words" USING btree ("quick_reply_id");