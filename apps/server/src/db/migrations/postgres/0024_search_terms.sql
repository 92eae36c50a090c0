-- What a document is found by. A function of its own, because its true cost has to be said: taking a document apart is dear,
-- which the planner does not know of an expression, and then it read a whole small table row by row.
CREATE FUNCTION "search_terms"("head" text, "said" text, "number" integer) RETURNS text[]
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE COST 500 AS $$
BEGIN
	RETURN string_to_array(ltrim(head || said), ' ') || array['~9:' || (number >> 9)::text, '~13:' || (number >> 13)::text, '~17:' || (number >> 17)::text, '~21:' || (number >> 21)::text];
END $$;
--> statement-breakpoint
DROP INDEX "search_documents_words";
--> statement-breakpoint
CREATE INDEX "search_documents_words" ON "search_documents" USING gin (search_terms("head", "said", "number")) WITH (fastupdate = off);
