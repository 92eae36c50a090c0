CREATE TABLE "count_changes" (
	"seq" bigserial PRIMARY KEY NOT NULL,
	"changes" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "facet_counts" (
	"facet" bigint NOT NULL,
	"state" integer NOT NULL,
	"total" integer NOT NULL,
	CONSTRAINT "facet_counts_facet_state_pk" PRIMARY KEY("facet","state")
);
--> statement-breakpoint
CREATE TABLE "list_layouts" (
	"operator_id" text collate "C" PRIMARY KEY NOT NULL,
	"columns" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "log_readers" (
	"name" text collate "C" PRIMARY KEY NOT NULL,
	"seq" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "request_entries" (
	"number" integer PRIMARY KEY NOT NULL,
	"request_id" text collate "C" NOT NULL,
	"customer_id" text collate "C" NOT NULL,
	"state" integer NOT NULL,
	"priority" integer NOT NULL,
	"created_at" bigint NOT NULL,
	"listed_at" bigint NOT NULL,
	"due_at" bigint,
	"closed_at" bigint,
	"is_vip" boolean NOT NULL,
	"company_id" text collate "C",
	"facets" jsonb NOT NULL,
	CONSTRAINT "request_entries_request_id_unique" UNIQUE("request_id")
);
--> statement-breakpoint
CREATE TABLE "request_facets" (
	"facet" bigint NOT NULL,
	"state" integer NOT NULL,
	"number" integer NOT NULL,
	"listed_at" bigint NOT NULL,
	"end_at" bigint,
	CONSTRAINT "request_facets_facet_state_number_pk" PRIMARY KEY("facet","state","number")
);
--> statement-breakpoint
CREATE INDEX "request_entries_customer" ON "request_entries" USING btree ("customer_id","listed_at","number");--> statement-breakpoint
CREATE INDEX "request_entries_created" ON "request_entries" USING btree ("created_at","number");--> statement-breakpoint
CREATE INDEX "request_facets_listed" ON "request_facets" USING btree ("facet","state","listed_at","number");--> statement-breakpoint
CREATE INDEX "request_facets_end" ON "request_facets" USING btree ("facet","state","end_at","number") WHERE end_at is not null;