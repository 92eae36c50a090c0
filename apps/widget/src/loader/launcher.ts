import { style } from './style.ts'

interface Words {
  open: string
  close: string
  title: string
  unread: string
}

/** Four short words, so that the button speaks before anything else is fetched. */
const words: Record<string, Words> = {
  en: { open: 'Open chat', close: 'Minimise chat', title: 'Chat', unread: 'unread' },
  ru: { open: 'Открыть чат', close: 'Свернуть чат', title: 'Чат', unread: 'непрочитано' },
  pl: { open: 'Otwórz czat', close: 'Zminimalizuj czat', title: 'Czat', unread: 'nieprzeczytane' },
  bg: { open: 'Отвори чата', close: 'Минимизирай чата', title: 'Чат', unread: 'непрочетени' },
}

const path = {
  open: 'M3.5 4.5h13v9h-7l-3.5 3v-3h-2.5z',
  close: 'm5.5 7.8 4.5 4.5 4.5-4.5',
}

export interface Launcher {
  button: HTMLButtonElement
  words: Words
  draw(isOpen: boolean, isCovered: boolean): void
  show(unread: number, colour: string): void
}

/** The bare button: a round, an icon and a badge. */
function drawButton(colour: string) {
  const button = document.createElement('button')
  const icon = document.createElementNS('http://www.w3.org/2000/svg', 'svg')
  const line = document.createElementNS('http://www.w3.org/2000/svg', 'path')
  const badge = document.createElement('span')
  button.type = 'button'
  button.dataset.careWidget = 'launcher'
  icon.setAttribute('viewBox', '0 0 20 20')
  icon.setAttribute('aria-hidden', 'true')
  style(button, {
    all: 'initial',
    position: 'fixed',
    right: '20px',
    bottom: 'max(18px, env(safe-area-inset-bottom))',
    width: '56px',
    height: '56px',
    'border-radius': '50%',
    'z-index': '2147483000',
    cursor: 'pointer',
    background: colour,
    'box-shadow': '0 8px 22px rgba(25,30,26,.3)',
  })
  style(icon as unknown as HTMLElement, {
    position: 'absolute',
    inset: '16px',
    width: '24px',
    height: '24px',
    fill: 'none',
    stroke: '#fff',
    'stroke-width': '1.6',
    'stroke-linecap': 'round',
    'stroke-linejoin': 'round',
  })
  style(badge, {
    position: 'absolute',
    top: '-3px',
    right: '-3px',
    'min-width': '12px',
    padding: '0 5px',
    'border-radius': '11px',
    background: '#C42D26',
    color: '#fff',
    font: '600 12px/22px system-ui, sans-serif',
    'text-align': 'center',
    'box-shadow': '0 0 0 2px #fff',
    display: 'none',
  })
  icon.append(line)
  button.append(icon, badge)
  return { button, line, badge }
}

/** The round button at the corner of the host page, with a badge of what is unread. */
export function makeLauncher(language: string, colour = '#1F5A45'): Launcher {
  const speak = (words[language.slice(0, 2).toLowerCase()] ?? words.en) as Words
  const { button, line, badge } = drawButton(colour)
  let unread = 0
  let isShown = false

  const label = (): void => {
    const count = unread && !isShown ? `, ${unread} ${speak.unread}` : ''
    button.setAttribute('aria-label', (isShown ? speak.close : speak.open) + count)
    button.setAttribute('aria-expanded', String(isShown))
    badge.textContent = unread > 99 ? '99+' : String(unread)
    style(badge, { display: unread && !isShown ? 'block' : 'none' })
    line.setAttribute('d', isShown ? path.close : path.open)
  }
  // The host page's outline may be switched off; the ring has to be seen by those who use the keyboard.
  const ring = (): void =>
    style(button, {
      outline: button.matches(':focus-visible') ? `2px solid ${colour}` : 'none',
      'outline-offset': '3px',
    })
  button.addEventListener('focus', ring)
  button.addEventListener('blur', () => style(button, { outline: 'none' }))
  label()

  return {
    button,
    words: speak,
    draw: (isOpen, isCovered) => {
      isShown = isOpen
      style(button, { display: isCovered ? 'none' : 'block' })
      label()
    },
    show: (count, newColour) => {
      unread = count
      style(button, { background: newColour })
      label()
    },
  }
}
