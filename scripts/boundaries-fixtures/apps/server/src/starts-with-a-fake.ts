// breaks no-testing-in-production
import { fakeClock } from './testing/fake-clock.ts'
