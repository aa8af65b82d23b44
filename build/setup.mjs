/** Install the packages and nothing else. */
import { installPackages } from './boot.mjs'

await installPackages()
