import type { LinkedCallback } from '@care/contract'
import type { WidgetT } from '@care/i18n/widget'
import { useCallback, useEffect, useState } from 'preact/hooks'
import type { WidgetCaller } from '../app/api.ts'
import { type FailureWords, failureWords } from './failure-words.ts'
import { SlotField, slotText } from './SlotField.tsx'

interface Props {
  t: WidgetT
  call: WidgetCaller['call']
  token: string
  known?: LinkedCallback
}

/** The customer's call back by its link: when we call, another time, or none. */
export function ManageCallback({ t, call, token, known }: Props) {
  const [callback, setCallback] = useState<LinkedCallback | null>(known ?? null)
  const [problem, setProblem] = useState<FailureWords | null>(null)
  const [isBusy, setBusy] = useState(false)
  const run = useCallback(
    async (action: () => Promise<LinkedCallback>): Promise<void> => {
      setBusy(true)
      setProblem(null)
      try {
        setCallback(await action())
      } catch (error) {
        const words = failureWords(error)
        setProblem(words)
        // It is no longer as it is shown: rung, over, or its times are others'.
        if (words.startsWith('callback.'))
          await call('openCallbackLink', { body: { token } }).then(setCallback, () => undefined)
      }
      setBusy(false)
    },
    [call, token],
  )
  const isKnown = known !== undefined
  useEffect(() => {
    if (!isKnown) void run(() => call('openCallbackLink', { body: { token } }))
  }, [isKnown, run, call, token])
  return (
    <div class="body mid">
      <output>{callback && <State t={t} callback={callback} />}</output>
      {problem && (
        <p class="er" role="alert">
          {t(problem === 'errors.gone' ? 'callback.gone' : problem)}
        </p>
      )}
      {callback?.canChange && (
        <Changes
          key={callback.slot.from}
          t={t}
          callback={callback}
          isBusy={isBusy}
          onMove={(from) => void run(() => call('moveCallbackByLink', { body: { token, from } }))}
          onCancel={() => void run(() => call('cancelCallbackByLink', { body: { token } }))}
        />
      )}
    </div>
  )
}

function State({ t, callback }: { t: WidgetT; callback: LinkedCallback }) {
  const { state, slot, maskedPhone } = callback
  if (state !== 'planned') return <h2>{t(`callback.${state}`)}</h2>
  return (
    <>
      <h2>{t('callback.done', { time: slotText(t, slot) })}</h2>
      <p class="ld">{t('callback.to', { phone: maskedPhone })}</p>
    </>
  )
}

interface ChangesProps {
  t: WidgetT
  callback: LinkedCallback
  isBusy: boolean
  onMove: (from: number) => void
  onCancel: () => void
}

function Changes({ t, callback: { slots, slot }, isBusy, onMove, onCancel }: ChangesProps) {
  const others = slots.filter(({ from }) => from !== slot.from)
  const [from, setFrom] = useState(others[0]?.from ?? null)
  return (
    <>
      {from !== null && (
        <>
          <SlotField t={t} slots={others} value={from} onPick={setFrom} />
          <button type="button" class="btn" disabled={isBusy} onClick={() => onMove(from)}>
            {t('callback.move')}
          </button>
        </>
      )}
      <button type="button" class="btn o" disabled={isBusy} onClick={onCancel}>
        {t('callback.cancel')}
      </button>
    </>
  )
}
