// breaks module-by-index
import { pick } from '../../routing/store.ts'
