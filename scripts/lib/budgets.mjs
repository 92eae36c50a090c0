import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { runScript, uiApps } from './build.mjs'
import { root } from './paths.mjs'
import { Refusal } from './print.mjs'

/** Size budgets of what browsers load: each UI checks its own `dist` in a "budget" script, or already in its build. */
export async function checkBudgets() {
  for (const name of uiApps) {
    const { scripts } = JSON.parse(readFileSync(join(root, 'apps', name, 'package.json'), 'utf8'))
    if (scripts?.budget) await runScript(name, 'budget')
    else if (!scripts?.build?.includes('budget')) throw new Refusal(`apps/${name}/package.json has no "budget" script`)
  }
}
