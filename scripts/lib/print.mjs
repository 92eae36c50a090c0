const colour = process.stdout.isTTY && !process.env.NO_COLOR
const paint = (code) => (text) => (colour ? `\u001b[${code}m${text}\u001b[0m` : String(text))
export const green = paint('32')
export const red = paint('31')
export const dim = paint('2')

export const say = (line = '') => process.stdout.write(`${line}\n`)

export const seconds = (since) => ((performance.now() - since) / 1000).toFixed(1)

/** One line per step: its name when it starts, the seconds when it is done. `work` may return a short remark. */
export async function step(name, work) {
  const since = performance.now()
  process.stdout.write(`${name} … `)
  try {
    const remark = await work()
    say(`${green('done')} in ${seconds(since)} s${remark ? ` (${remark})` : ''}`)
  } catch (error) {
    say(red('failed'))
    throw error
  }
}

/** A problem the person can solve: shown as text, without a stack. */
export class Refusal extends Error {}

/** Runs the script and turns a failure into a readable message and exit code 1. */
export async function main(work) {
  try {
    await work()
  } catch (error) {
    process.stderr.write(`\n${error instanceof Refusal ? error.message : (error?.stack ?? error)}\n`)
    process.exitCode = 1
  }
}
