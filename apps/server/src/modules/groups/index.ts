export { groupsOf, idsOfGroupsOf, membersOf } from './members.ts'
