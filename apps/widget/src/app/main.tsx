import { loadWidget } from '@care/i18n/widget'
import { render } from 'preact'
import { readParams } from './params.ts'
import css from './styles.css?inline'
import { App } from './views/App.tsx'
import { WidgetContext } from './views/context.ts'
import { createWidget } from './widget.ts'

// In the script and not a file of its own: one request less, and allowed by a Content-Security-Policy without inline styles.
const sheet = new CSSStyleSheet()
sheet.replaceSync(css)
document.adoptedStyleSheets = [sheet]

const params = readParams(location.search, navigator.languages)
const widget = createWidget(params)
/** Words and conversation are fetched at the same time. No top-level await: it would cut the script into many files. */
async function draw(): Promise<void> {
  const opened = widget.open()
  if (!params.language) await opened
  const language = params.language ?? widget.store.get().config?.language ?? 'en'
  document.documentElement.lang = language
  const t = await loadWidget(language)
  render(
    <WidgetContext.Provider value={{ ...widget, t }}>
      <App />
    </WidgetContext.Provider>,
    document.body,
  )
  await opened
}
void draw()
