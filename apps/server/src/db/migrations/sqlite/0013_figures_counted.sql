-- How much waits and is in progress in each queue, whoever changes an activity and how (ADR 0017).
INSERT INTO queue_loads (queue_id, waiting, in_progress)
SELECT queue_id, sum(state IN ('waiting', 'offered')), sum(state IN ('active', 'wrapUp'))
FROM activities WHERE queue_id IS NOT NULL AND state <> 'ended' GROUP BY queue_id;
--> statement-breakpoint
CREATE TRIGGER activities_load_added AFTER INSERT ON activities
WHEN NEW.queue_id IS NOT NULL AND NEW.state <> 'ended'
BEGIN
  INSERT INTO queue_loads (queue_id, waiting, in_progress)
  VALUES (NEW.queue_id, NEW.state IN ('waiting', 'offered'), NEW.state IN ('active', 'wrapUp'))
  ON CONFLICT (queue_id) DO UPDATE SET waiting = waiting + excluded.waiting, in_progress = in_progress + excluded.in_progress;
END;
--> statement-breakpoint
CREATE TRIGGER activities_load_changed AFTER UPDATE OF state, queue_id ON activities
WHEN OLD.queue_id IS NOT NEW.queue_id
  OR (OLD.state IN ('waiting', 'offered')) <> (NEW.state IN ('waiting', 'offered'))
  OR (OLD.state IN ('active', 'wrapUp')) <> (NEW.state IN ('active', 'wrapUp'))
BEGIN
  UPDATE queue_loads
  SET waiting = waiting - (OLD.state IN ('waiting', 'offered')), in_progress = in_progress - (OLD.state IN ('active', 'wrapUp'))
  WHERE queue_id = OLD.queue_id AND OLD.state <> 'ended';
  INSERT INTO queue_loads (queue_id, waiting, in_progress)
  SELECT NEW.queue_id, NEW.state IN ('waiting', 'offered'), NEW.state IN ('active', 'wrapUp')
  WHERE NEW.queue_id IS NOT NULL AND NEW.state <> 'ended'
  ON CONFLICT (queue_id) DO UPDATE SET waiting = waiting + excluded.waiting, in_progress = in_progress + excluded.in_progress;
END;
--> statement-breakpoint
CREATE TRIGGER activities_load_taken AFTER DELETE ON activities
WHEN OLD.queue_id IS NOT NULL AND OLD.state <> 'ended'
BEGIN
  UPDATE queue_loads
  SET waiting = waiting - (OLD.state IN ('waiting', 'offered')), in_progress = in_progress - (OLD.state IN ('active', 'wrapUp'))
  WHERE queue_id = OLD.queue_id;
END;
--> statement-breakpoint
CREATE TRIGGER facts_counted AFTER INSERT ON facts
WHEN NEW.queue_id IS NOT NULL AND NEW.kind IN ('arrived', 'accepted', 'abandoned')
BEGIN
  INSERT INTO queue_days (day, queue_id, arrived, accepted, accepted_in_time, abandoned, short_abandoned)
  VALUES (NEW.day, NEW.queue_id, NEW.kind = 'arrived', NEW.kind = 'accepted', NEW.kind = 'accepted' AND NEW.is_in_time,
    NEW.kind = 'abandoned', NEW.kind = 'abandoned' AND NEW.is_short)
  ON CONFLICT (day, queue_id) DO UPDATE SET arrived = arrived + excluded.arrived, accepted = accepted + excluded.accepted,
    accepted_in_time = accepted_in_time + excluded.accepted_in_time, abandoned = abandoned + excluded.abandoned,
    short_abandoned = short_abandoned + excluded.short_abandoned;
  INSERT INTO queue_slots (day, slot, queue_id, medium, arrived, accepted, accepted_in_time, abandoned, short_abandoned)
  SELECT NEW.day, NEW.slot, NEW.queue_id, NEW.medium, NEW.kind = 'arrived', NEW.kind = 'accepted',
    NEW.kind = 'accepted' AND NEW.is_in_time, NEW.kind = 'abandoned', NEW.kind = 'abandoned' AND NEW.is_short
  WHERE NEW.medium IS NOT NULL
  ON CONFLICT (day, slot, queue_id, medium) DO UPDATE SET arrived = arrived + excluded.arrived,
    accepted = accepted + excluded.accepted, accepted_in_time = accepted_in_time + excluded.accepted_in_time,
    abandoned = abandoned + excluded.abandoned, short_abandoned = short_abandoned + excluded.short_abandoned;
END;
