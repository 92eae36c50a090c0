import { pickLanguage } from '@care/i18n/core'
import { loadLaterWords, loadWidget } from '@care/i18n/widget'
import { render } from 'preact'
import { createApi } from '../app/api.ts'
import { createLive } from '../app/live.ts'
import { openStorage } from '../app/storage.ts'
import css from '../app/styles.css?inline'
import { WidgetContext } from '../app/views/context.ts'
import { createWidget } from '../app/widget.ts'
import page from './caller.css?inline'
import { CallerPage } from './CallerPage.tsx'
import { openVoice } from './voice.ts'
import { callerWords } from './words.ts'

const people = ['Maria Rossi', 'Tom Becker', 'Elif Demir', 'Jonas Lund', 'Ana Costa', 'Petra Novak'] as const

function chosenLanguage(): string | null {
  try {
    return localStorage.getItem('care-demo-language')
  } catch {
    return null
  }
}

const sheet = new CSSStyleSheet()
sheet.replaceSync(css + page)
// Those of the call are there already.
document.adoptedStyleSheets = [sheet, ...document.adoptedStyleSheets]

// The page's own microphone: whatever asks for one hears the customer.
navigator.mediaDevices.getUserMedia = openVoice

// Of this tab: each is a customer of his own, and none is the one who chats on the shop's page.
const storage = openStorage('demo-caller', () => sessionStorage)
// As the shop's page, where it is chosen.
const language = pickLanguage([chosenLanguage(), ...navigator.languages])
document.documentElement.lang = language
document.title = `${callerWords[language].pageTitle} · Brewhaus`
const widget = createWidget(
  { siteKey: 'demo', language, host: '', hasIdentity: false },
  { api: createApi, live: createLive, storage },
)
const name = storage.get('name') ?? people[Math.floor(Math.random() * people.length)] ?? people[0]
storage.set('name', name)

const [t, control] = await Promise.all([loadWidget(language), widget.calls.loaded(), widget.open()])
await loadLaterWords(t)
widget.store.set('patch', { visitor: { name, email: '' } })
render(
  <WidgetContext.Provider value={{ ...widget, t }}>
    <main class="w">
      <CallerPage control={control} name={name} />
    </main>
  </WidgetContext.Provider>,
  document.body,
)
