import type { Attachment } from '@care/contract'
import { newKey } from '@care/client'
import { useState } from 'preact/hooks'
import type { FirstMessage } from '../chat/actions.ts'
import { failureOf, failureText } from '../failure.ts'
import { allowRing } from '../ring.ts'
import type { State } from '../store.ts'
import { Composer } from './Composer.tsx'
import { ContactForm } from './ContactForm.tsx'
import { useWidget } from './context.ts'
import { mayCall } from './Header.tsx'
import { Icon } from './icons.tsx'

/** Before the first message: the form, or straight the composer where the site switched the form off. */
export function StartView({ state }: { state: State }) {
  const { t, start, want } = useWidget()
  const begin = (message: FirstMessage): Promise<void> => {
    allowRing()
    return start(message)
  }
  if (!state.config?.hasPreChat) return <StartComposer state={state} begin={begin} />
  return (
    <ContactForm
      state={state}
      draftKey="start"
      title={t('start.title')}
      lead={t('start.lead')}
      textLabel={t('start.question')}
      sendLabel={t('start.send')}
      hasName
      onSend={begin}
    >
      {mayCall(state, 'start') && (
        <button type="button" class="btn o call-us" onClick={() => want('call')}>
          <Icon name="phone" /> {t('call.button')}
        </button>
      )}
    </ContactForm>
  )
}

function StartComposer({ state, begin }: { state: State; begin: (message: FirstMessage) => Promise<void> }) {
  const { t } = useWidget()
  const [problem, setProblem] = useState('')
  // The same key for each try of this first message: pressing again cannot start two chats.
  const [clientMessageId] = useState(newKey)
  const send = async (text: string, attachments: Attachment[]): Promise<void> => {
    setProblem('')
    try {
      await begin({ ...state.visitor, text, attachments, clientMessageId })
    } catch (error) {
      setProblem(failureText(t, failureOf(error)))
      throw error
    }
  }
  return (
    <>
      <div class="body">
        <h2>{t('start.title')}</h2>
        <p class="ld">{t('start.lead')}</p>
        {problem && (
          <p class="er" role="alert">
            {problem}
          </p>
        )}
      </div>
      <Composer placeholder={t('start.question')} onSend={send} />
      <p class="wf" />
    </>
  )
}
