import type { EndpointName, ErrorCode } from '@care/contract'

/** Nobody signed in; the talk's own visitor; the operator who has it; one of another queue; the other roles. */
export const callers = ['nobody', 'visitor', 'operator', 'foreigner', 'dispatcher', 'supervisor', 'admin'] as const
export type Caller = (typeof callers)[number]
type Outcome = 'ok' | ErrorCode
type Row = Record<Caller, Outcome>

const everybody = (all: Outcome): Row => {
  const [nobody, visitor, operator, foreigner, dispatcher, supervisor, admin] = [all, all, all, all, all, all, all]
  return { nobody, visitor, operator, foreigner, dispatcher, supervisor, admin }
}
/** A desk's endpoint: who is not signed in is nobody there, a visitor too. */
const desk = (
  operator: Outcome,
  foreigner: Outcome,
  dispatcher: Outcome,
  supervisor: Outcome,
  admin: Outcome,
): Row => ({
  nobody: 'NOT_SIGNED_IN',
  visitor: 'NOT_SIGNED_IN',
  operator,
  foreigner,
  dispatcher,
  supervisor,
  admin,
})
/** A visitor's endpoint: no operator's session opens it. */
const visitors: Row = { ...everybody('VISITOR_UNKNOWN'), visitor: 'ok' }

/**
 * Who may call which endpoint about a talk in queue `q` that `operator` has in progress (for the endpoints that take or
 * offer work: that waits). The test calls every endpoint as every one of them and compares.
 */
export const rights = {
  // desk(operator, foreigner, dispatcher, supervisor, admin)

  // Sign-in
  getWorkspace: everybody('ok'),
  setUp: everybody('FORBIDDEN'),
  signIn: everybody('ok'),
  getMe: desk('ok', 'ok', 'ok', 'ok', 'ok'),
  signOut: desk('NOT_ALLOWED_NOW', 'ok', 'ok', 'ok', 'ok'),
  leaveDesk: desk('NOT_ALLOWED_NOW', 'ok', 'ok', 'ok', 'ok'),
  listSessions: desk('ok', 'ok', 'ok', 'ok', 'ok'),
  revokeSession: desk('NOT_FOUND', 'NOT_FOUND', 'NOT_FOUND', 'NOT_FOUND', 'ok'),
  changeMe: desk('ok', 'ok', 'ok', 'ok', 'ok'),

  // Tasks and presence
  listTasks: desk('ok', 'ok', 'FORBIDDEN', 'ok', 'ok'),
  listQueueItems: desk('ok', 'ok', 'ok', 'ok', 'ok'),
  snoozeRequest: desk('ok', 'NOT_FOUND', 'ok', 'ok', 'ok'),
  wakeRequest: desk('NOT_ALLOWED_NOW', 'NOT_FOUND', 'NOT_ALLOWED_NOW', 'NOT_ALLOWED_NOW', 'NOT_ALLOWED_NOW'),
  listSnoozed: desk('ok', 'ok', 'ok', 'ok', 'ok'),
  undoChange: desk('NOT_FOUND', 'NOT_FOUND', 'NOT_FOUND', 'NOT_FOUND', 'NOT_FOUND'),
  listTasksInProgress: desk('FORBIDDEN', 'FORBIDDEN', 'ok', 'ok', 'ok'),
  takeNext: desk('ok', 'ok', 'FORBIDDEN', 'ok', 'ok'),
  takeTask: desk('ok', 'FORBIDDEN', 'FORBIDDEN', 'ok', 'ok'),
  assignTask: desk('FORBIDDEN', 'FORBIDDEN', 'ok', 'ok', 'ok'),
  acceptOffer: desk('OFFER_OVER', 'NOT_FOUND', 'FORBIDDEN', 'NOT_FOUND', 'NOT_FOUND'),
  declineOffer: desk('OFFER_OVER', 'NOT_FOUND', 'FORBIDDEN', 'NOT_FOUND', 'NOT_FOUND'),
  returnTask: desk('ok', 'FORBIDDEN', 'ok', 'ok', 'ok'),
  transferTask: desk('ok', 'FORBIDDEN', 'ok', 'ok', 'ok'),
  withdrawTransfer: desk('OFFER_OVER', 'FORBIDDEN', 'OFFER_OVER', 'OFFER_OVER', 'OFFER_OVER'),
  saveWrapUp: desk('NOT_ALLOWED_NOW', 'FORBIDDEN', 'FORBIDDEN', 'NOT_ALLOWED_NOW', 'NOT_ALLOWED_NOW'),
  extendWrapUp: desk('NOT_ALLOWED_NOW', 'FORBIDDEN', 'FORBIDDEN', 'NOT_ALLOWED_NOW', 'NOT_ALLOWED_NOW'),
  finishWrapUp: desk('NOT_ALLOWED_NOW', 'FORBIDDEN', 'FORBIDDEN', 'NOT_ALLOWED_NOW', 'NOT_ALLOWED_NOW'),
  endActivity: desk('ok', 'FORBIDDEN', 'FORBIDDEN', 'ok', 'ok'),
  setPresence: desk('ok', 'ok', 'FORBIDDEN', 'ok', 'ok'),
  setDoNotDisturb: desk('ok', 'ok', 'ok', 'ok', 'ok'),
  setQuietHours: desk('ok', 'ok', 'ok', 'ok', 'ok'),
  listNotifications: desk('ok', 'ok', 'ok', 'ok', 'ok'),
  seeNotifications: desk('ok', 'ok', 'ok', 'ok', 'ok'),
  handleNotifications: desk('ok', 'ok', 'ok', 'ok', 'ok'),
  changeNotificationSettings: desk('ok', 'ok', 'ok', 'ok', 'ok'),
  getLiveQueues: desk('ok', 'ok', 'ok', 'ok', 'ok'),
  getLiveToday: desk('ok', 'ok', 'ok', 'ok', 'ok'),
  setOperatorPresence: desk('FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN', 'NOT_ALLOWED_NOW', 'NOT_ALLOWED_NOW'),
  getNumbers: desk('ok', 'ok', 'ok', 'ok', 'ok'),
  listFigureRequests: desk('ok', 'ok', 'ok', 'ok', 'ok'),
  listOperators: desk('ok', 'ok', 'ok', 'ok', 'ok'),

  // Activities
  getActivity: desk('ok', 'NOT_FOUND', 'ok', 'ok', 'ok'),
  listMessages: desk('ok', 'NOT_FOUND', 'ok', 'ok', 'ok'),
  searchThread: desk('ok', 'NOT_FOUND', 'ok', 'ok', 'ok'),
  editMessage: desk('ok', 'NOT_FOUND', 'FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN'),
  deleteMessage: desk('ok', 'NOT_FOUND', 'FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN'),
  sendMessage: desk('ok', 'FORBIDDEN', 'FORBIDDEN', 'ok', 'ok'),
  setMarks: desk('ok', 'FORBIDDEN', 'FORBIDDEN', 'ok', 'ok'),
  markUnread: desk('ok', 'FORBIDDEN', 'FORBIDDEN', 'ok', 'ok'),
  setTags: desk('ok', 'NOT_FOUND', 'ok', 'ok', 'ok'),
  moveActivity: desk('ok', 'NOT_FOUND', 'ok', 'ok', 'ok'),
  // The customer is there; of mails there are none.
  answerByMail: desk('NOT_ALLOWED_NOW', 'NOT_FOUND', 'FORBIDDEN', 'NOT_ALLOWED_NOW', 'NOT_ALLOWED_NOW'),
  // Nor is there a mailbox.
  beginMail: desk('NOT_ALLOWED_NOW', 'NOT_ALLOWED_NOW', 'FORBIDDEN', 'NOT_ALLOWED_NOW', 'NOT_ALLOWED_NOW'),
  listMailboxes: desk('ok', 'ok', 'FORBIDDEN', 'ok', 'ok'),
  listMails: desk('ok', 'NOT_FOUND', 'ok', 'ok', 'ok'),
  sendMail: desk('NOT_ALLOWED_NOW', 'FORBIDDEN', 'FORBIDDEN', 'NOT_ALLOWED_NOW', 'NOT_ALLOWED_NOW'),
  getMailFrame: desk('NOT_FOUND', 'NOT_FOUND', 'NOT_FOUND', 'NOT_FOUND', 'NOT_FOUND'),
  retryMail: desk('NOT_FOUND', 'NOT_FOUND', 'FORBIDDEN', 'NOT_FOUND', 'NOT_FOUND'),
  cancelMail: desk('NOT_FOUND', 'NOT_FOUND', 'FORBIDDEN', 'NOT_FOUND', 'NOT_FOUND'),
  getCallback: desk('ok', 'NOT_FOUND', 'ok', 'ok', 'ok'),
  planCallback: desk('ok', 'NOT_FOUND', 'ok', 'ok', 'ok'),
  // Nobody has it in progress yet.
  noteAttempt: desk('FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN', 'NOT_ALLOWED_NOW', 'NOT_ALLOWED_NOW'),
  moveCallback: desk('ok', 'NOT_FOUND', 'ok', 'ok', 'ok'),
  cancelCallback: desk('ok', 'NOT_FOUND', 'ok', 'ok', 'ok'),
  linkCallback: desk('ok', 'NOT_FOUND', 'ok', 'ok', 'ok'),
  moveToCustomer: desk('ok', 'NOT_FOUND', 'ok', 'ok', 'ok'),
  suggestTags: desk('ok', 'ok', 'ok', 'ok', 'ok'),
  listComments: desk('ok', 'NOT_FOUND', 'ok', 'ok', 'ok'),
  addComment: desk('ok', 'NOT_FOUND', 'ok', 'ok', 'ok'),
  listColleagues: desk('ok', 'NOT_FOUND', 'ok', 'ok', 'ok'),
  uploadFile: desk('ok', 'NOT_FOUND', 'FORBIDDEN', 'ok', 'ok'),
  getFile: desk('ok', 'NOT_FOUND', 'ok', 'ok', 'ok'),

  // Phone systems
  dialNumber: desk('ok', 'NOT_FOUND', 'FORBIDDEN', 'ok', 'ok'),
  listMyPhoneLines: desk('ok', 'ok', 'FORBIDDEN', 'ok', 'ok'),
  getLineServers: desk('ok', 'ok', 'FORBIDDEN', 'ok', 'ok'),
  getRingingCall: desk('ok', 'ok', 'FORBIDDEN', 'ok', 'ok'),
  tellPhoneStep: desk('ok', 'NOT_FOUND', 'FORBIDDEN', 'NOT_FOUND', 'NOT_FOUND'),
  listPhoneLines: desk('FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN', 'ok'),
  savePhoneLine: desk('FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN', 'ok'),
  removePhoneLine: desk('FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN', 'ok'),

  // Calls: over HTTP nobody sits down, so nobody has signals to pass
  getMyCall: desk('ok', 'ok', 'FORBIDDEN', 'ok', 'ok'),
  getCall: desk('ok', 'NOT_FOUND', 'ok', 'ok', 'ok'),
  getCallServers: desk('ok', 'NOT_FOUND', 'FORBIDDEN', 'NOT_FOUND', 'NOT_FOUND'),
  takeCallSeat: desk('NOT_ALLOWED_NOW', 'NOT_ALLOWED_NOW', 'FORBIDDEN', 'NOT_ALLOWED_NOW', 'NOT_ALLOWED_NOW'),
  signalCall: desk('NOT_FOUND', 'NOT_FOUND', 'FORBIDDEN', 'NOT_FOUND', 'NOT_FOUND'),
  noteCall: desk('NOT_ALLOWED_NOW', 'NOT_FOUND', 'FORBIDDEN', 'NOT_FOUND', 'NOT_FOUND'),
  holdCall: desk('ok', 'NOT_FOUND', 'FORBIDDEN', 'NOT_FOUND', 'NOT_FOUND'),
  // Recordings: heard by supervisors, unless the queue lets its team
  stepRecording: desk('ok', 'NOT_FOUND', 'FORBIDDEN', 'NOT_FOUND', 'NOT_FOUND'),
  addRecordingChunk: desk('CONFLICT', 'NOT_FOUND', 'FORBIDDEN', 'NOT_FOUND', 'NOT_FOUND'),
  getRecording: desk('FORBIDDEN', 'NOT_FOUND', 'FORBIDDEN', 'ok', 'ok'),
  completeTransfer: desk('OFFER_OVER', 'FORBIDDEN', 'FORBIDDEN', 'OFFER_OVER', 'OFFER_OVER'),

  // Drafts
  listDrafts: desk('ok', 'ok', 'ok', 'ok', 'ok'),
  saveDraft: desk('ok', 'NOT_FOUND', 'ok', 'ok', 'ok'),
  listColleagueDrafts: desk('ok', 'NOT_FOUND', 'ok', 'ok', 'ok'),

  // Customers
  listCustomers: desk('ok', 'ok', 'ok', 'ok', 'ok'),
  getCustomer: desk('ok', 'ok', 'ok', 'ok', 'ok'),
  addCustomer: desk('ok', 'ok', 'ok', 'ok', 'ok'),
  editCustomer: desk('ok', 'ok', 'ok', 'ok', 'ok'),
  suggestGroups: desk('ok', 'ok', 'ok', 'ok', 'ok'),
  listCompanies: desk('ok', 'ok', 'ok', 'ok', 'ok'),
  getCompany: desk('ok', 'ok', 'ok', 'ok', 'ok'),
  editCompany: desk('ok', 'ok', 'ok', 'ok', 'ok'),
  listCustomerFields: desk('ok', 'ok', 'ok', 'ok', 'ok'),
  addCustomerField: desk('FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN', 'ok'),
  editCustomerField: desk('FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN', 'ok'),
  getCustomerHints: desk('ok', 'ok', 'ok', 'ok', 'ok'),
  mergeCustomers: desk('ok', 'ok', 'ok', 'ok', 'ok'),
  undoCustomerMerge: desk('ok', 'ok', 'ok', 'ok', 'ok'),
  partCustomers: desk('ok', 'ok', 'ok', 'ok', 'ok'),
  confirmCustomer: desk('ok', 'ok', 'ok', 'ok', 'ok'),
  checkPhone: desk('ok', 'ok', 'ok', 'ok', 'ok'),
  getJourney: desk('ok', 'ok', 'ok', 'ok', 'ok'),
  suggestCompanies: desk('ok', 'ok', 'ok', 'ok', 'ok'),

  // Requests
  listRequests: desk('ok', 'ok', 'ok', 'ok', 'ok'),
  getListLayout: desk('ok', 'ok', 'ok', 'ok', 'ok'),
  setListLayout: desk('ok', 'ok', 'ok', 'ok', 'ok'),

  // Views: shared ones
  listViews: desk('ok', 'ok', 'ok', 'ok', 'ok'),
  addView: desk('FORBIDDEN', 'FORBIDDEN', 'ok', 'ok', 'ok'),
  editView: desk('FORBIDDEN', 'FORBIDDEN', 'ok', 'ok', 'ok'),
  takeOverView: desk('FORBIDDEN', 'FORBIDDEN', 'ok', 'ok', 'ok'),
  deleteView: desk('FORBIDDEN', 'FORBIDDEN', 'ok', 'ok', 'ok'),
  restoreView: desk('FORBIDDEN', 'FORBIDDEN', 'ok', 'ok', 'ok'),
  arrangeViews: desk('ok', 'ok', 'ok', 'ok', 'ok'),

  // Bulk runs: of the admin
  previewBulk: desk('ok', 'ok', 'ok', 'ok', 'ok'),
  startBulk: desk('ok', 'ok', 'ok', 'ok', 'ok'),
  listBulkRuns: desk('ok', 'ok', 'ok', 'ok', 'ok'),
  getBulkRun: desk('NOT_FOUND', 'NOT_FOUND', 'NOT_FOUND', 'NOT_FOUND', 'ok'),
  listBulkItems: desk('NOT_FOUND', 'NOT_FOUND', 'NOT_FOUND', 'NOT_FOUND', 'ok'),
  stopBulk: desk('NOT_FOUND', 'NOT_FOUND', 'NOT_FOUND', 'NOT_FOUND', 'NOT_ALLOWED_NOW'),
  undoBulk: desk('NOT_FOUND', 'NOT_FOUND', 'NOT_FOUND', 'NOT_FOUND', 'ok'),

  // Macros: shared ones
  listMacros: desk('ok', 'ok', 'ok', 'ok', 'ok'),
  addMacro: desk('FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN', 'ok', 'ok'),
  editMacro: desk('FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN', 'ok', 'ok'),
  deleteMacro: desk('FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN', 'ok', 'ok'),
  restoreMacro: desk('FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN', 'ok', 'ok'),
  applyMacro: desk('ok', 'NOT_FOUND', 'ok', 'ok', 'ok'),
  applyMacroToMany: desk('ok', 'ok', 'ok', 'ok', 'ok'),

  countRequests: desk('ok', 'ok', 'ok', 'ok', 'ok'),
  listSnippets: desk('ok', 'ok', 'ok', 'ok', 'ok'),
  getRequest: desk('ok', 'NOT_FOUND', 'ok', 'ok', 'ok'),
  addRequest: desk('ok', 'ok', 'ok', 'ok', 'ok'),
  editRequest: desk('ok', 'NOT_FOUND', 'ok', 'ok', 'ok'),
  setPriority: desk('ok', 'NOT_FOUND', 'ok', 'ok', 'ok'),
  moveToQueue: desk('ok', 'NOT_FOUND', 'ok', 'ok', 'ok'),
  moveStage: desk('ok', 'NOT_FOUND', 'ok', 'ok', 'ok'),
  assignRequest: desk('FORBIDDEN', 'NOT_FOUND', 'ok', 'ok', 'ok'),
  closeRequest: desk('ok', 'NOT_FOUND', 'ok', 'ok', 'ok'),
  reopenRequest: desk('ok', 'NOT_FOUND', 'ok', 'ok', 'ok'),
  keepOpen: desk('ok', 'NOT_FOUND', 'ok', 'ok', 'ok'),
  followRequest: desk('ok', 'NOT_FOUND', 'ok', 'ok', 'ok'),
  unfollowRequest: desk('ok', 'NOT_FOUND', 'ok', 'ok', 'ok'),
  getHistory: desk('ok', 'NOT_FOUND', 'ok', 'ok', 'ok'),
  getRequestTies: desk('ok', 'NOT_FOUND', 'ok', 'ok', 'ok'),
  listTieCandidates: desk('ok', 'NOT_FOUND', 'ok', 'ok', 'ok'),
  listRequestActivities: desk('ok', 'NOT_FOUND', 'ok', 'ok', 'ok'),
  locateRequest: desk('ok', 'NOT_FOUND', 'ok', 'ok', 'ok'),
  mergeRequests: desk('ok', 'NOT_FOUND', 'ok', 'ok', 'ok'),
  undoRequestMerge: desk('ok', 'NOT_FOUND', 'ok', 'ok', 'ok'),
  splitRequest: desk('ok', 'NOT_FOUND', 'ok', 'ok', 'ok'),
  linkRequest: desk('ok', 'NOT_FOUND', 'ok', 'ok', 'ok'),
  unlinkRequest: desk('ok', 'NOT_FOUND', 'ok', 'ok', 'ok'),
  setParent: desk('ok', 'NOT_FOUND', 'ok', 'ok', 'ok'),

  // To-dos and deals of the request, made by the admin; lists are one's own
  listTodos: desk('ok', 'ok', 'ok', 'ok', 'ok'),
  getTodo: desk('ok', 'NOT_FOUND', 'ok', 'ok', 'ok'),
  addTodo: desk('ok', 'NOT_FOUND', 'ok', 'ok', 'ok'),
  editTodo: desk('FORBIDDEN', 'NOT_FOUND', 'ok', 'ok', 'ok'),
  setTodoDone: desk('FORBIDDEN', 'NOT_FOUND', 'ok', 'ok', 'ok'),
  seeTodo: desk('FORBIDDEN', 'NOT_FOUND', 'FORBIDDEN', 'FORBIDDEN', 'ok'),
  deleteTodo: desk('FORBIDDEN', 'NOT_FOUND', 'ok', 'ok', 'ok'),
  listDeals: desk('ok', 'ok', 'ok', 'ok', 'ok'),
  getDealTotals: desk('ok', 'ok', 'ok', 'ok', 'ok'),
  listDealStages: desk('ok', 'ok', 'ok', 'ok', 'ok'),
  editDealStages: desk('FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN', 'ok'),
  getDeal: desk('ok', 'NOT_FOUND', 'ok', 'ok', 'ok'),
  addDeal: desk('ok', 'NOT_FOUND', 'ok', 'ok', 'ok'),
  editDeal: desk('FORBIDDEN', 'NOT_FOUND', 'ok', 'ok', 'ok'),
  deleteDeal: desk('FORBIDDEN', 'NOT_FOUND', 'ok', 'ok', 'ok'),
  undoFollowUp: desk('NOT_FOUND', 'NOT_FOUND', 'NOT_FOUND', 'NOT_FOUND', 'NOT_FOUND'),

  // Quick replies: shared ones
  listQuickReplies: desk('ok', 'ok', 'ok', 'ok', 'ok'),
  getQuickReply: desk('ok', 'ok', 'ok', 'ok', 'ok'),
  addQuickReply: desk('FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN', 'ok', 'ok'),
  editQuickReply: desk('FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN', 'ok', 'ok'),
  deleteQuickReply: desk('FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN', 'ok', 'ok'),
  restoreQuickReply: desk('FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN', 'ok', 'ok'),
  useQuickReply: desk('ok', 'ok', 'ok', 'ok', 'ok'),
  uploadQuickReplyFile: desk('ok', 'ok', 'ok', 'ok', 'ok'),
  getQuickReplyFile: desk('ok', 'ok', 'ok', 'ok', 'ok'),
  exportQuickReplies: desk('ok', 'ok', 'ok', 'ok', 'ok'),
  previewQuickReplies: desk('FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN', 'ok', 'ok'),
  importQuickReplies: desk('FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN', 'ok', 'ok'),

  // Channels
  listChannels: desk('FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN', 'ok'),
  addChannel: desk('FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN', 'ok'),
  editChannel: desk('FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN', 'ok'),
  switchChannel: desk('FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN', 'ok'),
  removeChannel: desk('FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN', 'ok'),
  testChannel: desk('FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN', 'ok'),
  listFailedIntakes: desk('FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN', 'ok'),
  putIntakeAside: desk('FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN', 'ok'),
  retryIntake: desk('FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN', 'ok'),

  // Blocked senders
  listAudit: desk('FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN', 'ok', 'ok'),
  listBlockedSenders: desk('FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN', 'ok', 'ok'),
  blockSender: desk('FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN', 'ok', 'ok'),
  setBlockLifted: desk('FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN', 'ok', 'ok'),

  // Settings
  listQueues: desk('ok', 'ok', 'ok', 'ok', 'ok'),
  addQueue: desk('FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN', 'ok'),
  editQueue: desk('FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN', 'ok'),
  listCalendars: desk('ok', 'ok', 'ok', 'ok', 'ok'),
  addCalendar: desk('FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN', 'ok'),
  editCalendar: desk('FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN', 'ok'),
  removeCalendar: desk('FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN', 'ok'),
  listRequestTypes: desk('ok', 'ok', 'ok', 'ok', 'ok'),
  addRequestType: desk('FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN', 'ok'),
  listGroups: desk('ok', 'ok', 'ok', 'ok', 'ok'),
  addGroup: desk('FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN', 'ok'),
  editGroup: desk('FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN', 'ok'),
  listLocations: desk('ok', 'ok', 'ok', 'ok', 'ok'),
  addLocation: desk('FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN', 'ok'),
  editLocation: desk('FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN', 'ok'),
  editRequestType: desk('FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN', 'ok'),
  addOperator: desk('FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN', 'ok'),
  editOperator: desk('FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN', 'ok'),
  listSites: desk('FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN', 'ok'),
  addSite: desk('FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN', 'ok'),
  editSite: desk('FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN', 'ok'),
  listSiteKeys: desk('FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN', 'ok'),
  addSiteKey: desk('FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN', 'ok'),
  revokeSiteKey: desk('FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN', 'ok'),

  // The widget
  openWidget: everybody('ok'),
  startChat: visitors,
  sendWidgetMessage: visitors,
  listWidgetMessages: visitors,
  listEarlierChats: visitors,
  // He has proven nothing.
  listEarlierMessages: { ...visitors, visitor: 'NOT_FOUND' },
  setWidgetMarks: visitors,
  leaveChat: visitors,
  rateChat: visitors,
  leaveMessage: visitors,
  listCallbackSlots: visitors,
  askCallback: visitors,
  openCallbackLink: everybody('ok'),
  moveCallbackByLink: everybody('ok'),
  cancelCallbackByLink: everybody('ok'),
  uploadWidgetFile: visitors,
  getWidgetFile: visitors,
  startCall: visitors,
  getWidgetCall: visitors,
  endWidgetCall: visitors,
  getWidgetCallServers: visitors,
  answerRecording: visitors,
  takeWidgetCallSeat: { ...visitors, visitor: 'NOT_ALLOWED_NOW' },
  signalWidgetCall: { ...visitors, visitor: 'NOT_FOUND' },
  noteWidgetCall: { ...visitors, visitor: 'NOT_ALLOWED_NOW' },
} as const satisfies Record<EndpointName, Row>
