import type { Channel } from '@care/contract'
import Button from '@mui/material/Button'
import { useQuery } from '@tanstack/react-query'
import { Cable, Plus } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { NotThereYet, SettingsPage, settingsStyles as styles } from '../../shared/ui/SettingsPage.tsx'
import { EmptyState } from '../../shared/ui/states.tsx'
import { channelsQuery } from './api.ts'
import { ChannelDialog } from './ChannelDialog.tsx'
import { ChannelLine } from './ChannelLine.tsx'
import { FailedDialog } from './FailedDialog.tsx'
import { LinesDialog } from './LinesDialog.tsx'
import { RemoveDialog } from './RemoveDialog.tsx'

type Open = { what: 'add' } | { what: 'edit' | 'remove' | 'failed' | 'lines'; channel: Channel }

/** Settings → Channels: ways by which customers reach us beside the chat, and how each of them does. */
export function ChannelsPage(): ReactNode {
  const t = useT()
  const [open, setOpen] = useState<Open | null>(null)
  const { data, isError, refetch } = useQuery(channelsQuery)
  const canAdd = data !== undefined && data.kinds.length > 0
  const close = (): void => setOpen(null)
  return (
    <SettingsPage
      title={t('channels.region')}
      about={t('channels.about')}
      action={
        canAdd && (
          <Button
            variant="contained"
            size="small"
            startIcon={<Plus size={16} />}
            onClick={() => setOpen({ what: 'add' })}
          >
            {t('channels.add')}
          </Button>
        )
      }
    >
      {!data ? (
        <NotThereYet hasFailed={isError} onRetry={() => void refetch()} />
      ) : data.items.length === 0 ? (
        <EmptyState
          icon={<Cable size={20} />}
          title={t('channels.none')}
          text={t(canAdd ? 'channels.noneText' : 'channels.noKinds')}
        />
      ) : (
        <ul className={styles.list}>
          {data.items.map((channel) => (
            <ChannelLine
              key={channel.id}
              channel={channel}
              kind={data.kinds.find(({ kind }) => kind === channel.kind)}
              onEdit={() => setOpen({ what: 'edit', channel })}
              onRemove={() => setOpen({ what: 'remove', channel })}
              onLines={() => setOpen({ what: 'lines', channel })}
              onFailed={() => setOpen({ what: 'failed', channel })}
            />
          ))}
        </ul>
      )}
      {open?.what === 'failed' && <FailedDialog channel={open.channel} onClose={close} />}
      {open?.what === 'lines' && <LinesDialog channel={open.channel} onClose={close} />}
      {open?.what === 'remove' && <RemoveDialog channel={open.channel} onClose={close} />}
      {(open?.what === 'add' || open?.what === 'edit') && data && (
        <ChannelDialog channel={open.what === 'edit' ? open.channel : null} kinds={data.kinds} onClose={close} />
      )}
    </SettingsPage>
  )
}
