import { spawn } from 'node:child_process'
import { createWriteStream } from 'node:fs'
import { delimiter, join } from 'node:path'
import { isWindows, root } from './paths.mjs'
import { Refusal } from './print.mjs'

/** Children in their own process groups, so that an interrupted script can end all of them. */
const running = new Set()

/** Node 24 of the workspace first, so that every tool started here runs on it; no noise from npm. */
export const toolEnv = (extra = {}) => ({
  ...process.env,
  npm_config_loglevel: 'error',
  PATH: [join(root, 'node_modules', '.bin'), process.env.PATH ?? ''].join(delimiter),
  ...extra,
})

export function end(child, signal = 'SIGTERM') {
  if (child.exitCode !== null || child.signalCode !== null) return
  try {
    if (isWindows) child.kill(signal)
    else process.kill(-child.pid, signal)
  } catch {
    // It ended between the look and the signal.
  }
}

export const endAll = (signal) => running.forEach((child) => end(child, signal))

/** Starts a process that is ended with the script. `log` collects its output in a file. */
export function start(
  command,
  args,
  { cwd = root, env = toolEnv(), stdio = 'pipe', log, shell = isWindows && !command.endsWith('.exe') } = {},
) {
  const child = spawn(command, args, { cwd, env, stdio, detached: !isWindows, shell })
  running.add(child)
  child.once('close', () => running.delete(child))
  if (log) {
    const file = createWriteStream(log)
    child.stdout.pipe(file, { end: false })
    child.stderr.pipe(file, { end: false })
    child.once('close', () => file.end())
  }
  return child
}

/** Runs a command to its end: `{code, output}`. A command that does not exist gives code 127. */
export function run(command, args, { timeoutMs, ...options } = {}) {
  return new Promise((resolve) => {
    const child = start(command, args, options)
    let output = ''
    const keep = (chunk) => (output += chunk)
    child.stdout?.on('data', keep)
    child.stderr?.on('data', keep)
    const alarm =
      timeoutMs &&
      setTimeout(() => ((output += `\nstopped after ${timeoutMs / 1000} s\n`), end(child, 'SIGKILL')), timeoutMs)
    child.once(
      'error',
      (error) => (clearTimeout(alarm), running.delete(child), resolve({ code: 127, output: error.message })),
    )
    child.once('close', (code, signal) => (clearTimeout(alarm), resolve({ code: code ?? (signal ? 128 : 1), output })))
  })
}

/** Like `run`, but a failure is an error that carries the end of the output. */
export async function must(command, args, options) {
  const { code, output } = await run(command, args, options)
  if (code !== 0) throw new Refusal(`${[command, ...args].join(' ')} failed (exit code ${code}):\n${tail(output, 60)}`)
  return output
}

/** A command line as package.json spells it. */
export const shell = (line, options) => must(line, [], { ...options, shell: true })

export const tail = (text, lines) => text.trimEnd().split('\n').slice(-lines).join('\n')

/** Passes the signals that end a program on to `child` and ends with its exit code. */
export function handOver(child) {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
    process.on(signal, () => end(child, signal === 'SIGHUP' ? 'SIGTERM' : signal))
  return new Promise((resolve) => {
    child.once('error', (error) => (process.stderr.write(`${error.message}\n`), (process.exitCode = 1), resolve()))
    child.once(
      'close',
      (code, signal) => ((process.exitCode = code ?? (signal === 'SIGINT' || signal === 'SIGTERM' ? 0 : 1)), resolve()),
    )
  })
}
