CREATE TABLE "customer_identities" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"customer_id" text collate "C" NOT NULL,
	"kind" text NOT NULL,
	"issuer" text collate "C" NOT NULL,
	"value" text collate "C" NOT NULL,
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "site_keys" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"site_id" text collate "C" NOT NULL,
	"sealed" text NOT NULL,
	"created_at" bigint NOT NULL,
	"created_by_id" text collate "C",
	"revoked_at" bigint
);
--> statement-breakpoint
CREATE TABLE "visitor_sessions" (
	"token_hash" text collate "C" PRIMARY KEY NOT NULL,
	"visitor_id" text collate "C" NOT NULL,
	"key_id" text collate "C" NOT NULL,
	"proven_at" bigint NOT NULL
);
--> statement-breakpoint
ALTER TABLE "sites" ADD COLUMN "history_needs_identity" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "visitors" ADD COLUMN "identity_id" text collate "C";--> statement-breakpoint
CREATE UNIQUE INDEX "customer_identities_value" ON "customer_identities" USING btree ("kind","issuer","value");--> statement-breakpoint
CREATE INDEX "customer_identities_customer" ON "customer_identities" USING btree ("customer_id");--> statement-breakpoint
CREATE INDEX "site_keys_site" ON "site_keys" USING btree ("site_id","created_at");--> statement-breakpoint
CREATE INDEX "visitor_sessions_visitor" ON "visitor_sessions" USING btree ("visitor_id");--> statement-breakpoint
ALTER TABLE "visitors" ADD CONSTRAINT "visitors_identity_id_unique" UNIQUE("identity_id");