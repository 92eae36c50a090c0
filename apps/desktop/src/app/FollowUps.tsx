import { useEffect, useState, type ComponentType, type ReactNode } from 'react'
import { useT } from '../shared/i18n/I18nProvider.tsx'
import { onceFetched, onDemand } from '../shared/ui/on-demand.tsx'
import { openFollowUp, useFollowUpDialog, type FollowUpDialog } from '../shared/workspace/follow-up-dialog.ts'

const Dialogs = onDemand<{ dialog: FollowUpDialog; onClose: () => void }>(() =>
  import('./FollowUpDialogs.tsx').then((file) => file.FollowUpDialogs),
)
const reminders = onceFetched(() =>
  import('../features/follow-ups/todos/TodoReminders.tsx').then((file) => file.TodoReminders),
)
const tryAgainMs = 5_000
const close = (): void => openFollowUp(null)

/** Dialogs of to-dos and deals, wherever they are opened, and reminders once the desk stands. */
export function FollowUps(): ReactNode {
  const dialog = useFollowUpDialog((state) => state.dialog)
  return (
    <>
      <Reminders />
      {dialog && <Dialogs dialog={dialog} onClose={close} />}
    </>
  )
}

/** The code of reminders, fetched once the desk stands; nobody asked for it, so nobody is told when it does not come at once. */
function Reminders(): ReactNode {
  const t = useT()
  const [tries, setTries] = useState(0)
  const [Part, setPart] = useState<ComponentType | null>(() => reminders.ready(t))
  useEffect(() => {
    if (Part) return
    const timer = setTimeout(
      () =>
        void reminders.fetchFor(t).then(
          (fetched) => setPart(() => fetched),
          () => setTries(tries + 1),
        ),
      tries === 0 ? 2_000 : tryAgainMs,
    )
    return () => clearTimeout(timer)
  }, [t, tries, Part])
  return Part && <Part />
}
