// breaks registry-packages
import type { Request } from 'express'
