import { useLayoutEffect, type ReactNode } from 'react'
import { useLocation } from 'wouter'
import { useCan, useMe } from '../shared/entities/me.ts'
import { layerKeys } from '../shared/keyboard/layer-keys.ts'
import { regionShortcuts } from '../shared/keyboard/regions.ts'
import { useSingleKeys } from '../shared/keyboard/settings.ts'
import { useShortcuts } from '../shared/keyboard/shortcuts.ts'
import { openMenu } from '../shared/ui/MenuButton.tsx'
import { openFollowUp } from '../shared/workspace/follow-up-dialog.ts'
import { drawerBelow, panesBelow, useLayout } from '../shared/workspace/layout.ts'
import { focusComposer } from '../shared/workspace/open-task.ts'
import { showSnoozed } from '../shared/workspace/show-snoozed.ts'
import type { Shown } from '../shared/workspace/selection.ts'
import { deskKeys, goKeys } from './desk-keys.ts'
import { pages, useDeskAddress, usePage } from './pages.ts'

interface DeskKeysProps {
  shown: Shown
  onAddRequest: () => void
  onHelp: () => void
  onPalette: () => void
  onNotifications: () => void
}

/**
 * What the keys of the whole desk do: actions, the ways between screens and regions. A component that shows nothing,
 * since it listens to much that must not render the desk.
 */
export function DeskKeys({ shown, onAddRequest, onHelp, onPalette, onNotifications }: DeskKeysProps): ReactNode {
  const singleKeys = useMe()?.singleKeys ?? 'on'
  useLayoutEffect(() => useSingleKeys.setState({ mode: singleKeys }), [singleKeys])
  const page = usePage()
  const mayAdd = useCan('requests.create')
  useShortcuts(deskKeys, {
    palette: onPalette,
    addRequest: mayAdd && onAddRequest,
    addTodo: () => openFollowUp({ kind: page === 'deals' ? 'deal' : 'todo', ...(page === null ? shown : {}) }),
    details: page === null && toggleDetails,
    help: onHelp,
  })
  useShortcuts(layerKeys, { ...regionShortcuts, leave: leaveDrawer })
  useGoKeys(onNotifications)
  return null
}

function useGoKeys(onNotifications: () => void): void {
  const [, navigate] = useLocation()
  const desk = useDeskAddress()
  const hasNumbers = useCan('requests.view')
  useShortcuts(goKeys, {
    desk: () => navigate(desk),
    ...Object.fromEntries(pages.map(({ id, path }) => [id, () => navigate(path)])),
    numbers: hasNumbers && (() => navigate('/numbers')),
    snoozed: () => {
      navigate(desk)
      showSnoozed()
    },
    notifications: onNotifications,
    settings: () => openMenu('settings'),
  })
}

function toggleDetails(): void {
  const { showPane, toggleDetails: toggle } = useLayout.getState()
  if (matchMedia(panesBelow).matches) showPane('details')
  else toggle()
}

/** Closes the drawer that is open over the talk. */
function leaveDrawer(): boolean {
  const { areTasksOpen, areDetailsOpen, showTasks, toggleDetails: toggle } = useLayout.getState()
  if (areTasksOpen) showTasks(false)
  else if (areDetailsOpen && matchMedia(drawerBelow).matches) toggle()
  else return false
  focusComposer()
  return true
}
