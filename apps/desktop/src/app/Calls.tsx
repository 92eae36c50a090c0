import { useQuery } from '@tanstack/react-query'
import { useEffect, useState, type ComponentType, type ReactNode } from 'react'
import { tasksQuery } from '../features/tasks/api.ts'
import { useCan } from '../shared/entities/me.ts'
import { useT } from '../shared/i18n/I18nProvider.tsx'
import { onceFetched } from '../shared/ui/on-demand.tsx'

const host = onceFetched<{ isDesk: boolean }>(() =>
  import('../features/calls/CallHost.tsx').then((file) => file.CallHost),
)
const afterDeskMs = 2_000
const tryAgainMs = 5_000

/** What a call needs, fetched at once when there is one among the tasks, else when the desk stands. */
export function Calls({ isDesk }: { isDesk: boolean }): ReactNode {
  const mayTalk = useCan('tasks.handle')
  const { data } = useQuery({ ...tasksQuery, enabled: mayTalk })
  const hasCall = data?.items.some(({ medium }) => medium === 'call') ?? false
  const t = useT()
  const [tries, setTries] = useState(0)
  const [Part, setPart] = useState<ComponentType<{ isDesk: boolean }> | null>(() => host.ready(t))
  useEffect(() => {
    if (Part || !mayTalk) return
    const pause = tries === 0 ? afterDeskMs : tryAgainMs
    const timer = setTimeout(
      () =>
        void host.fetchFor(t).then(
          (fetched) => setPart(() => fetched),
          () => setTries(tries + 1),
        ),
      hasCall && tries === 0 ? 0 : pause,
    )
    return () => clearTimeout(timer)
  }, [t, tries, Part, mayTalk, hasCall])
  return Part && <Part isDesk={isDesk} />
}
