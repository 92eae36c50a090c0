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
CREATE INDEX "search_documents_words" ON "search_documents" USING gin ((string_to_array(ltrim("head" || "said"), ' ') || array['~9:' || ("number" >> 9)::text, '~13:' || ("number" >> 13)::text, '~17:' || ("number" >> 17)::text, '~21:' || ("number" >> 21)::text])) WITH (fastupdate = off);
