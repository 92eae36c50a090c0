-- Customers are found by any part of a word: every ending of three letters or more stands beside the word, marked.
INSERT INTO "customer_words" ("word", "customer_id")
SELECT '…' || substr("w"."word", "s"."at"), "w"."customer_id"
FROM "customer_words" AS "w" JOIN generate_series(2, 62) AS "s"("at") ON "s"."at" <= length("w"."word") - 2
WHERE strpos("w"."word", '@') = 0 AND "w"."word" ~ '[^0-9]'
ON CONFLICT DO NOTHING;
