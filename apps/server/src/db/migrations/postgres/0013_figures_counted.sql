-- How much waits and is in progress in each queue, whoever changes an activity and how (ADR 0017).
INSERT INTO queue_loads (queue_id, waiting, in_progress)
SELECT queue_id, count(*) FILTER (WHERE state IN ('waiting', 'offered')), count(*) FILTER (WHERE state IN ('active', 'wrapUp'))
FROM activities WHERE queue_id IS NOT NULL AND state <> 'ended' GROUP BY queue_id;
--> statement-breakpoint
CREATE FUNCTION count_queue_load() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' THEN
    UPDATE queue_loads SET
      waiting = waiting - (OLD.state IN ('waiting', 'offered'))::int,
      in_progress = in_progress - (OLD.state IN ('active', 'wrapUp'))::int
    WHERE queue_id = OLD.queue_id AND OLD.state <> 'ended';
  END IF;
  IF TG_OP <> 'DELETE' AND NEW.queue_id IS NOT NULL AND NEW.state <> 'ended' THEN
    INSERT INTO queue_loads (queue_id, waiting, in_progress)
    VALUES (NEW.queue_id, (NEW.state IN ('waiting', 'offered'))::int, (NEW.state IN ('active', 'wrapUp'))::int)
    ON CONFLICT (queue_id) DO UPDATE SET
      waiting = queue_loads.waiting + excluded.waiting, in_progress = queue_loads.in_progress + excluded.in_progress;
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
-- Deferred to the commit: a queue's row, which many write, is locked last and only for that moment.
CREATE CONSTRAINT TRIGGER activities_load_added AFTER INSERT OR DELETE ON activities
DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION count_queue_load();
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER activities_load_changed AFTER UPDATE OF state, queue_id ON activities
DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
WHEN (OLD.queue_id IS DISTINCT FROM NEW.queue_id
  OR (OLD.state IN ('waiting', 'offered')) <> (NEW.state IN ('waiting', 'offered'))
  OR (OLD.state IN ('active', 'wrapUp')) <> (NEW.state IN ('active', 'wrapUp')))
EXECUTE FUNCTION count_queue_load();
--> statement-breakpoint
CREATE FUNCTION count_fact() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  in_time int := (NEW.kind = 'accepted' AND NEW.is_in_time)::int;
  short int := (NEW.kind = 'abandoned' AND NEW.is_short)::int;
BEGIN
  INSERT INTO queue_days (day, queue_id, arrived, accepted, accepted_in_time, abandoned, short_abandoned)
  VALUES (NEW.day, NEW.queue_id, (NEW.kind = 'arrived')::int, (NEW.kind = 'accepted')::int, in_time,
    (NEW.kind = 'abandoned')::int, short)
  ON CONFLICT (day, queue_id) DO UPDATE SET
    arrived = queue_days.arrived + excluded.arrived, accepted = queue_days.accepted + excluded.accepted,
    accepted_in_time = queue_days.accepted_in_time + excluded.accepted_in_time,
    abandoned = queue_days.abandoned + excluded.abandoned,
    short_abandoned = queue_days.short_abandoned + excluded.short_abandoned;
  IF NEW.medium IS NOT NULL THEN
    INSERT INTO queue_slots (day, slot, queue_id, medium, arrived, accepted, accepted_in_time, abandoned, short_abandoned)
    VALUES (NEW.day, NEW.slot, NEW.queue_id, NEW.medium, (NEW.kind = 'arrived')::int, (NEW.kind = 'accepted')::int, in_time,
      (NEW.kind = 'abandoned')::int, short)
    ON CONFLICT (day, slot, queue_id, medium) DO UPDATE SET
      arrived = queue_slots.arrived + excluded.arrived, accepted = queue_slots.accepted + excluded.accepted,
      accepted_in_time = queue_slots.accepted_in_time + excluded.accepted_in_time,
      abandoned = queue_slots.abandoned + excluded.abandoned,
      short_abandoned = queue_slots.short_abandoned + excluded.short_abandoned;
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER facts_counted AFTER INSERT ON facts
DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
WHEN (NEW.queue_id IS NOT NULL AND NEW.kind IN ('arrived', 'accepted', 'abandoned'))
EXECUTE FUNCTION count_fact();
