import { useColorScheme } from '@mui/material/styles'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { urlOf } from '../../shared/api/client.ts'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { LinkButton } from '../../shared/ui/Section.tsx'
import styles from './mail.module.css'

interface MailFrameProps {
  mailId: string
  part: 'body' | 'quote'
  title: string
}

/** Higher ones are scrolled: a thread must stay one. */
const highest = 4_000

/**
 * HTML of a mail in a frame that runs nothing: no `allow-scripts`, so that it may keep its origin, by which it can be
 * measured from here (see the server's `framePage`). Links open a window of their own, without the sandbox and without
 * a way back. What is elsewhere is not fetched until one asks for it.
 */
export function MailFrame({ mailId, part, title }: MailFrameProps): ReactNode {
  const t = useT()
  const { mode, systemMode } = useColorScheme()
  const look = (mode === 'system' ? systemMode : mode) === 'dark' ? 'dark' : 'light'
  const [images, setImages] = useState<'own' | 'all'>('own')
  const { frame, height, hasRemote, onLoad } = useMeasured()
  return (
    <>
      {hasRemote && images === 'own' && (
        <p className={styles.blocked}>
          {t('mail.imagesBlocked')} <LinkButton onClick={() => setImages('all')}>{t('mail.showImages')}</LinkButton>
        </p>
      )}
      <iframe
        ref={frame}
        className={styles.frame}
        title={title}
        sandbox="allow-same-origin allow-popups allow-popups-to-escape-sandbox"
        referrerPolicy="no-referrer"
        src={urlOf('getMailFrame', { params: { mailId }, query: { part, images, look } })}
        style={{ height }}
        onLoad={onLoad}
      />
    </>
  )
}

/** As high as what it shows, also when pictures come later; and whether something of it is elsewhere. */
function useMeasured() {
  const frame = useRef<HTMLIFrameElement>(null)
  const watch = useRef<ResizeObserver | null>(null)
  const [height, setHeight] = useState(60)
  const [hasRemote, setHasRemote] = useState(false)
  useEffect(() => () => watch.current?.disconnect(), [])
  const onLoad = (): void => {
    const page = frame.current?.contentDocument
    if (!page?.body) return
    setHasRemote(page.querySelector('img[data-src]:not([src])') !== null)
    watch.current?.disconnect()
    watch.current = new ResizeObserver(() => {
      // A bar that scrolls sideways needs its place as well.
      const bar = page.documentElement.scrollWidth > page.documentElement.clientWidth ? 16 : 0
      setHeight(Math.min(highest, Math.ceil(page.body.getBoundingClientRect().height) + bar))
    })
    watch.current.observe(page.body)
  }
  return { frame, height, hasRemote, onLoad }
}
