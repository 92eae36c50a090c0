-- Customers are found by any part of a word: every ending of three letters or more stands beside the word, marked.
INSERT OR IGNORE INTO `customer_words` (`word`, `customer_id`)
WITH RECURSIVE `starts`(`at`) AS (SELECT 2 UNION ALL SELECT `at` + 1 FROM `starts` WHERE `at` < 62)
SELECT '…' || substr(`w`.`word`, `s`.`at`), `w`.`customer_id`
FROM `customer_words` AS `w` JOIN `starts` AS `s` ON `s`.`at` <= length(`w`.`word`) - 2
WHERE instr(`w`.`word`, '@') = 0 AND `w`.`word` GLOB '*[^0-9]*';
