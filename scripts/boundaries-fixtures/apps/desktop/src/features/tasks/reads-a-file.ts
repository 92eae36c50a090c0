// breaks no-node-in-browsers
import 'node:fs'
