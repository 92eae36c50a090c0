CREATE TABLE "deal_totals" (
	"owner_id" text collate "C" NOT NULL,
	"stage" text collate "C" NOT NULL,
	"currency" text collate "C" NOT NULL,
	"count" integer NOT NULL,
	"amount" bigint NOT NULL,
	CONSTRAINT "deal_totals_owner_id_stage_currency_pk" PRIMARY KEY("owner_id","stage","currency")
);
--> statement-breakpoint
CREATE TABLE "deals" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"customer_id" text collate "C" NOT NULL,
	"request_id" text collate "C",
	"title" text NOT NULL,
	"note" text NOT NULL,
	"amount" bigint NOT NULL,
	"currency" text collate "C" NOT NULL,
	"stage" text collate "C" NOT NULL,
	"state" text NOT NULL,
	"expected_on" text collate "C",
	"expected_key" text collate "C" NOT NULL,
	"owner_id" text collate "C" NOT NULL,
	"created_by_id" text collate "C",
	"created_at" bigint NOT NULL,
	"updated_at" bigint NOT NULL,
	"closed_at" bigint,
	"deleted_at" bigint,
	"version" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "todos" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"customer_id" text collate "C" NOT NULL,
	"request_id" text collate "C",
	"title" text NOT NULL,
	"note" text NOT NULL,
	"due_date" text collate "C",
	"due_time" text collate "C",
	"due_zone" text,
	"due_key" bigint NOT NULL,
	"reminder" jsonb,
	"remind_at" bigint,
	"rings_since" bigint,
	"owner_id" text collate "C" NOT NULL,
	"created_by_id" text collate "C",
	"created_at" bigint NOT NULL,
	"updated_at" bigint NOT NULL,
	"done_at" bigint,
	"done_by_id" text collate "C",
	"deleted_at" bigint,
	"version" integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX "deals_customer" ON "deals" USING btree ("customer_id","expected_key","id");--> statement-breakpoint
CREATE INDEX "deals_request" ON "deals" USING btree ("request_id","expected_key","id") WHERE request_id is not null;--> statement-breakpoint
CREATE INDEX "deals_owner" ON "deals" USING btree ("owner_id","expected_key","id") WHERE deleted_at is null;--> statement-breakpoint
CREATE INDEX "deals_owner_state" ON "deals" USING btree ("owner_id","state","expected_key","id") WHERE deleted_at is null;--> statement-breakpoint
CREATE INDEX "deals_owner_stage" ON "deals" USING btree ("owner_id","stage","expected_key","id") WHERE deleted_at is null;--> statement-breakpoint
CREATE INDEX "deals_all" ON "deals" USING btree ("expected_key","id") WHERE deleted_at is null;--> statement-breakpoint
CREATE INDEX "deals_state" ON "deals" USING btree ("state","expected_key","id") WHERE deleted_at is null;--> statement-breakpoint
CREATE INDEX "deals_stage" ON "deals" USING btree ("stage","expected_key","id") WHERE deleted_at is null;--> statement-breakpoint
CREATE INDEX "deals_deleted" ON "deals" USING btree ("deleted_at") WHERE deleted_at is not null;--> statement-breakpoint
CREATE INDEX "todos_customer" ON "todos" USING btree ("customer_id","due_key","id");--> statement-breakpoint
CREATE INDEX "todos_customer_done" ON "todos" USING btree ("customer_id","done_at","id") WHERE done_at is not null and deleted_at is null;--> statement-breakpoint
CREATE INDEX "todos_request" ON "todos" USING btree ("request_id","due_key","id") WHERE request_id is not null;--> statement-breakpoint
CREATE INDEX "todos_owner" ON "todos" USING btree ("owner_id","due_key","id") WHERE done_at is null and deleted_at is null;--> statement-breakpoint
CREATE INDEX "todos_owner_done" ON "todos" USING btree ("owner_id","done_at","id") WHERE done_at is not null and deleted_at is null;--> statement-breakpoint
CREATE INDEX "todos_open" ON "todos" USING btree ("due_key","id") WHERE done_at is null and deleted_at is null;--> statement-breakpoint
CREATE INDEX "todos_done" ON "todos" USING btree ("done_at","id") WHERE done_at is not null and deleted_at is null;--> statement-breakpoint
CREATE INDEX "todos_remind" ON "todos" USING btree ("remind_at","id") WHERE remind_at is not null;--> statement-breakpoint
CREATE INDEX "todos_ring" ON "todos" USING btree ("owner_id","due_key","id") WHERE rings_since is not null;--> statement-breakpoint
CREATE INDEX "todos_deleted" ON "todos" USING btree ("deleted_at") WHERE deleted_at is not null;