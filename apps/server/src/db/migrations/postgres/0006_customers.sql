CREATE TABLE "company_domains" (
	"domain" text collate "C" PRIMARY KEY NOT NULL,
	"company_id" text collate "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "customer_fields" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"options" jsonb NOT NULL,
	"position" integer NOT NULL,
	"is_removed" boolean NOT NULL,
	"created_at" bigint NOT NULL,
	"version" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "customer_groups" (
	"group_folded" text collate "C" NOT NULL,
	"customer_id" text collate "C" NOT NULL,
	"name" text NOT NULL,
	CONSTRAINT "customer_groups_group_folded_customer_id_pk" PRIMARY KEY("group_folded","customer_id")
);
--> statement-breakpoint
CREATE TABLE "customer_merges" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"target_id" text collate "C" NOT NULL,
	"source_id" text collate "C" NOT NULL,
	"record" jsonb NOT NULL,
	"merged_at" bigint NOT NULL,
	"merged_by_id" text collate "C",
	"undone_at" bigint
);
--> statement-breakpoint
CREATE TABLE "customer_pairs" (
	"first_id" text collate "C" NOT NULL,
	"second_id" text collate "C" NOT NULL,
	"said_at" bigint NOT NULL,
	CONSTRAINT "customer_pairs_first_id_second_id_pk" PRIMARY KEY("first_id","second_id")
);
--> statement-breakpoint
ALTER TABLE "companies" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "customers" ADD COLUMN "attributes" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "customers" ADD COLUMN "checked_at" bigint;--> statement-breakpoint
ALTER TABLE "customers" ADD COLUMN "merged_into_id" text collate "C";--> statement-breakpoint
ALTER TABLE "visitors" ADD COLUMN "own_customer_id" text collate "C";--> statement-breakpoint
CREATE INDEX "company_domains_company" ON "company_domains" USING btree ("company_id");--> statement-breakpoint
CREATE INDEX "customer_groups_customer" ON "customer_groups" USING btree ("customer_id");--> statement-breakpoint
CREATE INDEX "customer_merges_target" ON "customer_merges" USING btree ("target_id","merged_at");--> statement-breakpoint
CREATE INDEX "customer_merges_source" ON "customer_merges" USING btree ("source_id");--> statement-breakpoint
CREATE INDEX "customer_pairs_second" ON "customer_pairs" USING btree ("second_id");--> statement-breakpoint
CREATE INDEX "customers_vip" ON "customers" USING btree ("created_at","id") WHERE is_vip;--> statement-breakpoint
CREATE INDEX "customers_merged" ON "customers" USING btree ("merged_into_id") WHERE merged_into_id is not null;