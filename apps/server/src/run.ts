import { pino } from 'pino'
import { type App, createApp } from './app.ts'
import { type Config, parseConfig } from './config.ts'
import { system } from './kernel/actor.ts'
import { describeError, type Log } from './kernel/log.ts'
import { needsSetup, offerSetUp } from './modules/auth/index.ts'
import { settleSecretsKey } from './modules/channels/index.ts'
import { resealPhoneLines } from './modules/phone/index.ts'
import { bootstrapWorkspace } from './modules/settings/index.ts'
import { startProblem } from './start-problem.ts'

const say = (text: string): void => void process.stdout.write(`${text}\n`)
const complain = (text: string): void => void process.stderr.write(`${text}\n`)

/** Runs a process from its start to its end and resolves with the exit code. */
export async function run(args: readonly string[], env: NodeJS.ProcessEnv): Promise<number> {
  const parsed = parseConfig(env, args, process.cwd())
  if (parsed.config === null) {
    complain(`Care Desktop cannot start:\n${parsed.problems.map((problem) => `  ${problem}`).join('\n')}`)
    return 1
  }
  const config = parsed.config.isDemo ? await withPeople(parsed.config) : parsed.config
  const log = pino({ level: config.logLevel, base: null })
  let app: App | undefined
  try {
    app = await createApp(config, { log })
    await begin(app, log)
  } catch (error) {
    complain(`Care Desktop cannot start: ${startProblem(error, config)}`)
    await app?.stop().catch(() => {})
    return 1
  }
  return untilStopped(app, log)
}

async function withPeople(config: Config): Promise<Config> {
  const { demoPassword, demoPeople } = await import('./demo/index.ts')
  return {
    ...config,
    demoPeople: demoPeople.map(({ name, email, role }) => ({ name, email, role, password: demoPassword })),
  }
}

async function begin(app: App, log: Log): Promise<void> {
  const { config, services } = app
  say('Migrating…')
  await app.migrate()
  await settleSecretsKey(services)
  await resealPhoneLines(services)
  if (config.isDemo) await makeDemo(app)
  await services.execute(bootstrapWorkspace, system, { allowedOrigins: [config.publicUrl] })
  const port = await app.start()
  log.info({ port, host: config.host, roles: [...config.roles] }, 'started')
  const base = config.port === port ? config.publicUrl : `http://localhost:${port}`
  say(addresses(config, base))
  if (!config.isDemo && (await needsSetup(services.store.read))) {
    const { token } = await services.execute(offerSetUp, system, null)
    say(
      `Nobody has an account yet. Make the first administrator with this link; it works once and for 24 hours:\n  ${base}/setup?token=${token}`,
    )
  }
}

async function makeDemo({ services: { store, clock, config } }: App): Promise<void> {
  if (!(await needsSetup(store.read))) return
  say('Demo data…')
  const { seedDemo } = await import('./demo/index.ts')
  await seedDemo(store, clock, { origins: [config.publicUrl, `http://127.0.0.1:${config.port}`] })
}

function addresses({ isDemo, demoPeople }: Config, base: string): string {
  const lines = [
    `Desktop        ${base}/`,
    ...(isDemo ? [`Demo shop      ${base}/demo`] : []),
    `API reference  ${base}/api/docs`,
  ]
  const people = demoPeople.map(
    (person) => `  ${person.email.padEnd(20)} ${person.role.padEnd(11)} password ${person.password}`,
  )
  return ['', ...lines, ...(people.length > 0 ? ['', 'Sign in as', ...people] : []), ''].join('\n')
}

/** Waits for the signal to stop; a second one does not wait for what runs. */
function untilStopped(app: App, log: Log): Promise<number> {
  return new Promise((resolve) => {
    let isAsked = false
    const stop = (code: number): void => {
      if (isAsked) process.exit(130)
      isAsked = true
      log.info({}, 'stopping')
      app.stop().then(
        () => resolve(code),
        (error: unknown) => {
          log.error({ error: describeError(error) }, 'stop failed')
          resolve(1)
        },
      )
    }
    process.on('SIGTERM', () => stop(0))
    process.on('SIGINT', () => stop(0))
    process.on('uncaughtException', (error) => {
      log.error({ error: describeError(error) }, 'uncaught')
      stop(1)
    })
  })
}
