import { useId, useState } from 'preact/hooks'
import { useWidget } from './context.ts'
import { Icon } from './icons.tsx'

export interface TextFieldProps {
  label: string
  value: string
  onInput: (text: string) => void
  isEmail?: boolean
  autocomplete?: 'name' | 'email'
  isLong?: boolean
  isNeeded?: boolean
  limit?: number
  problem?: string | undefined
}

/** A labelled field; a long one tells how much room is left when it gets near the limit. */
export function TextField(props: TextFieldProps) {
  const { t } = useWidget()
  const id = useId()
  const [length, setLength] = useState(props.value.length)
  const limit = props.limit ?? Number.POSITIVE_INFINITY
  const problem = length > limit ? t('field.tooLong', { n: length, limit }) : props.problem
  const shared = {
    id,
    class: problem ? 'bad' : '',
    defaultValue: props.value,
    dir: 'auto',
    'aria-invalid': problem ? true : undefined,
    'aria-required': props.isNeeded,
    'aria-describedby': `${id}e`,
    onInput: (event: Event) => {
      const { value } = event.currentTarget as HTMLInputElement | HTMLTextAreaElement
      setLength(value.length)
      props.onInput(value)
    },
  } as const
  return (
    <div class="fld">
      <label for={id}>{props.label}</label>
      {props.isLong ? (
        <textarea {...shared} rows={3} />
      ) : (
        <input
          {...shared}
          type={props.isEmail ? 'email' : 'text'}
          autocomplete={props.autocomplete ?? 'on'}
          list={undefined}
        />
      )}
      <p id={`${id}e`} class={problem ? 'er' : 'hint'} aria-live="polite">
        {problem ? (
          <>
            <Icon name="alert" />
            {problem}
          </>
        ) : length > limit * 0.9 ? (
          t('field.counter', { n: length, limit })
        ) : (
          ''
        )}
      </p>
    </div>
  )
}
