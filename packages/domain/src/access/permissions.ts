/** Every single permission, with what it allows. Settings and route checks follow from this list. */
export const permissions = {
  'tasks.handle': 'Be offered tasks, accept and answer them',
  'requests.view': 'See requests of own queues and own assignments',
  'requests.viewAll': 'See all requests',
  'requests.create': 'Add requests',
  'requests.edit': 'Change requests one is in charge of',
  'requests.editAll': 'Change every request and activity',
  'requests.close': 'Close requests with an outcome',
  'requests.assign': 'Give requests and tasks to others and take them back',
  'customers.view': 'See customers and their journeys',
  'customers.edit': 'Add and change customers',
  'followUps.viewAll': 'See lists of to-dos and deals of others',
  'followUps.editAll': 'Change to-dos and deals of others',
  'comments.write': 'Write comments',
  'queues.view': 'Watch the live queues',
  'operators.view': 'See operators and their presence',
  'operators.managePresence': 'Change the presence of others',
  'numbers.viewAll': 'See the figures of every operator',
  'settings.requestTypes': 'Set up request types, workflows and outcomes',
  'settings.locations': 'Set up locations',
  'settings.queues': 'Set up queues',
  'settings.groups': 'Set up groups of operators',
  'settings.operators': 'Set up operators and roles',
  'settings.customerFields': 'Define own fields of customers',
  'settings.sites': 'Set up sites with the chat widget',
  'settings.channels': 'Set up channels: mailboxes, phones, messengers',
  'settings.quickReplies': 'Set up the quick replies that all share',
  'views.share': 'Share views of requests with everybody, and take over those of others',
  'macros.share': 'Share macros with everybody',
  'senders.block': 'See who is blocked as spam, block and lift blocks',
  'recordings.listen': 'Listen to the recordings of all calls one sees',
  'audit.view': 'Read the audit log',
} as const

export type Permission = keyof typeof permissions

/** The built-in roles, least powerful first. */
export const roles = ['operator', 'dispatcher', 'supervisor', 'admin'] as const

export type Role = (typeof roles)[number]

const all = Object.keys(permissions) as Permission[]

const operator: readonly Permission[] = [
  'tasks.handle',
  'requests.view',
  'requests.create',
  'requests.edit',
  'requests.close',
  'customers.view',
  'customers.edit',
  'comments.write',
  'queues.view',
  'operators.view',
]

/** What each built-in role may do. A dispatcher distributes work and is never offered any. */
export const rolePermissions: Readonly<Record<Role, readonly Permission[]>> = {
  operator,
  dispatcher: [
    ...operator.filter((permission) => permission !== 'tasks.handle'),
    'requests.viewAll',
    'requests.editAll',
    'requests.assign',
    'views.share',
    'followUps.viewAll',
    'followUps.editAll',
  ],
  supervisor: all.filter((permission) => !permission.startsWith('settings.') || permission === 'settings.quickReplies'),
  admin: all,
}

/** The built-in roles that may do it. */
export const rolesWith = (permission: Permission): Role[] =>
  roles.filter((role) => rolePermissions[role].includes(permission))

/** The permissions of a built-in role, ready for `has`. */
export function permissionsOf(role: Role): ReadonlySet<Permission> {
  return new Set(rolePermissions[role])
}
