import type { CallbackSlot } from '@care/contract'
import { formatDate, formatTime } from '@care/i18n/format'
import type { WidgetT } from '@care/i18n/widget'
import { useId } from 'preact/hooks'

interface Props {
  t: WidgetT
  slots: readonly CallbackSlot[]
  value: number | null
  onPick: (from: number) => void
}

/** From when to when, in the zone of who looks. */
export const slotText = ({ language }: WidgetT, { from, to }: CallbackSlot): string =>
  `${formatDate(language, from)}, ${formatTime(language, from)} – ${formatTime(language, to)}`

/** Free times by day, in the zone of who looks. */
export function SlotField({ t, slots, value, onPick }: Props) {
  const id = useId()
  const days = Map.groupBy(slots, ({ from }) => formatDate(t.language, from))
  return (
    <div class="fld">
      <label for={id}>{t('callback.time')}</label>
      <select id={id} value={value ?? ''} onChange={(event) => onPick(Number(event.currentTarget.value))}>
        {[...days].map(([day, ofDay]) => (
          <optgroup key={day} label={day}>
            {ofDay.map((slot) => (
              <option key={slot.from} value={slot.from}>
                {slotText(t, slot)}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
    </div>
  )
}
