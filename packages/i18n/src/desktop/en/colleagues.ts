export const colleagues = {
  isHere: '{name} is here',
  isWriting: '{name} is writing a reply',
  isCommenting: '{name} is writing a comment',
  region: 'Colleagues in this request',
  viewDraft: 'View draft',
  draftOf: 'Draft of {name}',
  noDraftYet: 'Nothing to see yet',
  otherDraft: 'Written in another window at the same time:',
  takeOther: 'Add below',
  letOtherGo: 'Discard',
} as const
