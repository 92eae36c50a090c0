// breaks no-node-in-browsers
import { readFileSync } from 'node:fs'
