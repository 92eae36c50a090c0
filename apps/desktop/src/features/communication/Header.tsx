import { newKey } from '@care/client'
import type { ActivityDetails, RequestDetails } from '@care/contract'
import Button from '@mui/material/Button'
import IconButton from '@mui/material/IconButton'
import {
  ArrowLeftRight,
  ChevronDown,
  CircleCheck,
  Columns2,
  Ellipsis,
  Headset,
  GitFork,
  Link2,
  Merge,
  Split,
  MailOpen,
  Undo2,
  CircleStop,
  RotateCcw,
  ShieldBan,
} from 'lucide-react'
import type { ComponentType, ReactNode } from 'react'
import { useCloseRequest, useReopenRequest } from '../../shared/entities/request.ts'
import { useUndoable } from '../../shared/entities/undo.ts'
import { errorText } from '../../shared/error-text.ts'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { useKeyHints } from '../../shared/keyboard/hints.ts'
import { Key } from '../../shared/ui/marks.tsx'
import { MenuButton, type MenuChoice } from '../../shared/ui/MenuButton.tsx'
import { showToast } from '../../shared/ui/toast.tsx'
import { useLayout } from '../../shared/workspace/layout.ts'
import { HeaderMeta } from './HeaderMeta.tsx'
import styles from './header.module.css'
import { talkKeys } from './talk-keys.ts'
import { useEndActivity, useMarkUnread, useReturnTask } from './api.ts'

/** What ties the request to others; each opens its dialog. */
export type TieDialog = 'merge' | 'split' | 'link'

interface HeaderProps {
  title: string
  request: RequestDetails | undefined
  activity: ActivityDetails | undefined
  taskCount: number
  onClose: () => void
  onTransfer: () => void
  onTie: (kind: TieDialog) => void
  SnoozeMenu: ComponentType<{ request: RequestDetails; className: string }>
}

/** The request's title and what can be done with it. Only what one may do now is there. */
export function Header({
  title,
  request,
  activity,
  taskCount,
  onClose,
  onTransfer,
  onTie,
  SnoozeMenu,
}: HeaderProps): ReactNode {
  const t = useT()
  return (
    <header className={styles.head}>
      <div className={styles.top}>
        <Button
          className="onlySmall"
          size="small"
          variant="outlined"
          color="inherit"
          aria-label={t('communication.showTasks', { n: taskCount })}
          startIcon={<Headset size={16} />}
          onClick={() => useLayout.getState().showTasks(true)}
        >
          {taskCount}
        </Button>
        <h1 className="ell" title={title}>
          {title}
        </h1>
        <div className={styles.actions}>
          {activity?.abilities.transfer && activity.medium !== 'call' && <TransferButton onTransfer={onTransfer} />}
          {request?.abilities.snooze && <SnoozeMenu request={request} className={styles.transfer ?? ''} />}
          {request && <MoreActions request={request} activity={activity} onTie={onTie} />}
          {request?.abilities.close && <CloseButtons onClose={onClose} />}
          <DetailsButton />
        </div>
      </div>
      {/* Its line is kept free: what is said below must not move when it comes. */}
      {request ? <HeaderMeta request={request} activity={activity} /> : <div className={styles.meta} />}
    </header>
  )
}

function TransferButton({ onTransfer }: { onTransfer: () => void }): ReactNode {
  const t = useT()
  const hints = useKeyHints()
  return (
    <Button
      size="small"
      variant="outlined"
      color="inherit"
      className={styles.transfer}
      {...hints.props(talkKeys.keys.transfer[0])}
      aria-label={t('communication.transfer')}
      title={t('communication.transfer')}
      startIcon={<ArrowLeftRight size={16} />}
      onClick={onTransfer}
    >
      <span>{t('communication.transfer')}</span>
    </Button>
  )
}

/** "Close" opens the dialog with the outcome; so does the arrow, for those who look for a menu there. */
function CloseButtons({ onClose }: { onClose: () => void }): ReactNode {
  const t = useT()
  const hints = useKeyHints()
  return (
    <span className={styles.split}>
      <Button
        size="small"
        variant="outlined"
        color="inherit"
        {...hints.props(talkKeys.keys.close[0])}
        startIcon={<CircleCheck size={16} />}
        onClick={onClose}
      >
        {t('common.close')}
      </Button>
      <Button
        size="small"
        variant="outlined"
        color="inherit"
        aria-label={t('communication.closeWithOutcome')}
        title={t('communication.closeWithOutcome')}
        aria-haspopup="dialog"
        onClick={onClose}
      >
        <ChevronDown size={14} aria-hidden="true" />
      </Button>
    </span>
  )
}

function DetailsButton(): ReactNode {
  const t = useT()
  const hints = useKeyHints()
  const { areDetailsOpen, toggleDetails } = useLayout()
  return (
    <IconButton
      className="onlyMedium"
      sx={{ ml: '4px' }}
      aria-label={t('communication.showDetails')}
      title={t('communication.showDetails')}
      {...hints.props('i')}
      aria-expanded={areDetailsOpen}
      onClick={toggleDetails}
    >
      <Columns2 size={16} />
    </IconButton>
  )
}

interface MoreActionsProps {
  request: RequestDetails
  activity: ActivityDetails | undefined
  onTie: (kind: TieDialog) => void
}

function MoreActions({ request, activity, onTie }: MoreActionsProps): ReactNode {
  const t = useT()
  const giveBack = useReturnTask()
  const close = useCloseRequest(request.id)
  const end = useEndActivity()
  const markUnread = useMarkUnread()
  const undoable = useUndoable()
  const reopen = useReopenRequest(request.id)
  const onError = (error: Error): void => showToast(errorText(t, error))
  const undoably = (action: typeof giveBack | typeof end, text: string, { id, request: of }: ActivityDetails): void => {
    const change = newKey()
    const options = { onError, onSuccess: () => undoable(text, { requestId: of.id, change }) }
    action.mutate({ activityId: id, change }, options)
  }
  const copyLink = (): void =>
    void navigator.clipboard
      ?.writeText(`${location.origin}/r/${request.number}`)
      .then(() => showToast(t('communication.copied')))
  const choices: MenuChoice[] = [
    { key: 'link', label: t('communication.copyLink'), icon: <Link2 size={14} />, onChoose: copyLink },
  ]
  if (activity?.abilities.reply)
    choices.push({
      key: 'unread',
      label: t('communication.markUnread'),
      icon: <MailOpen size={14} />,
      hint: <Key of={talkKeys.keys.unread[0]} />,
      onChoose: () => markUnread.mutate(activity.id),
    })
  if (activity?.abilities.giveBack)
    choices.push({
      key: 'return',
      label: t('communication.returnToQueue'),
      icon: <Undo2 size={14} />,
      onChoose: () => undoably(giveBack, t('communication.returned'), activity),
    })
  if (activity?.abilities.end)
    choices.push({
      key: 'end',
      label: t('communication.endActivity'),
      icon: <CircleStop size={14} />,
      onChoose: () => undoably(end, t('communication.talkEnded'), activity),
    })
  if (request.abilities.close && request.outcomes.some(({ key }) => key === 'spam'))
    choices.push({
      key: 'spam',
      label: t('communication.spam'),
      icon: <ShieldBan size={14} />,
      onChoose: () => {
        const change = newKey()
        const onSuccess = (): void => undoable(t('communication.spamClosed'), { requestId: request.id, change })
        close.mutate({ outcome: 'spam', note: '', askForRating: false, change }, { onError, onSuccess })
      },
    })
  if (request.abilities.reopen)
    choices.push({
      key: 'reopen',
      label: t('communication.reopen'),
      icon: <RotateCcw size={14} />,
      onChoose: () => reopen.mutate(undefined, { onError }),
    })
  if (request.abilities.merge)
    choices.push(
      {
        key: 'merge',
        label: t('communication.merge'),
        icon: <Merge size={14} />,
        onChoose: () => onTie('merge'),
        startsGroup: true,
      },
      { key: 'split', label: t('communication.split'), icon: <Split size={14} />, onChoose: () => onTie('split') },
    )
  if (request.abilities.tie)
    choices.push({
      key: 'tie',
      label: t('communication.link'),
      icon: <GitFork size={14} />,
      onChoose: () => onTie('link'),
    })
  return (
    <MenuButton
      label={t('communication.moreActions')}
      isCommand
      choices={choices}
      opener={(props) => (
        <IconButton title={t('communication.moreActions')} {...props}>
          <Ellipsis size={16} />
        </IconButton>
      )}
    />
  )
}
