/** What an action of a bulk run or a macro does, in words. */
export const actions = {
  assign: 'Assign to {name}',
  assignNobody: 'Assign to nobody',
  queue: 'Move to queue {name}',
  stage: 'Move to stage {name}',
  priority: 'Set priority {name}',
  tagsAdd: 'Add tags {tags}',
  tagsRemove: 'Remove tags {tags}',
  close: 'Close: {name}',
  spam: 'Mark as spam',
  snooze: 'Snooze for {duration}',
  comment: 'Comment: {text}',
  reply: 'Insert reply {name}',
  gone: 'no longer there',
} as const
