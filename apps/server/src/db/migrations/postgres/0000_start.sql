CREATE TABLE "activities" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"request_id" text collate "C" NOT NULL,
	"customer_id" text collate "C" NOT NULL,
	"medium" text NOT NULL,
	"state" text NOT NULL,
	"queue_id" text collate "C",
	"operator_id" text collate "C",
	"offered_to_id" text collate "C",
	"offered_at" bigint,
	"offer_expires_at" bigint,
	"priority_rank" integer NOT NULL,
	"vip_rank" integer NOT NULL,
	"eligible_since" bigint NOT NULL,
	"offer_round" bigint,
	"site_id" text collate "C",
	"visitor_id" text collate "C",
	"customer_is_here" boolean NOT NULL,
	"source" text NOT NULL,
	"title" text NOT NULL,
	"started_at" bigint NOT NULL,
	"accepted_at" bigint,
	"ended_at" bigint,
	"end_reason" text,
	"message_seq" integer NOT NULL,
	"last_line_text" text NOT NULL,
	"last_line_author" text,
	"last_line_at" bigint,
	"last_customer_message_at" bigint,
	"waiting_since" bigint,
	"unread" integer NOT NULL,
	"customer_delivered" integer NOT NULL,
	"customer_read" integer NOT NULL,
	"operator_delivered" integer NOT NULL,
	"operator_read" integer NOT NULL,
	"version" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "activity_tags" (
	"activity_id" text collate "C" NOT NULL,
	"tag_folded" text collate "C" NOT NULL,
	"tag" text NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "activity_tags_activity_id_tag_folded_pk" PRIMARY KEY("activity_id","tag_folded")
);
--> statement-breakpoint
CREATE TABLE "comments" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"activity_id" text collate "C" NOT NULL,
	"request_id" text collate "C" NOT NULL,
	"client_comment_id" text collate "C" NOT NULL,
	"author_id" text collate "C" NOT NULL,
	"text" text NOT NULL,
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "companies" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"name_folded" text collate "C" NOT NULL,
	"created_at" bigint NOT NULL,
	CONSTRAINT "companies_name_folded_unique" UNIQUE("name_folded")
);
--> statement-breakpoint
CREATE TABLE "connections" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"operator_id" text collate "C" NOT NULL,
	"process_id" text collate "C" NOT NULL,
	"connected_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "counters" (
	"name" text collate "C" PRIMARY KEY NOT NULL,
	"value" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "customer_words" (
	"word" text collate "C" NOT NULL,
	"customer_id" text collate "C" NOT NULL,
	CONSTRAINT "customer_words_word_customer_id_pk" PRIMARY KEY("word","customer_id")
);
--> statement-breakpoint
CREATE TABLE "customers" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"first_name" text NOT NULL,
	"family_name" text NOT NULL,
	"email" text NOT NULL,
	"email_folded" text collate "C",
	"phone" text NOT NULL,
	"phone_digits" text collate "C",
	"company_id" text collate "C",
	"language" text,
	"time_zone" text,
	"is_vip" boolean NOT NULL,
	"created_at" bigint NOT NULL,
	"updated_at" bigint NOT NULL,
	"version" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "events" (
	"seq" bigserial PRIMARY KEY NOT NULL,
	"id" text collate "C" NOT NULL,
	"type" text NOT NULL,
	"facts" jsonb NOT NULL,
	"actor_kind" text NOT NULL,
	"actor_id" text collate "C",
	"command" text NOT NULL,
	"correlation_id" text collate "C" NOT NULL,
	"cause_id" text collate "C",
	"depth" integer NOT NULL,
	"request_id" text collate "C",
	"activity_id" text collate "C",
	"customer_id" text collate "C",
	"at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "files" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"content_type" text NOT NULL,
	"size" integer NOT NULL,
	"width" integer,
	"height" integer,
	"owner" text collate "C" NOT NULL,
	"activity_id" text collate "C",
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "idempotency" (
	"key" text collate "C" PRIMARY KEY NOT NULL,
	"result" jsonb,
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "jobs" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"payload" jsonb NOT NULL,
	"state" text NOT NULL,
	"run_at" bigint NOT NULL,
	"attempts" integer NOT NULL,
	"last_error" text,
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "messages" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"activity_id" text collate "C" NOT NULL,
	"seq" integer NOT NULL,
	"client_message_id" text collate "C" NOT NULL,
	"author_kind" text NOT NULL,
	"author_id" text collate "C",
	"author_name" text NOT NULL,
	"text" text NOT NULL,
	"attachment_ids" jsonb NOT NULL,
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "offers" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"activity_id" text collate "C" NOT NULL,
	"operator_id" text collate "C" NOT NULL,
	"round" bigint NOT NULL,
	"result" text NOT NULL,
	"offered_at" bigint NOT NULL,
	"closed_at" bigint
);
--> statement-breakpoint
CREATE TABLE "operators" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"email_folded" text collate "C" NOT NULL,
	"password_hash" text NOT NULL,
	"role" text NOT NULL,
	"language" text,
	"capacity" jsonb NOT NULL,
	"is_active" boolean NOT NULL,
	"created_at" bigint NOT NULL,
	CONSTRAINT "operators_email_folded_unique" UNIQUE("email_folded")
);
--> statement-breakpoint
CREATE TABLE "presence" (
	"operator_id" text collate "C" PRIMARY KEY NOT NULL,
	"chosen" text NOT NULL,
	"away_reason" text,
	"since" bigint NOT NULL,
	"is_connected" boolean NOT NULL,
	"grace_until" bigint,
	"missed_in_row" integer NOT NULL,
	"idle_since" bigint NOT NULL,
	"last_offered_at" bigint,
	"version" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "processes" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"started_at" bigint NOT NULL,
	"last_seen_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "queue_members" (
	"queue_id" text collate "C" NOT NULL,
	"operator_id" text collate "C" NOT NULL,
	CONSTRAINT "queue_members_queue_id_operator_id_pk" PRIMARY KEY("queue_id","operator_id")
);
--> statement-breakpoint
CREATE TABLE "queues" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"strategy" text NOT NULL,
	"offer_seconds" integer NOT NULL,
	"version" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "rate_limits" (
	"key" text collate "C" PRIMARY KEY NOT NULL,
	"window_start" bigint NOT NULL,
	"tries" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "ratings" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"request_id" text collate "C" NOT NULL,
	"activity_id" text collate "C" NOT NULL,
	"customer_id" text collate "C" NOT NULL,
	"operator_id" text collate "C",
	"score" integer NOT NULL,
	"comment" text NOT NULL,
	"created_at" bigint NOT NULL,
	CONSTRAINT "ratings_activity_id_unique" UNIQUE("activity_id")
);
--> statement-breakpoint
CREATE TABLE "request_types" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"is_default" boolean NOT NULL,
	"auto_close_ms" bigint,
	"reopen_ms" bigint NOT NULL,
	"on_reply" text NOT NULL,
	"workflow" jsonb NOT NULL,
	"outcomes" jsonb NOT NULL,
	"version" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "requests" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"number" integer NOT NULL,
	"customer_id" text collate "C" NOT NULL,
	"type_id" text collate "C" NOT NULL,
	"title" text NOT NULL,
	"description" text NOT NULL,
	"stage" text NOT NULL,
	"category" text NOT NULL,
	"stage_since" bigint NOT NULL,
	"priority" text NOT NULL,
	"queue_id" text collate "C",
	"assignee_id" text collate "C",
	"last_operator_id" text collate "C",
	"tags" jsonb NOT NULL,
	"due_at" bigint,
	"outcome" text,
	"outcome_note" text NOT NULL,
	"closed_at" bigint,
	"closed_by_id" text collate "C",
	"asks_rating" boolean NOT NULL,
	"previous_id" text collate "C",
	"created_at" bigint NOT NULL,
	"last_update_at" bigint NOT NULL,
	"listed_at" bigint NOT NULL,
	"auto_close_at" bigint,
	"version" integer NOT NULL,
	CONSTRAINT "requests_number_unique" UNIQUE("number")
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"token_hash" text collate "C" NOT NULL,
	"operator_id" text collate "C" NOT NULL,
	"user_agent" text NOT NULL,
	"created_at" bigint NOT NULL,
	"last_seen_at" bigint NOT NULL,
	"expires_at" bigint NOT NULL,
	CONSTRAINT "sessions_token_hash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
CREATE TABLE "settings" (
	"key" text collate "C" PRIMARY KEY NOT NULL,
	"value" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "setup_tokens" (
	"token_hash" text collate "C" PRIMARY KEY NOT NULL,
	"created_at" bigint NOT NULL,
	"expires_at" bigint NOT NULL,
	"used_at" bigint
);
--> statement-breakpoint
CREATE TABLE "sites" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"key" text collate "C" NOT NULL,
	"name" text NOT NULL,
	"allowed_origins" jsonb NOT NULL,
	"queue_id" text collate "C" NOT NULL,
	"type_id" text collate "C" NOT NULL,
	"language" text NOT NULL,
	"has_pre_chat" boolean NOT NULL,
	"colour" text NOT NULL,
	"version" integer NOT NULL,
	CONSTRAINT "sites_key_unique" UNIQUE("key")
);
--> statement-breakpoint
CREATE TABLE "visitors" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"site_id" text collate "C" NOT NULL,
	"token_hash" text collate "C" NOT NULL,
	"customer_id" text collate "C" NOT NULL,
	"language" text,
	"created_at" bigint NOT NULL,
	"last_seen_at" bigint NOT NULL,
	CONSTRAINT "visitors_token_hash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
CREATE INDEX "activities_queue" ON "activities" USING btree ("queue_id","state","priority_rank","vip_rank","eligible_since","id");--> statement-breakpoint
CREATE INDEX "activities_waiting" ON "activities" USING btree ("state","priority_rank","vip_rank","eligible_since","id");--> statement-breakpoint
CREATE INDEX "activities_operator" ON "activities" USING btree ("operator_id","state");--> statement-breakpoint
CREATE INDEX "activities_accepted" ON "activities" USING btree ("queue_id","accepted_at") WHERE accepted_at is not null;--> statement-breakpoint
CREATE INDEX "activities_request" ON "activities" USING btree ("request_id","started_at");--> statement-breakpoint
CREATE INDEX "activities_customer" ON "activities" USING btree ("customer_id","started_at");--> statement-breakpoint
CREATE INDEX "activities_visitor" ON "activities" USING btree ("visitor_id","started_at");--> statement-breakpoint
CREATE INDEX "activities_offered" ON "activities" USING btree ("offered_to_id") WHERE offered_to_id is not null;--> statement-breakpoint
CREATE INDEX "activities_offer_expires" ON "activities" USING btree ("offer_expires_at","id") WHERE offer_expires_at is not null;--> statement-breakpoint
CREATE INDEX "activity_tags_tag" ON "activity_tags" USING btree ("tag_folded");--> statement-breakpoint
CREATE INDEX "comments_activity" ON "comments" USING btree ("activity_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "comments_client" ON "comments" USING btree ("activity_id","client_comment_id");--> statement-breakpoint
CREATE INDEX "connections_operator" ON "connections" USING btree ("operator_id");--> statement-breakpoint
CREATE INDEX "connections_process" ON "connections" USING btree ("process_id");--> statement-breakpoint
CREATE INDEX "customer_words_customer" ON "customer_words" USING btree ("customer_id");--> statement-breakpoint
CREATE INDEX "customers_email" ON "customers" USING btree ("email_folded");--> statement-breakpoint
CREATE INDEX "customers_phone" ON "customers" USING btree ("phone_digits");--> statement-breakpoint
CREATE INDEX "customers_created" ON "customers" USING btree ("created_at","id");--> statement-breakpoint
CREATE INDEX "customers_company" ON "customers" USING btree ("company_id");--> statement-breakpoint
CREATE INDEX "events_request" ON "events" USING btree ("request_id","seq") WHERE request_id is not null;--> statement-breakpoint
CREATE INDEX "events_customer" ON "events" USING btree ("customer_id","seq") WHERE request_id is null and customer_id is not null;--> statement-breakpoint
CREATE INDEX "files_unused" ON "files" USING btree ("created_at") WHERE activity_id is null;--> statement-breakpoint
CREATE INDEX "idempotency_created" ON "idempotency" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "jobs_due" ON "jobs" USING btree ("run_at","id") WHERE state <> 'failed';--> statement-breakpoint
CREATE UNIQUE INDEX "messages_seq" ON "messages" USING btree ("activity_id","seq");--> statement-breakpoint
CREATE UNIQUE INDEX "messages_client" ON "messages" USING btree ("activity_id","client_message_id");--> statement-breakpoint
CREATE INDEX "offers_activity" ON "offers" USING btree ("activity_id","round");--> statement-breakpoint
CREATE INDEX "offers_operator" ON "offers" USING btree ("operator_id","offered_at");--> statement-breakpoint
CREATE INDEX "presence_grace" ON "presence" USING btree ("grace_until");--> statement-breakpoint
CREATE INDEX "queue_members_operator" ON "queue_members" USING btree ("operator_id");--> statement-breakpoint
CREATE INDEX "rate_limits_window" ON "rate_limits" USING btree ("window_start");--> statement-breakpoint
CREATE INDEX "ratings_request" ON "ratings" USING btree ("request_id");--> statement-breakpoint
CREATE INDEX "requests_customer" ON "requests" USING btree ("customer_id","last_update_at","id");--> statement-breakpoint
CREATE INDEX "requests_listed" ON "requests" USING btree ("listed_at","id");--> statement-breakpoint
CREATE INDEX "requests_category" ON "requests" USING btree ("category","listed_at","id");--> statement-breakpoint
CREATE INDEX "requests_assignee" ON "requests" USING btree ("assignee_id","listed_at","id");--> statement-breakpoint
CREATE INDEX "requests_queue" ON "requests" USING btree ("queue_id","listed_at","id");--> statement-breakpoint
CREATE INDEX "requests_auto_close" ON "requests" USING btree ("auto_close_at","id") WHERE auto_close_at is not null;--> statement-breakpoint
CREATE INDEX "sessions_operator" ON "sessions" USING btree ("operator_id","created_at");--> statement-breakpoint
CREATE INDEX "sessions_expires" ON "sessions" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "visitors_customer" ON "visitors" USING btree ("customer_id");