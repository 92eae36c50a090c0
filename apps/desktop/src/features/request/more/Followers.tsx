import type { RequestDetails } from '@care/contract'
import { Eye, EyeOff, UserPlus, X } from 'lucide-react'
import type { ReactNode } from 'react'
import { useMe } from '../../../shared/entities/me.ts'
import { errorText } from '../../../shared/error-text.ts'
import { usePeople } from '../../../shared/fields/usePeople.ts'
import { useT } from '../../../shared/i18n/I18nProvider.tsx'
import { MenuButton } from '../../../shared/ui/MenuButton.tsx'
import { LinkButton } from '../../../shared/ui/Section.tsx'
import { showToast } from '../../../shared/ui/toast.tsx'
import { useFollow } from './api.ts'
import styles from './more.module.css'

/** Who watches the request (row J4): oneself by one click, colleagues by who may change it. */
export function Followers({ request }: { request: RequestDetails }): ReactNode {
  const t = useT()
  const me = useMe()
  const follow = useFollow(request.id)
  const mayOthers = request.abilities.edit
  const people = usePeople(mayOthers)
  const isFollowing = request.followers.some(({ id }) => id === me?.id)
  const set = (operatorId: string, follows: boolean): void =>
    follow.mutate({ operatorId, follows }, { onError: (error) => showToast(sayError(error)) })
  const sayError = (error: Error): string =>
    'code' in error && error.code === 'NOT_ALLOWED_NOW' ? t('requestMore.cannotSee') : errorText(t, error)
  const others = people.choices.filter(
    ({ id }) => id !== me?.id && request.followers.every((follower) => follower.id !== id),
  )
  return (
    <section className={styles.followers} aria-label={t('requestMore.followers')}>
      <div className={styles.label}>{t('requestMore.followers')}</div>
      <ul>
        {request.followers.map(({ id, name }) => (
          <li key={id} className={styles.chip}>
            {id === me?.id ? t('common.you') : name}
            {(mayOthers || id === me?.id) && (
              <button
                type="button"
                aria-label={t('requestMore.removeFollower', { name })}
                title={t('requestMore.removeFollower', { name })}
                disabled={follow.isPending}
                onClick={() => set(id, false)}
              >
                <X size={12} aria-hidden="true" />
              </button>
            )}
          </li>
        ))}
      </ul>
      <LinkButton
        aria-pressed={isFollowing}
        disabled={!me || follow.isPending}
        onClick={() => me && set(me.id, !isFollowing)}
      >
        {isFollowing ? <EyeOff size={12} aria-hidden="true" /> : <Eye size={12} aria-hidden="true" />}
        {t(isFollowing ? 'requestMore.unfollow' : 'requestMore.follow')}
      </LinkButton>
      {mayOthers && (
        <MenuButton
          label={t('requestMore.addFollower')}
          choices={others.map(({ id, name }) => ({ key: id, label: name, onChoose: () => set(id, true) }))}
          emptyText={t('requestMore.nobodyElse')}
          opener={(props) => (
            <LinkButton {...props} title={t('requestMore.addFollower')}>
              <UserPlus size={14} aria-hidden="true" />
            </LinkButton>
          )}
        />
      )}
    </section>
  )
}
