import { writeFileSync } from 'node:fs'
import { routeSource } from '../src/route-source.ts'

writeFileSync(new URL('../src/routes.ts', import.meta.url), routeSource())
