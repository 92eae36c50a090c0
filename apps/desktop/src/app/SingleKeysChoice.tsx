import { useMutation, useQueryClient } from '@tanstack/react-query'
import { singleKeyModes, type SingleKeys } from '@care/domain'
import { useState, type ReactNode } from 'react'
import { call } from '../shared/api/client.ts'
import { patchMe, useMe } from '../shared/entities/me.ts'
import { errorText } from '../shared/error-text.ts'
import { useT } from '../shared/i18n/I18nProvider.tsx'
import { showToast } from '../shared/ui/toast.tsx'
import styles from './shortcuts.module.css'

/** How letters alone act, kept with the person's other settings (WCAG 2.1.4). */
export function SingleKeysChoice(): ReactNode {
  const t = useT()
  const client = useQueryClient()
  const saved = useMe()?.singleKeys ?? 'on'
  /** What was just clicked shows in the same frame; the shared cache follows a moment later. */
  const [clicked, setClicked] = useState<SingleKeys | null>(null)
  const put = (singleKeys: SingleKeys): void => patchMe(client, (me) => ({ ...me, singleKeys }))
  const choose = useMutation({
    mutationFn: (singleKeys: SingleKeys) => call('changeMe', { body: { singleKeys } }),
    onMutate: (singleKeys) => {
      const before = saved
      put(singleKeys)
      return { before }
    },
    // A read that was under way may have brought the old one back.
    onSuccess: ({ singleKeys }) => put(singleKeys),
    onError: (error, _, context) => {
      if (context) put(context.before)
      showToast(errorText(t, error))
    },
  })
  const mode = clicked ?? saved
  const click = (one: SingleKeys): void => {
    setClicked(one)
    choose.mutate(one, { onSettled: () => setClicked(null) })
  }
  const words: Record<SingleKeys, string> = {
    on: t('keys.singleOn'),
    alt: t('keys.singleAlt'),
    off: t('keys.singleOff'),
  }
  return (
    <fieldset className={styles.choice}>
      <legend>{t('keys.single')}</legend>
      {singleKeyModes.map((one) => (
        <label key={one}>
          <input type="radio" name="single-keys" checked={mode === one} onChange={() => click(one)} /> {words[one]}
        </label>
      ))}
    </fieldset>
  )
}
