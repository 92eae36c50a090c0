import type { CallbackSlot, LinkedCallback } from '@care/contract'
import { useCallback, useEffect, useState } from 'preact/hooks'
import { failureWords, type FailureWords } from '../../callback/failure-words.ts'
import { ManageCallback } from '../../callback/ManageCallback.tsx'
import { SlotField } from '../../callback/SlotField.tsx'
import { repeating } from '../chat/actions.ts'
import type { State } from '../store.ts'
import { useWidget } from './context.ts'
import { TextField } from './Field.tsx'

interface Asked {
  token: string
  callback: LinkedCallback
}

/** Closed, or too long a wait: number and time of a call back, then its confirmation with a way to change it (row K4). */
export function CallbackView({ state }: { state: State }) {
  const { t, api, want } = useWidget()
  const [asked, setAsked] = useState<Asked | null>(null)
  if (!asked) return <AskForm state={state} onAsked={setAsked} />
  const address = `${location.origin}/callback#${asked.token}`
  return (
    <>
      <ManageCallback t={t} call={api.call} token={asked.token} known={asked.callback} />
      <div class="alt">
        <span>{t('callback.keep')}</span>
        <a href={address} target="_blank" rel="noopener noreferrer">
          {t('callback.pageTitle')}
        </a>
        <button type="button" class="link" onClick={() => want('chat')}>
          {t('callback.back')}
        </button>
      </div>
    </>
  )
}

function AskForm({ state, onAsked }: { state: State; onAsked: (asked: Asked) => void }) {
  const { t, api, want, leave } = useWidget()
  const [slots, setSlots] = useState<CallbackSlot[] | null>(null)
  const [from, setFrom] = useState<number | null>(null)
  const [phone, setPhone] = useState('')
  const [problem, setProblem] = useState<FailureWords | 'field.needed' | null>(null)
  const [isBusy, setBusy] = useState(false)
  const load = useCallback(async (): Promise<void> => {
    try {
      const { items } = await repeating(() => api.call('listCallbackSlots'))
      setSlots(items)
      setFrom(items[0]?.from ?? null)
    } catch (error) {
      setProblem(failureWords(error))
    }
  }, [api])
  useEffect(() => void load(), [load])
  const submit = async (event: Event): Promise<void> => {
    event.preventDefault()
    if (isBusy || from === null) return
    if (phone.trim() === '') return setProblem('field.needed')
    setBusy(true)
    setProblem(null)
    try {
      const { timeZone } = Intl.DateTimeFormat().resolvedOptions()
      const asked = await repeating(() => api.call('askCallback', { body: { phone, from, timeZone } }))
      // He waits for the call now and not in the line.
      if (state.chat?.state === 'waiting') await leave()
      onAsked(asked)
    } catch (error) {
      const words = failureWords(error)
      setProblem(words)
      setBusy(false)
      if (words === 'callback.taken') await load()
    }
  }
  const isPhoneProblem = problem === 'callback.phoneBad' || problem === 'field.needed'
  return (
    <form class="body" noValidate onSubmit={(event) => void submit(event)}>
      <h2>{t('callback.title')}</h2>
      <p class="ld">{t('callback.lead')}</p>
      <TextField
        label={t('callback.phone')}
        isNeeded
        limit={50}
        value={phone}
        problem={isPhoneProblem ? t(problem) : undefined}
        onInput={setPhone}
      />
      {slots?.length === 0 && <p class="ld">{t('callback.none')}</p>}
      {slots && from !== null && <SlotField t={t} slots={slots} value={from} onPick={setFrom} />}
      <div class="end">
        {problem && !isPhoneProblem && (
          <p class="er" role="alert">
            {t(problem)}
          </p>
        )}
        <button type="submit" class="btn" aria-busy={isBusy} disabled={from === null}>
          {t('callback.ask')}
        </button>
        <button type="button" class="btn o" onClick={() => want('chat')}>
          {t('callback.back')}
        </button>
      </div>
    </form>
  )
}
