import { useEffect } from 'react'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { socket } from '../../shared/realtime/connection.ts'
import { showToast } from '../../shared/ui/toast.tsx'
import { presenceWord } from '../../shared/words/presence.ts'

/** Says who has changed one's presence, where it was not oneself. */
export function useSetByOther(): void {
  const t = useT()
  useEffect(
    () =>
      socket.on('presence.setByOther', ({ by, shown }) =>
        showToast(t('presence.setByOther', { name: by.name, state: presenceWord(t, shown, null) })),
      ),
    [t],
  )
}
