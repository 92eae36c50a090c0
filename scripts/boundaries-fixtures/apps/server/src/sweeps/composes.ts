// breaks server-layers
import { app } from '../app.ts'
