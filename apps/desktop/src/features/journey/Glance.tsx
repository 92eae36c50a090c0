import { useEffect, useRef, useState, type ReactNode, type RefObject } from 'react'
import { createPortal } from 'react-dom'
import { useFormat } from '../../shared/i18n/useFormat.ts'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { localName } from '../../shared/words/local-name.ts'
import { useFirstLines } from './api.ts'
import styles from './journey.module.css'
import type { JourneyRow } from './rows.ts'

const restMs = 350
const width = 300

export interface GlanceAt {
  row: JourneyRow
  element: HTMLElement
}

/** Which row the pointer or the focus rests on; nothing while something is dragged or a menu is open. */
export function useGlance(isOff: boolean): {
  glance: GlanceAt | null
  rest: (row: JourneyRow, element: HTMLElement) => void
  leave: () => void
} {
  const [glance, setGlance] = useState<GlanceAt | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const leave = (): void => {
    clearTimeout(timer.current)
    setGlance(null)
  }
  const rest = (row: JourneyRow, element: HTMLElement): void => {
    clearTimeout(timer.current)
    timer.current = setTimeout(() => setGlance({ row, element }), restMs)
  }
  useEffect(() => () => clearTimeout(timer.current), [])
  useEffect(() => {
    if (!glance) return
    const close = (event: Event): void => {
      if (event instanceof KeyboardEvent && event.key !== 'Escape') return
      setGlance(null)
    }
    // It stands beside a place that has moved away.
    addEventListener('scroll', close, true)
    document.addEventListener('keydown', close)
    return () => {
      removeEventListener('scroll', close, true)
      document.removeEventListener('keydown', close)
    }
  }, [glance])
  return { glance: isOff ? null : glance, rest, leave }
}

export const glanceId = 'journey-glance'

/** What a line of the journey is about, before it is opened or even accepted: first lines, who, when, stage, outcome (row J1). */
export function Glance({ at }: { at: GlanceAt }): ReactNode {
  const t = useT()
  const format = useFormat()
  const card = useRef<HTMLDivElement>(null)
  const { row } = at
  const place = usePlace(at, card)
  const { request } = row
  const activity = row.kind === 'activity' ? row.activity : null
  const lines = useFirstLines(activity && request?.canSee ? activity.id : null).data?.items ?? []
  const when = row.kind === 'activity' ? row.activity.at : row.kind === 'other' ? row.item.at : row.request.createdAt
  const who =
    row.kind === 'activity'
      ? row.activity.operator?.name
      : row.kind === 'other' && row.item.kind !== 'rating'
        ? row.item.owner?.name
        : undefined
  return createPortal(
    <div ref={card} id={glanceId} role="tooltip" className={styles.glance} style={place}>
      {request && (
        <b className="ell" dir="auto">
          REQ-{request.number} {request.canSee ? request.title : t('journey.hidden')}
        </b>
      )}
      {row.kind === 'other' && row.item.kind === 'rating' && row.item.comment !== '' && (
        <p dir="auto">{row.item.comment}</p>
      )}
      {lines.map((line) => (
        <p key={line.id} data-by={line.author.kind} dir="auto">
          {line.text}
        </p>
      ))}
      <small>
        {who === undefined
          ? format.dateTime(when)
          : t('journey.glanceLine', { time: format.dateTime(when), name: who })}
        {activity && activity.endedAt !== null && ` · ${format.duration(activity.endedAt - activity.at)}`}
      </small>
      {request && (
        <small>
          {[request.stageName, request.outcomeName]
            .flatMap((name) => (name ? localName(name, t.language) : []))
            .join(' · ')}
        </small>
      )}
    </div>,
    document.body,
  )
}

/** Left of the row where there is room, else below it; never over the edge of the window. */
function usePlace(
  { element }: GlanceAt,
  card: RefObject<HTMLElement | null>,
): { left: number; top: number; width: number } {
  const [height, setHeight] = useState(120)
  useEffect(() => {
    const node = card.current
    if (!node) return
    const observer = new ResizeObserver(() => setHeight(node.offsetHeight))
    observer.observe(node)
    return () => observer.disconnect()
  }, [card])
  const { left, top, bottom } = element.getBoundingClientRect()
  const isBeside = left > width + 16
  return {
    width: Math.min(width, innerWidth - 16),
    left: isBeside ? left - width - 8 : Math.max(8, Math.min(left, innerWidth - width - 8)),
    top: Math.max(8, Math.min(isBeside ? top : bottom + 4, innerHeight - height - 8)),
  }
}
