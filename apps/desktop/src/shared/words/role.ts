import type { Role } from '@care/domain'
import type { DesktopT } from '@care/i18n/desktop'

/** What a role is called. */
export const roleWord = (t: DesktopT, role: Role): string =>
  ({
    operator: t('auth.roleOperator'),
    dispatcher: t('auth.roleDispatcher'),
    supervisor: t('auth.roleSupervisor'),
    admin: t('auth.roleAdmin'),
  })[role]
