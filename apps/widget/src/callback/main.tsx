import { pickLanguage } from '@care/i18n/core'
import { loadLaterWords, loadWidget } from '@care/i18n/widget'
import { render } from 'preact'
import { createApi } from '../app/api.ts'
import css from '../app/styles.css?inline'
import { ManageCallback } from './ManageCallback.tsx'
import page from './page.css?inline'

const sheet = new CSSStyleSheet()
sheet.replaceSync(css + page)
document.adoptedStyleSheets = [sheet]

// Behind the #: browsers send it to no server, so it stands in no log.
const token = location.hash.slice(1)
const language = pickLanguage(navigator.languages)
document.documentElement.lang = language
const t = await loadWidget(language)
await loadLaterWords(t)
document.title = t('callback.pageTitle')
render(
  <main class="w">
    <ManageCallback t={t} call={createApi(() => '').call} token={token} />
  </main>,
  document.body,
)
