import type { Priority } from '@care/domain'
import type { DesktopT } from '@care/i18n/desktop'

export const priorityWord = (t: DesktopT, priority: Priority): string => t(`request.priorities.${priority}`)
