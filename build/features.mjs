import { boot } from './boot.mjs'

await boot('features')
