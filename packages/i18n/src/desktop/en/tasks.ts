export const tasks = {
  region: 'Tasks in progress',
  myRequests: 'My requests',
  queue: 'Queue',
  offeredTask: 'Offered task',
  accept: 'Accept',
  decline: 'Decline',
} as const
