import { useQuery } from '@tanstack/react-query'
import { MessageSquare } from 'lucide-react'
import type { ReactNode } from 'react'
import { tasksQuery } from '../features/tasks/api.ts'
import { useT } from '../shared/i18n/I18nProvider.tsx'
import { Avatar } from '../shared/ui/Avatar.tsx'
import { Key, NameAndMark } from '../shared/ui/marks.tsx'
import { EmptyState } from '../shared/ui/states.tsx'
import { openTask } from '../shared/workspace/open-task.ts'
import styles from './app.module.css'

/** No task is open: the last three, and keys to begin with. */
export function NothingOpen(): ReactNode {
  const t = useT()
  const tasks = useQuery(tasksQuery).data?.items ?? []
  const last = tasks
    .filter(({ state }) => state !== 'offered')
    .toSorted((a, b) => (b.lastLine?.at ?? 0) - (a.lastLine?.at ?? 0))
    .slice(0, 3)
  return (
    <div className={styles.nothing}>
      <h1 className="sr">{t('shell.myDesk')}</h1>
      <EmptyState icon={<MessageSquare size={20} />} title={t('shell.nothingOpen')} text={t('shell.nothingOpenText')} />
      {last.length > 0 && (
        <ul>
          {last.map((task) => (
            <li key={task.activityId}>
              <button type="button" className={styles.recent} onClick={() => openTask(task.activityId)}>
                <Avatar id={task.customer.id} name={task.customer.name || t('common.unknownCustomer')} size={28} />
                <span>
                  <NameAndMark name={task.customer.name || t('common.unknownCustomer')} isVip={task.customer.isVip} />
                  <small className="ell">{task.requestTitle}</small>
                </span>
              </button>
            </li>
          ))}
        </ul>
      )}
      <div className={styles.keys}>
        <span>
          <Key of="j" /> <Key of="k" /> {t('shell.keyNext')}
        </span>
        <span>
          <Key of="a" /> {t('tasks.accept')}
        </span>
        <span>
          <Key of="c" /> {t('tasks.addRequest')}
        </span>
        <span>
          <Key of="Ctrl+k" /> {t('shell.searchAndCommands')}
        </span>
        <span>
          <Key of="?" /> {t('shell.keyboardShortcuts')}
        </span>
      </div>
    </div>
  )
}
