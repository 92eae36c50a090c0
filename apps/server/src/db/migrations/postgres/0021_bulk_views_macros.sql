CREATE TABLE "bulk_items" (
	"run_id" text collate "C" NOT NULL,
	"position" integer NOT NULL,
	"request_id" text collate "C" NOT NULL,
	"state" text NOT NULL,
	"error" jsonb,
	CONSTRAINT "bulk_items_run_id_position_pk" PRIMARY KEY("run_id","position")
);
--> statement-breakpoint
CREATE TABLE "bulk_runs" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"operator_id" text collate "C" NOT NULL,
	"actions" jsonb NOT NULL,
	"macro_id" text collate "C",
	"selection" jsonb NOT NULL,
	"state" text NOT NULL,
	"step" integer NOT NULL,
	"cursor" text,
	"total" integer NOT NULL,
	"counts" jsonb NOT NULL,
	"told_at" bigint NOT NULL,
	"created_at" bigint NOT NULL,
	"finished_at" bigint
);
--> statement-breakpoint
CREATE TABLE "macros" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"owner" text collate "C" NOT NULL,
	"name" text NOT NULL,
	"steps" jsonb NOT NULL,
	"uses" integer NOT NULL,
	"created_at" bigint NOT NULL,
	"updated_at" bigint NOT NULL,
	"deleted_at" bigint,
	"version" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "saved_views" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"maker_id" text collate "C" NOT NULL,
	"is_shared" boolean NOT NULL,
	"name" text NOT NULL,
	"filter" jsonb NOT NULL,
	"sort" jsonb NOT NULL,
	"columns" jsonb,
	"created_at" bigint NOT NULL,
	"updated_at" bigint NOT NULL,
	"deleted_at" bigint,
	"version" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "view_choices" (
	"operator_id" text collate "C" PRIMARY KEY NOT NULL,
	"default_view_id" text collate "C",
	"view_order" jsonb NOT NULL
);
--> statement-breakpoint
CREATE INDEX "bulk_items_state" ON "bulk_items" USING btree ("run_id","state","position");--> statement-breakpoint
CREATE INDEX "bulk_runs_operator" ON "bulk_runs" USING btree ("operator_id","id");--> statement-breakpoint
CREATE INDEX "bulk_runs_created" ON "bulk_runs" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "macros_owner" ON "macros" USING btree ("owner","id");--> statement-breakpoint
CREATE INDEX "saved_views_maker" ON "saved_views" USING btree ("maker_id");--> statement-breakpoint
CREATE INDEX "saved_views_shared" ON "saved_views" USING btree ("is_shared");