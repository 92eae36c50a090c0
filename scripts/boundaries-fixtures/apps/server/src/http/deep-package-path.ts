// breaks by-package-name
import { endpoint } from '@care/contract/src/endpoint.ts'
