import { useQueryClient } from '@tanstack/react-query'
import { useEffect, type ReactNode } from 'react'
import { requestQuery } from '../../shared/entities/request.ts'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { notify } from '../../shared/notify/desktop-notification.ts'
import { useIsLeader } from '../../shared/notify/leader.ts'
import { tick } from '../../shared/notify/sound.ts'
import { showToast } from '../../shared/ui/toast.tsx'
import { useSelection } from '../../shared/workspace/selection.ts'
import { useSnoozeOver } from './over.ts'

/** Says that something is back from snooze: a toast in every tab, a tick and a desktop notification in one. */
export function SnoozeReminder(): ReactNode {
  const t = useT()
  const client = useQueryClient()
  const isLeader = useIsLeader((state) => state.isLeader)
  const over = useSnoozeOver((state) => state.over)
  useEffect(() => {
    if (!over) return
    useSnoozeOver.setState({ over: null })
    const say = (title: string): void => {
      const text = t(over.why === 'answer' ? 'snooze.answered' : 'snooze.over', { title })
      showToast(text)
      if (!isLeader) return
      tick()
      const onClick = (): void => useSelection.getState().viewRequestAlone(over)
      notify({ title: text, body: '', tag: `snooze-${over.requestId}`, onClick })
    }
    client.fetchQuery(requestQuery(over.requestId)).then(
      ({ title }) => say(title),
      // It may have been handed to somebody else meanwhile.
      () => undefined,
    )
  }, [over, client, isLeader, t])
  return null
}
