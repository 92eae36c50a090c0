// Plain nodes and its own words: React or the catalogue may be the very thing that does not run.
const words: Record<string, [title: string, text: string]> = {
  en: [
    'This browser is too old',
    'Care Desktop needs Chrome 120, Firefox 121, Safari 17 or newer. Update the browser, then open this page again.',
  ],
  ru: [
    'Браузер слишком старый',
    'Care Desktop работает в Chrome 120, Firefox 121, Safari 17 и новее. Обновите браузер и откройте страницу снова.',
  ],
  pl: [
    'Ta przeglądarka jest za stara',
    'Care Desktop wymaga Chrome 120, Firefox 121, Safari 17 lub nowszej. Zaktualizuj przeglądarkę i otwórz stronę ponownie.',
  ],
  bg: [
    'Браузърът е твърде стар',
    'Care Desktop работи с Chrome 120, Firefox 121, Safari 17 или по-нов. Обновете браузъра и отворете страницата отново.',
  ],
}

/** Says before signing in that the browser cannot run the desktop (row X7). */
export function showTooOld(root: HTMLElement): void {
  const language = (navigator.language || 'en').slice(0, 2)
  const [title, text] = words[language] || words.en || ['', '']
  document.documentElement.lang = words[language] ? language : 'en'
  const main = document.createElement('main')
  main.setAttribute('style', 'font: 16px/1.5 sans-serif; max-width: 30em; margin: 20vh auto; padding: 0 16px')
  const heading = document.createElement('h1')
  heading.textContent = title
  const paragraph = document.createElement('p')
  paragraph.textContent = text
  main.appendChild(heading)
  main.appendChild(paragraph)
  root.textContent = ''
  root.appendChild(main)
}
