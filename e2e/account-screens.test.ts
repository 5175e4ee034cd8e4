import { lookAtEach } from './screens/look-at-each.ts'
import { accountAndWebScenes } from './screens/scenes.ts'

lookAtEach('every screen of the account and of the web, on H5', accountAndWebScenes)
