// breaks registry-packages
import { z } from 'zod'
