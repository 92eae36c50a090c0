CREATE TABLE "tags" (
	"folded" text collate "C" PRIMARY KEY NOT NULL,
	"tag" text NOT NULL,
	"facet" bigint NOT NULL
);
