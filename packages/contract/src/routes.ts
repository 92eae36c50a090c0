// Made from the endpoints by `pnpm --filter @care/contract routes`. Do not edit.

export interface Route {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  path: string
  raw?: 'upload' | 'download'
  overSocket?: boolean
}
export type RouteTable = Record<string, Route>

/** Endpoints of an operator’s session. */
export const deskRoutes = {
  getWorkspace: { method: 'GET', path: '/api/workspace' },
  setUp: { method: 'POST', path: '/api/setup' },
  signIn: { method: 'POST', path: '/api/session' },
  getMe: { method: 'GET', path: '/api/session' },
  signOut: { method: 'DELETE', path: '/api/session' },
  listSessions: { method: 'GET', path: '/api/sessions' },
  revokeSession: { method: 'DELETE', path: '/api/sessions/:sessionId' },
  changeMe: { method: 'PATCH', path: '/api/me' },
  listTasks: { method: 'GET', path: '/api/tasks' },
  listQueueItems: { method: 'GET', path: '/api/queue-items' },
  listTasksInProgress: { method: 'GET', path: '/api/tasks/in-progress' },
  takeNext: { method: 'POST', path: '/api/tasks/take-next' },
  takeTask: { method: 'POST', path: '/api/activities/:activityId/take' },
  acceptOffer: { method: 'POST', path: '/api/activities/:activityId/accept' },
  declineOffer: { method: 'POST', path: '/api/activities/:activityId/decline' },
  returnTask: { method: 'POST', path: '/api/activities/:activityId/return' },
  endActivity: { method: 'POST', path: '/api/activities/:activityId/end' },
  setPresence: { method: 'PUT', path: '/api/presence' },
  listOperators: { method: 'GET', path: '/api/operators' },
  getActivity: { method: 'GET', path: '/api/activities/:activityId' },
  listMessages: { method: 'GET', path: '/api/activities/:activityId/messages' },
  sendMessage: { method: 'POST', path: '/api/activities/:activityId/messages', overSocket: true },
  setMarks: { method: 'POST', path: '/api/activities/:activityId/marks', overSocket: true },
  setTags: { method: 'PUT', path: '/api/activities/:activityId/tags' },
  moveActivity: { method: 'POST', path: '/api/activities/:activityId/move' },
  suggestTags: { method: 'GET', path: '/api/tags' },
  listComments: { method: 'GET', path: '/api/activities/:activityId/comments' },
  addComment: { method: 'POST', path: '/api/activities/:activityId/comments' },
  uploadFile: { method: 'POST', path: '/api/files', raw: 'upload' },
  getFile: { method: 'GET', path: '/api/files/:fileId', raw: 'download' },
  listCustomers: { method: 'GET', path: '/api/customers' },
  getCustomer: { method: 'GET', path: '/api/customers/:customerId' },
  addCustomer: { method: 'POST', path: '/api/customers' },
  editCustomer: { method: 'PATCH', path: '/api/customers/:customerId' },
  checkPhone: { method: 'GET', path: '/api/phone-numbers' },
  getJourney: { method: 'GET', path: '/api/customers/:customerId/journey' },
  suggestCompanies: { method: 'GET', path: '/api/companies' },
  listRequests: { method: 'GET', path: '/api/requests' },
  getRequest: { method: 'GET', path: '/api/requests/:requestId' },
  addRequest: { method: 'POST', path: '/api/requests' },
  editRequest: { method: 'PATCH', path: '/api/requests/:requestId' },
  moveStage: { method: 'POST', path: '/api/requests/:requestId/stage' },
  assignRequest: { method: 'POST', path: '/api/requests/:requestId/assign' },
  closeRequest: { method: 'POST', path: '/api/requests/:requestId/close' },
  reopenRequest: { method: 'POST', path: '/api/requests/:requestId/reopen' },
  keepOpen: { method: 'POST', path: '/api/requests/:requestId/keep-open' },
  getHistory: { method: 'GET', path: '/api/requests/:requestId/history' },
  listQueues: { method: 'GET', path: '/api/queues' },
  addQueue: { method: 'POST', path: '/api/queues' },
  editQueue: { method: 'PATCH', path: '/api/queues/:queueId' },
  listRequestTypes: { method: 'GET', path: '/api/request-types' },
  editRequestType: { method: 'PATCH', path: '/api/request-types/:typeId' },
  addOperator: { method: 'POST', path: '/api/operators' },
  editOperator: { method: 'PATCH', path: '/api/operators/:operatorId' },
  listSites: { method: 'GET', path: '/api/sites' },
  addSite: { method: 'POST', path: '/api/sites' },
  editSite: { method: 'PATCH', path: '/api/sites/:siteId' },
} as const satisfies RouteTable

/** Endpoints of a visitor of the widget. */
export const widgetRoutes = {
  openWidget: { method: 'POST', path: '/api/widget/session' },
  startChat: { method: 'POST', path: '/api/widget/chat' },
  sendWidgetMessage: { method: 'POST', path: '/api/widget/chat/messages', overSocket: true },
  listWidgetMessages: { method: 'GET', path: '/api/widget/chat/messages', overSocket: true },
  setWidgetMarks: { method: 'POST', path: '/api/widget/chat/marks', overSocket: true },
  leaveChat: { method: 'POST', path: '/api/widget/chat/end' },
  rateChat: { method: 'POST', path: '/api/widget/chat/rating' },
  leaveMessage: { method: 'POST', path: '/api/widget/messages' },
  uploadWidgetFile: { method: 'POST', path: '/api/widget/files', raw: 'upload' },
  getWidgetFile: { method: 'GET', path: '/api/widget/files/:fileId', raw: 'download' },
} as const satisfies RouteTable
