CREATE TABLE "search_documents" (
	"number" integer PRIMARY KEY NOT NULL,
	"head" text collate "C" NOT NULL,
	"said" text collate "C" NOT NULL,
	"read_to" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "search_words" (
	"word" text collate "C" PRIMARY KEY NOT NULL
);
--> statement-breakpoint
CREATE INDEX "search_documents_words" ON "search_documents" USING gin ((string_to_array(ltrim("head" || "said"), ' ') || array['~9:' || ("number" >> 9)::text, '~12:' || ("number" >> 12)::text, '~15:' || ("number" >> 15)::text, '~18:' || ("number" >> 18)::text])) WITH (fastupdate = off);
