import { mediumIds, type Medium } from '@care/domain'
import type { Presence } from '@care/contract'
import Divider from '@mui/material/Divider'
import Menu from '@mui/material/Menu'
import MenuItem from '@mui/material/MenuItem'
import { BellOff, Check, ChevronDown } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { useDoNotDisturb } from '../../shared/entities/do-not-disturb.ts'
import { useMe } from '../../shared/entities/me.ts'
import { useTick } from '../../shared/hooks/useTick.ts'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { useFormat } from '../../shared/i18n/useFormat.ts'
import { useCommands } from '../../shared/keyboard/commands.ts'
import { Avatar } from '../../shared/ui/Avatar.tsx'
import { MediumIcon } from '../../shared/ui/MediumIcon.tsx'
import { mediumWord } from '../../shared/words/medium.ts'
import { useSetPresence, type PresenceChoice } from './api.ts'
import styles from './presence.module.css'
import { choosableReasons, presenceColour, presenceWord, reasonWord } from '../../shared/words/presence.ts'

/** Who I am, what I am and how much I have; opens the menu of presences. */
export function PresenceButton(): ReactNode {
  const t = useT()
  const me = useMe()
  const setPresence = useSetPresence()
  const setDoNotDisturb = useDoNotDisturb()
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  const choose = (choice: PresenceChoice): void => {
    setAnchor(null)
    setPresence.mutate(choice)
  }
  useCommands(() =>
    [
      { chosen: 'available' as const, awayReason: null, word: t('presence.available') },
      { chosen: 'busy' as const, awayReason: null, word: t('presence.busyLong') },
      ...choosableReasons.map((awayReason) => ({
        chosen: 'away' as const,
        awayReason,
        word: reasonWord(t, awayReason),
      })),
    ].map(({ word, ...choice }) => ({
      id: `presence ${choice.awayReason ?? choice.chosen}`,
      group: t('presence.menu'),
      label: word,
      run: () => choose(choice),
    })),
  )
  if (!me) return null
  const { presence } = me
  const isDoNotDisturb = presence.doNotDisturb !== null
  const word = presenceWord(t, presence.shown, presence.awayReason, isDoNotDisturb)
  const load = loadOf(presence)
  const loadWords = load.map(([medium, { taken, places }]) =>
    t('presence.load', { medium: mediumWord(t, medium), taken, places }),
  )
  return (
    <>
      <button
        type="button"
        className={styles.button}
        aria-label={[me.name, word, ...loadWords].join(', ')}
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        <Avatar id={me.id} name={me.name} dot={presenceColour[presence.shown]} />
        <span className={styles.who}>
          <span className={`ell ${styles.name}`}>{me.name}</span>{' '}
          <span className={styles.state}>
            <span className="ell">{word}</span>
            <Since at={presence.since} />
            <ChevronDown size={12} aria-hidden="true" />
          </span>
        </span>
        <LoadDots load={load} />
      </button>
      <Menu
        anchorEl={anchor}
        open={anchor !== null}
        onClose={() => setAnchor(null)}
        anchorOrigin={{ vertical: 'top', horizontal: 'left' }}
        transformOrigin={{ vertical: 'bottom', horizontal: 'left' }}
        slotProps={{ list: { 'aria-label': t('presence.menu') }, paper: { sx: { width: anchor?.offsetWidth ?? 276 } } }}
      >
        <Choice
          isChosen={presence.chosen === 'available'}
          colour={presenceColour.available}
          word={t('presence.available')}
          since={presence.since}
          onChoose={() => choose({ chosen: 'available', awayReason: null })}
        />
        <Choice
          isChosen={presence.chosen === 'busy'}
          colour={presenceColour.busy}
          word={t('presence.busyLong')}
          since={presence.since}
          onChoose={() => choose({ chosen: 'busy', awayReason: null })}
        />
        <DoNotDisturbChoice
          isOn={isDoNotDisturb}
          onChoose={() => {
            setAnchor(null)
            setDoNotDisturb.mutate({ isOn: !isDoNotDisturb, until: null })
          }}
        />
        <Divider />
        {choosableReasons.map((reason) => (
          <Choice
            key={reason}
            isChosen={presence.chosen === 'away' && presence.awayReason === reason}
            colour={presenceColour.away}
            word={reasonWord(t, reason)}
            since={presence.since}
            onChoose={() => choose({ chosen: 'away', awayReason: reason })}
          />
        ))}
      </Menu>
    </>
  )
}

type Load = [Medium, { taken: number; places: number }][]

/** Media that the operator takes at all, in the order of the table of media; others would only be noise. */
function loadOf(presence: Presence): Load {
  return mediumIds.flatMap((medium) => {
    const load = presence.load[medium]
    return load && (load.places > 0 || load.taken > 0) && (load.taken > 0 || medium === 'chat' || medium === 'call')
      ? [[medium, load]]
      : []
  }) as Load
}

const mostPips = 8

function LoadDots({ load }: { load: Load }): ReactNode {
  return (
    <span className={styles.load} aria-hidden="true">
      {load.slice(0, 2).map(([medium, { taken, places }]) => (
        <LoadRow key={medium} medium={medium} taken={taken} places={places} />
      ))}
    </span>
  )
}

function LoadRow({ medium, taken, places }: { medium: Medium; taken: number; places: number }): ReactNode {
  const count = Math.min(mostPips, Math.max(taken, places))
  return (
    <>
      <MediumIcon medium={medium} size={14} />
      <span className={styles.pips}>
        {Array.from({ length: count }, (_, i) => (
          <i key={i} data-on={i < taken ? (i < places ? 'true' : 'over') : 'false'} />
        ))}
      </span>
    </>
  )
}

/** Drawn by the stylesheet, so that the button's name does not change each second. */
function Since({ at }: { at: number }): ReactNode {
  const { counter } = useFormat()
  return <span className={styles.counter} data-time={useTick((now) => counter(now - at))} />
}

/** Beside what one is: it holds with each of them until one says so. */
function DoNotDisturbChoice({ isOn, onChoose, ...item }: { isOn: boolean; onChoose: () => void }): ReactNode {
  const t = useT()
  return (
    <MenuItem role="menuitemcheckbox" aria-checked={isOn} onClick={onChoose} {...item}>
      <BellOff size={12} aria-hidden="true" />
      {t('presence.doNotDisturb')}
      {isOn && <Check size={14} aria-hidden="true" style={{ marginLeft: 'auto' }} />}
    </MenuItem>
  )
}

interface ChoiceProps {
  isChosen: boolean
  colour: string
  word: string
  since: number
  onChoose: () => void
  autoFocus?: boolean
  tabIndex?: number
}

/** Takes the props that the menu gives its items for moving by arrows. */
function Choice({ isChosen, colour, word, since, onChoose, ...item }: ChoiceProps): ReactNode {
  return (
    <MenuItem role="menuitemradio" aria-checked={isChosen} selected={isChosen} onClick={onChoose} {...item}>
      <span className={styles.dot} style={{ background: colour }} aria-hidden="true" />
      {word}
      {isChosen && (
        <>
          <span className={styles.since}>
            <Since at={since} />
          </span>
          <Check size={14} aria-hidden="true" style={{ marginLeft: 8 }} />
        </>
      )}
    </MenuItem>
  )
}
