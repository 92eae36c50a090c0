import express, { type Express } from 'express'
import type { Services } from '../kernel/services.ts'
import { openAssets } from './assets.ts'
import { bindApi } from './bind.ts'
import { serveDemo } from './demo.ts'
import { type DemoMail, serveDemoMail } from './demo-mail.ts'
import { serveDesktop } from './desktop.ts'
import { serveDocs } from './docs.ts'
import { securityHeaders } from './headers.ts'
import { type HookDoors, serveHooks } from './hooks.ts'
import { type Health, serveHealth } from './health.ts'
import type { Invoke } from './invoke.ts'
import type { Metrics } from './metrics.ts'
import { serveWidget } from './widget.ts'
import { createTracing } from './trace.ts'
import { refuse } from './refuse.ts'

export interface HttpParts {
  services: Services
  invoke: Invoke
  metrics: Metrics
  health: Health
  hooks: HookDoors
  /** Mailboxes of the demo's customers; null where it is no demo. */
  demoMail: DemoMail | null
  /** Folders with what the user interfaces' builds made. */
  folders: { desktop: string; widget: string; demo: string }
}

/** Everything that is reached over HTTP, in the order in which addresses are looked at. */
export function createHttp({ services, invoke, metrics, health, hooks, demoMail, folders }: HttpParts): {
  app: Express
  running: () => number
} {
  const { config, log } = services
  const app = express()
  app.disable('x-powered-by')
  app.set('etag', false)
  app.set('query parser', 'simple')
  app.set('trust proxy', [...config.trustProxy])
  const { trace, running } = createTracing(log, metrics)
  app.use(trace, securityHeaders)
  serveHealth(app, services, health, metrics)
  if (config.roles.has('web')) {
    serveDocs(app)
    serveHooks(app, hooks)
    bindApi(app, services, invoke)
    serveWidget(app, services, openAssets(folders.widget))
    if (demoMail) serveDemoMail(app, config, demoMail)
    if (config.isDemo) serveDemo(app, openAssets(folders.demo), openAssets(folders.widget))
    serveDesktop(app, services, openAssets(folders.desktop))
  }
  app.use(refuse(services))
  return { app, running }
}
