-- Only PostgreSQL has something to change.
SELECT 1;
