import '@fontsource-variable/inter/wght.css'
import './shared/ui/base.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app/App.tsx'
import { isTooOld } from './features/auth/too-old.ts'
import { showTooOld } from './features/auth/show-too-old.ts'

const root = document.getElementById('root')
if (!root) throw new Error('no #root in index.html')

// Before the first paint: without it a dark desk would flash white.
const mode = localStorage.getItem('mui-mode') ?? 'system'
const isDark = mode === 'dark' || (mode === 'system' && matchMedia('(prefers-color-scheme: dark)').matches)
document.documentElement.dataset.theme = isDark ? 'dark' : 'light'

if (isTooOld()) showTooOld(root)
else
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  )
