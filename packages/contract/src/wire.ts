/** What user interfaces need at run time: no zod in here, it would weigh more than the whole widget. */
export { languages, type Language } from './languages.ts'
export {
  type CallLevel,
  type CallSample,
  levelAtFirst,
  rateCall,
  settleLevel,
  type ShownLevel,
} from '@care/domain/calls'
export { readable } from '@care/domain/colour'
export { joinableRooms, namespaces, room, type JoinableRoom } from './realtime/rooms.ts'
export { deskRoutes, widgetRoutes, type Route, type RouteTable } from './routes.ts'
