/** Before any schema is made: zod would try whether it may compile code, which this page's policy forbids. */
import { config } from 'zod'

config({ jitless: true })
