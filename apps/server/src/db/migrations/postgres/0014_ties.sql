CREATE TABLE "request_links" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"from_id" text collate "C" NOT NULL,
	"to_id" text collate "C" NOT NULL,
	"pair" text collate "C" NOT NULL,
	"kind" text NOT NULL,
	"made_by_id" text collate "C",
	"made_at" bigint NOT NULL,
	CONSTRAINT "request_links_pair_unique" UNIQUE("pair")
);
--> statement-breakpoint
CREATE TABLE "request_merges" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"target_id" text collate "C" NOT NULL,
	"source_id" text collate "C" NOT NULL,
	"record" jsonb NOT NULL,
	"merged_at" bigint NOT NULL,
	"merged_by_id" text collate "C",
	"undone_at" bigint
);
--> statement-breakpoint
DROP INDEX "activities_customer";--> statement-breakpoint
ALTER TABLE "requests" ADD COLUMN "parent_id" text collate "C";--> statement-breakpoint
ALTER TABLE "requests" ADD COLUMN "merged_into_id" text collate "C";--> statement-breakpoint
CREATE INDEX "request_links_from" ON "request_links" USING btree ("from_id");--> statement-breakpoint
CREATE INDEX "request_links_to" ON "request_links" USING btree ("to_id");--> statement-breakpoint
CREATE INDEX "request_merges_target" ON "request_merges" USING btree ("target_id","merged_at");--> statement-breakpoint
CREATE INDEX "deals_customer_created" ON "deals" USING btree ("customer_id","created_at","id") WHERE deleted_at is null;--> statement-breakpoint
CREATE INDEX "ratings_customer" ON "ratings" USING btree ("customer_id","created_at","id");--> statement-breakpoint
CREATE INDEX "requests_customer_created" ON "requests" USING btree ("customer_id","created_at","id");--> statement-breakpoint
CREATE INDEX "requests_parent" ON "requests" USING btree ("parent_id") WHERE parent_id is not null;--> statement-breakpoint
CREATE INDEX "requests_merged_into" ON "requests" USING btree ("merged_into_id") WHERE merged_into_id is not null;--> statement-breakpoint
CREATE INDEX "todos_customer_created" ON "todos" USING btree ("customer_id","created_at","id") WHERE deleted_at is null;--> statement-breakpoint
CREATE INDEX "activities_customer" ON "activities" USING btree ("customer_id","started_at","id","medium");