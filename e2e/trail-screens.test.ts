import { lookAtEach } from './screens/look-at-each.ts'
import { trailScenes } from './screens/scenes.ts'

lookAtEach('every screen of the trail, on H5', trailScenes)
