import { boot } from './boot.mjs'

await boot('demo')
