import { openMenu } from '../../shared/ui/MenuButton.tsx'

/** Name of the menu of one waiting task, by which an alert opens it. */
export const menuOf = (activityId: string): string => `assign-${activityId}`

/** Opens a task's menu; `reveal` first takes away what may hide its row. */
export function openMenuOf(activityId: string, reveal: () => void): void {
  if (openMenu(menuOf(activityId))) return
  reveal()
  requestAnimationFrame(() => openMenu(menuOf(activityId)))
}
