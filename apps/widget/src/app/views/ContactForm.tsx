import { newKey } from '@care/client'
import type { ComponentChildren } from 'preact'
import { useRef, useState } from 'preact/hooks'
import type { FirstMessage } from '../chat/actions.ts'
import { failureOf, failureText } from '../failure.ts'
import { getJson, setJson } from '../storage.ts'
import type { State } from '../store.ts'
import { useWidget } from './context.ts'
import { FileButton, FileChips } from './Files.tsx'
import { TextField } from './Field.tsx'
import { useUploads } from './useUploads.ts'

const nameLimit = 200
const isEmail = (text: string): boolean => text.length <= 254 && /^[^\s@]+@[^\s@]+\.[^\s@.]{2,}$/.test(text)

type Problems = Partial<Record<'name' | 'email' | 'text' | 'all', string>>
type Draft = Omit<FirstMessage, 'attachments'>

interface Props {
  state: State
  /** Where the half-filled form is kept over a reload. */
  draftKey: string
  title: string
  lead: string
  textLabel: string
  sendLabel: string
  hasName?: boolean
  hasFiles?: boolean
  onSend: (message: FirstMessage) => Promise<void>
  children?: ComponentChildren
}

/** Name, email and text: for the first message of a chat and for one that is left out of hours. */
export function ContactForm(props: Props) {
  const { t, storage } = useWidget()
  const { config, visitor } = props.state
  const limit = config?.maxMessageLength ?? 20_000
  // The id is kept with the draft, so that sending again after a reload cannot make a second message.
  const [draft, setDraft] = useState<Draft>(() => ({
    ...visitor,
    text: '',
    clientMessageId: newKey(),
    ...getJson<Draft>(storage, props.draftKey),
  }))
  const uploads = useUploads(config?.maxAttachmentBytes ?? 0)
  const [problems, setProblems] = useState<Problems>({})
  const [isBusy, setBusy] = useState(false)
  const formRef = useRef<HTMLFormElement>(null)

  const change = (part: Partial<Draft>): void =>
    setDraft((known) => {
      const next = { ...known, ...part }
      setJson(storage, props.draftKey, next)
      return next
    })
  const check = (): Problems => {
    const { name, email, text } = draft
    const found: Problems = {}
    if (props.hasName && name.trim() === '') found.name = t('field.needed')
    if (!isEmail(email.trim())) found.email = email.trim() ? t('field.email') : t('field.needed')
    if (text.trim() === '') found.text = t('field.needed')
    if (text.length > limit || name.length > nameLimit) found.all = ''
    return found
  }
  const submit = async (event: Event): Promise<void> => {
    event.preventDefault()
    if (isBusy) return
    const found = check()
    setProblems(found)
    if (Object.keys(found).length > 0 || uploads.isBusy) {
      setTimeout(() => formRef.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus())
      return
    }
    setBusy(true)
    try {
      const { name, email, text, clientMessageId } = draft
      await props.onSend({
        name: name.trim(),
        email: email.trim(),
        text: text.trim(),
        clientMessageId,
        attachments: uploads.ready,
      })
      storage.remove(props.draftKey)
    } catch (error) {
      setProblems({ all: failureText(t, failureOf(error)) })
      setBusy(false)
    }
  }
  const { name, email, text } = draft
  return (
    <form class="body" ref={formRef} onSubmit={(event) => void submit(event)} noValidate>
      <h2>{props.title}</h2>
      <p class="ld">{props.lead}</p>
      {props.hasName && (
        <TextField
          label={t('start.name')}
          autocomplete="name"
          isNeeded
          limit={nameLimit}
          value={name}
          problem={problems.name}
          onInput={(value) => change({ name: value })}
        />
      )}
      <TextField
        label={t('start.email')}
        isEmail
        autocomplete="email"
        isNeeded
        value={email}
        problem={problems.email}
        onInput={(value) => change({ email: value })}
      />
      <TextField
        label={props.textLabel}
        isLong
        isNeeded
        limit={limit}
        value={text}
        problem={problems.text}
        onInput={(value) => change({ text: value })}
      />
      {props.hasFiles && (
        <>
          <FileChips uploads={uploads} />
          <FileButton uploads={uploads} isWide />
        </>
      )}
      <div class="end">
        {problems.all && (
          <p class="er" role="alert">
            {problems.all}
          </p>
        )}
        <button type="submit" class="btn" aria-busy={isBusy}>
          {props.sendLabel}
        </button>
        {props.children}
      </div>
    </form>
  )
}
