export const wrapUp = {
  text: 'The talk is over. Nothing is offered to you until you are done.',
  more: 'More time',
  comment: 'Comment for your team (optional)',
  byItself: 'When the time is up, “{outcome}” is recorded and the comment is saved.',
  byItselfChosen: 'When the time is up, this is recorded.',
  done: 'Done',
  doneAs: 'Wrapped up as {outcome}',
  kept: 'The wrap-up is over. Your comment is kept as a draft.',
  left: '{time} left',
} as const
