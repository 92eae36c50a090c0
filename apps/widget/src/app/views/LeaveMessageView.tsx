import { formatDayTime } from '@care/i18n/format'
import { useState } from 'preact/hooks'
import type { State } from '../store.ts'
import { ContactForm } from './ContactForm.tsx'
import { useWidget } from './context.ts'

/** Nobody is there, or the visitor would rather not wait: a message that is answered by email. */
export function LeaveMessageView({ state }: { state: State }) {
  const { t, leaveMessage, want } = useWidget()
  const [sentFrom, setSentFrom] = useState('')
  const opensAt = state.config?.opensAt
  if (sentFrom)
    return (
      <output class="body mid">
        <h2>{t('leave.done')}</h2>
        <p class="ld">{t('leave.doneLead', { email: sentFrom })}</p>
        <button type="button" class="btn o" onClick={() => setSentFrom('')}>
          {t('leave.another')}
        </button>
        {state.config?.isOnline && (
          <button type="button" class="btn o" onClick={() => want('newChat')}>
            {t('rating.newChat')}
          </button>
        )}
      </output>
    )
  return (
    <ContactForm
      state={state}
      draftKey="leave"
      title={t('leave.title')}
      lead={opensAt ? t('leave.leadClosed', { time: formatDayTime(t.language, opensAt) }) : t('leave.lead')}
      textLabel={t('composer.message')}
      sendLabel={t('leave.send')}
      hasFiles
      onSend={async (message) => {
        await leaveMessage(message)
        setSentFrom(message.email)
      }}
    >
      <button type="button" class="btn o" onClick={() => want('callback')}>
        {t('waiting.callback')}
      </button>
      {state.chat?.state === 'waiting' && (
        <button type="button" class="btn o" onClick={() => want('chat')}>
          {t('leave.back')}
        </button>
      )}
    </ContactForm>
  )
}
